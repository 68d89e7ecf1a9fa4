import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CardId, CheckpointId, GroupId } from '@rapport/domain/ids';
import { succeed } from '@rapport/protocol/failures';
import type { EarlierText } from '@rapport/protocol/history';
import { expect, test } from 'vitest';
import { setLocale } from '../messages/locale-store.ts';
import { CardTextsDialog } from './CardTextsDialog.tsx';

const text = (number: number, title: string, body = ''): EarlierText => ({
  checkpoint: {
    id: CheckpointId.parse(`checkpoint-${number}`),
    number,
    reason: 'phase',
    phase: { kind: 'cluster', index: 1 },
    at: null,
    cards: 3,
  },
  title,
  body,
});

const open = async (texts: EarlierText[], canRestore = true) => {
  await setLocale('en', false);
  const asked: string[] = [];
  const restored: unknown[] = [];
  const calls = {
    get: (path: string) => {
      asked.push(path);
      return Promise.resolve(succeed({ texts }));
    },
  };
  render(
    <CardTextsDialog
      groupId={GroupId.parse('g1')}
      cardId={CardId.parse('a')}
      now={{ title: 'Ports', body: '' }}
      canRestore={canRestore}
      onRestore={(one) => restored.push(one)}
      onClose={() => undefined}
      calls={calls as never}
    />,
  );
  // The machinery of dialogs is loaded first.
  await screen.findByRole('dialog', {}, { timeout: 10_000 });
  return { asked, restored };
};

test('lists what the card said and does not say now, by phase, and gives one back', async () => {
  const { asked, restored } = await open([
    text(3, 'Ports'),
    text(2, 'Ports and ferries', 'Both sides'),
    text(1, 'Boats'),
  ]);
  expect(await screen.findAllByRole('listitem')).toHaveLength(2);
  expect(asked).toEqual(['/api/groups/g1/history/cards/a']);
  expect(screen.getAllByText('Start of Cluster')).toHaveLength(2);
  const [first] = screen.getAllByRole('button', { name: 'Say this again' });
  if (first === undefined) throw new Error('no text can be taken back');
  await userEvent.click(first);
  expect(restored).toEqual([{ title: 'Ports and ferries', body: 'Both sides' }]);
});

test('says so when nothing else was kept', async () => {
  await open([text(1, 'Ports')]);
  expect(await screen.findByText('No other text of it was kept.')).toBeInTheDocument();
});

test('where the board cannot be written on, texts are for looking only', async () => {
  await open([text(1, 'Boats')], false);
  expect(await screen.findByText('Boats')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Say this again' })).toBeNull();
});
