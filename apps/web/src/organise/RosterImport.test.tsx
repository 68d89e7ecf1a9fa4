import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { RosterReport } from '@rapport/protocol/http';
import { RosterImport } from './RosterImport.tsx';

const report: RosterReport = {
  created: 2,
  updated: 1,
  unchanged: 0,
  rejected: [{ record: 4, line: 7, column: 'role', code: 'unknown-role', message: 'Unknown role "boss".' }],
  warnings: [{ record: 1, line: 2, column: 'nation_code', code: 'alias', message: 'UK is read as GB.' }],
  format: { encoding: 'windows-1252', separator: ';', rows: 4 },
  dryRun: true,
};
const file = new File(['participant_id;…'], 'people.csv', { type: 'text/csv' });

const choose = async (): Promise<void> => {
  const input = document.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('there is a file field');
  await userEvent.upload(input, file);
};

const setUp = (answer: (dryRun: boolean) => Outcome<RosterReport>) => {
  const sent: boolean[] = [];
  let imported = 0;
  render(
    <RosterImport
      send={(_file, dryRun) => {
        sent.push(dryRun);
        return Promise.resolve(answer(dryRun));
      }}
      onImported={() => {
        imported += 1;
      }}
    />,
  );
  return { sent, imported: () => imported };
};

test('shows what a file holds before anything is written, then imports it', async () => {
  const { sent, imported } = setUp((dryRun) => succeed({ ...report, dryRun }));
  await choose();
  expect(await screen.findByText(/4 rows, read as Windows-1252/)).toBeVisible();
  expect(screen.getByText(/separated by semicolons/)).toBeVisible();
  expect({ sent, imported: imported() }).toEqual({ sent: [true], imported: 0 });

  const table = screen.getByRole('table', { name: 'not taken' });
  expect(within(table).getByRole('row', { name: '7 role Unknown role "boss". unknown-role' })).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Import 3 rows' }));
  expect(await screen.findByText('2 new, 1 changed, 0 unchanged, 1 not taken.')).toBeVisible();
  expect({ sent, imported: imported() }).toEqual({ sent: [true, false], imported: 1 });
});

test('remarks about rows that are taken are folded away', async () => {
  setUp(() => succeed(report));
  await choose();
  const summary = await screen.findByText('One remark, its row is taken');
  expect(screen.getByText('UK is read as GB.')).not.toBeVisible();
  await userEvent.click(summary);
  expect(screen.getByText('UK is read as GB.')).toBeVisible();
});

test('a file that brings nothing cannot be imported', async () => {
  setUp(() => succeed({ ...report, created: 0, updated: 0 }));
  await choose();
  expect(await screen.findByRole('button', { name: 'Nothing to import' })).toBeDisabled();
});

test('says why a file is refused, and takes another', async () => {
  setUp(() => fail('too-large', ''));
  await choose();
  expect(await screen.findByRole('alert')).toHaveTextContent('larger than the server takes');
  expect(screen.getByRole('button', { name: 'Choose a file…' })).toBeEnabled();
});

test('a preview survives an import that fails', async () => {
  setUp((dryRun) => (dryRun ? succeed(report) : fail('unavailable', '')));
  await choose();
  await userEvent.click(await screen.findByRole('button', { name: 'Import 3 rows' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('cannot be reached');
  expect(screen.getByRole('button', { name: 'Import 3 rows' })).toBeEnabled();
});
