import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { GroupId, RoundId, SymposiumId } from '@rapport/domain/ids';
import { succeed } from '@rapport/protocol/failures';
import { wire } from '../group/testing.ts';
import type { GroupMove } from '@rapport/protocol/group-move';
import { Toasts } from '../ui/Toasts.tsx';
import { AllGroupsBar } from './AllGroupsBar.tsx';

test('gives all groups of the round more time, and says something to all groups', async () => {
  const { send, sent } = wire({
    'timer.adjustAll': [succeed({ groups: 22 })],
    'announcement.send': [succeed({ groups: 22 })],
  });
  render(<AllGroupsBar symposiumId={'s1' as SymposiumId} roundId={'r1' as RoundId} phases={[]} send={send} />);
  await userEvent.click(screen.getByRole('button', { name: '5 minutes more for all' }));
  await userEvent.click(screen.getByRole('button', { name: /Say something to all groups/ }));
  const field = await screen.findByRole('textbox', { name: 'Notice' });
  expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
  await userEvent.type(field, 'Plenary at noon.');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(sent).toEqual([
    { name: 'timer.adjustAll', input: { symposiumId: 's1', roundId: 'r1', deltaMs: 300_000 } },
    { name: 'announcement.send', input: { symposiumId: 's1', text: 'Plenary at noon.' } },
  ]);
});

const move = (number: number, patch: Partial<GroupMove> = {}): GroupMove => ({
  groupId: `g${number}` as GroupId,
  number,
  name: `Group ${number}`,
  from: 'write',
  outcome: 'moves',
  hiddenCards: 0,
  ballots: 0,
  ...patch,
});

test('moves all groups in two steps: what would happen to each, what has to be decided, then that it happens', async () => {
  const plan = [
    move(1, { hiddenCards: 4 }),
    move(2),
    move(3, { outcome: 'back', ballots: 1 }),
    move(4, { outcome: 'there' }),
  ];
  const done = [...plan.slice(0, 3), move(4, { outcome: 'refused', refusal: 'reveal-running' })];
  const { send, sent } = wire({
    'phase.moveAll': [
      succeed({ groups: plan }),
      succeed({ groups: [move(1)] }),
      succeed({ groups: plan }),
      succeed({ groups: done }),
    ],
  });
  render(
    <>
      <AllGroupsBar
        symposiumId={'s1' as SymposiumId}
        roundId={'r1' as RoundId}
        phases={['write', 'write', 'cluster']}
        send={send}
      />
      <Toasts />
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Move all groups…' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Move all groups of this round?' });
  expect(await within(dialog).findByText('2 groups move on.')).toBeVisible();
  expect(within(dialog).getByText('One group goes back: Group 3')).toBeVisible();
  expect(within(dialog).getByText('One group stands there already and stays: Group 4')).toBeVisible();
  // Another target is another plan.
  await userEvent.selectOptions(within(dialog).getByRole('combobox'), 'cluster');
  expect(await within(dialog).findByText('One group moves on.')).toBeVisible();
  expect(within(dialog).queryByRole('radiogroup')).toBeNull();
  await userEvent.selectOptions(within(dialog).getByRole('combobox'), 'clarify');
  await userEvent.click(await within(dialog).findByRole('radio', { name: 'Keep them private' }));
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Archive them' }));
  await userEvent.click(within(dialog).getByRole('button', { name: /^Move 3 groups to/ }));
  expect(await screen.findByText('3 groups have been moved.')).toBeVisible();
  expect(screen.getByText('Not moved, look at them yourself: Group 4.')).toBeVisible();
  const all = { symposiumId: 's1', roundId: 'r1' };
  expect(sent.map(({ input }) => input)).toEqual([
    { ...all, kind: 'clarify', plan: true },
    { ...all, kind: 'cluster', plan: true },
    { ...all, kind: 'clarify', plan: true },
    { ...all, kind: 'clarify', drafts: 'keep', ballots: 'archive' },
  ]);
});
