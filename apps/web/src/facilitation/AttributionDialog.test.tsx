import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { groupState, wire } from '../group/testing.ts';
import { AttributionDialog } from './AttributionDialog.tsx';

const show = () => {
  const { send, sent } = wire();
  const state = groupState({ attribution: 'non-attributed', revealed: true });
  render(<AttributionDialog state={state} send={send} onClose={() => undefined} />);
  return sent;
};
const change = () => screen.findByRole('button', { name: 'Change it for this group' });

test('says beforehand what more disclosure leaves alone', async () => {
  const sent = show();
  expect(await change()).toBeDisabled();
  await userEvent.click(screen.getByRole('radio', { name: 'Name and delegation' }));
  expect(screen.getByText(/keep the promise they were written under/)).toBeVisible();
  expect(screen.queryByText(/destroyed for good/)).not.toBeInTheDocument();
  await userEvent.click(await change());
  expect(sent).toEqual([{ name: 'group.attribution', input: { groupId: 'g1', attribution: 'named' } }]);
});

test('says beforehand what sealing destroys', async () => {
  show();
  await change();
  await userEvent.click(screen.getByRole('radio', { name: 'Sealed' }));
  expect(screen.getByText(/destroyed for good/)).toBeVisible();
});
