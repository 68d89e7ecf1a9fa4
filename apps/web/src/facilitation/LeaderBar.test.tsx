import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fail, succeed } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import { ballotState, groupState, phaseOf, wire } from '../group/testing.ts';
import { LeaderBar } from './LeaderBar.tsx';
import type { Votable } from './OpenBallotDialog.tsx';

const board: Votable = {
  cards: Array.from({ length: 9 }, (_, index) => ({ id: `card${index}` })),
  clusters: [{ id: 'cl1' }, { id: 'cl2' }, { id: 'cl3' }],
  selected: [],
};

const lead = (patch: Partial<GroupState>, { send, sent } = wire(), votable = board, narrow = false) => {
  render(
    <LeaderBar
      state={groupState(patch)}
      narrow={narrow}
      readVotable={() => votable}
      tidy={() => undefined}
      suggest={() => send('cluster.suggest', { groupId: groupState().id }).then(() => undefined)}
      onGoTo={() => undefined}
      send={send}
    />,
  );
  return { user: userEvent.setup(), sent };
};
const press = async (user: ReturnType<typeof userEvent.setup>, name: RegExp | string) =>
  user.click(await screen.findByRole('button', { name }));

describe('moving', () => {
  it('says what comes next, then what the move will do, then moves', async () => {
    const { user, sent } = lead({ phase: phaseOf('clarify') });
    expect(screen.getByText('Everybody groups the cards.', { exact: false })).toBeVisible();
    await press(user, 'Move the group to Cluster…');
    const dialog = await screen.findByRole('alertdialog', { name: 'Move the group to Cluster?' });
    expect(within(dialog).getByText(/timer is set to 10 minutes/)).toBeVisible();
    expect(within(dialog).queryByRole('radio')).toBeNull();
    expect(sent).toEqual([]);
    await press(user, 'Move to Cluster');
    expect(sent).toEqual([{ name: 'phase.move', input: { groupId: 'g1', phaseId: 'phase-cluster' } }]);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it('asks what happens to private cards', async () => {
    const { user, sent } = lead({ phase: phaseOf('write'), revealed: true, cardsWritten: 4 });
    await press(user, 'Move the group to Clarify…');
    await user.click(await screen.findByRole('radio', { name: /Keep them private/ }));
    await press(user, 'Move to Clarify');
    expect(sent[0]?.input).toEqual({ groupId: 'g1', phaseId: 'phase-clarify', drafts: 'keep' });
  });

  it('asks what happens to ballots when going back', async () => {
    const { user, sent } = lead({ phase: phaseOf('discuss'), ballots: [ballotState({ status: 'closed' })] });
    await press(user, 'More');
    await user.click(await screen.findByRole('menuitem', { name: 'Move to another step…' }));
    await press(user, 'Move the group to Cluster…');
    await user.click(await screen.findByRole('radio', { name: /Archive them/ }));
    await press(user, 'Move to Cluster');
    expect(sent[0]?.input).toEqual({ groupId: 'g1', phaseId: 'phase-cluster', ballots: 'archive' });
  });

  it('asks when only the server knows that there is something to ask', async () => {
    const { send, sent } = wire({ 'phase.move': [fail('cards-hidden', 'Hidden cards.'), succeed(null)] });
    const { user } = lead({ phase: phaseOf('write'), revealed: false }, { send, sent });
    await press(user, 'Move the group to Clarify…');
    await press(user, 'Move to Clarify');
    expect(await screen.findByRole('radio', { name: /Reveal them/ })).toBeChecked();
    await press(user, 'Move to Clarify');
    expect(sent.map(({ input }) => input)).toEqual([
      { groupId: 'g1', phaseId: 'phase-clarify' },
      { groupId: 'g1', phaseId: 'phase-clarify', drafts: 'reveal' },
    ]);
  });

  it('locks the clusters on the way out of them, unless told not to', async () => {
    const { user, sent } = lead({});
    await press(user, 'Move the group to Shortlist…');
    expect(await screen.findByRole('checkbox', { name: /Lock the clusters/ })).toBeChecked();
    await press(user, 'Move to Shortlist');
    await waitFor(() => expect(sent.map(({ name }) => name)).toEqual(['phase.move', 'board.lock']));
  });
});

describe('revealing', () => {
  it('says how many cards are finished and how many are still being written', () => {
    lead({ phase: phaseOf('write'), revealed: false, cardsWritten: 15, draftsOpen: 3 });
    expect(screen.getByText(/12 cards finished · 3 still being written/)).toBeVisible();
  });

  it('confirms before it asks the authors', async () => {
    const { user, sent } = lead({ phase: phaseOf('write'), revealed: false, cardsWritten: 4, draftsOpen: 1 });
    await press(user, 'Reveal the cards…');
    expect(await screen.findByText(/^3 finished cards appear/)).toBeVisible();
    expect(screen.getByText(/^1 card is still being written: its author gets 20 seconds/)).toBeVisible();
    expect(sent).toEqual([]);
    await press(user, 'Reveal');
    expect(sent).toEqual([{ name: 'drafts.reveal', input: { groupId: 'g1' } }]);
  });

  it('shows the wait, and can end it', async () => {
    const endsAt = new Date(Date.now() + 15_000).toISOString();
    const { user, sent } = lead({ phase: phaseOf('write'), revealed: false, cardsWritten: 4, reveal: { endsAt } });
    expect(screen.getByRole('status')).toHaveTextContent(/1[45] seconds left/);
    await press(user, 'Reveal now');
    expect(sent).toEqual([{ name: 'drafts.reveal', input: { groupId: 'g1', now: true } }]);
  });
});

describe('balloting', () => {
  it('opens one on all clusters with the proposed budget', async () => {
    const { user, sent } = lead({ phase: phaseOf('shortlist') });
    await press(user, 'Open a ballot…');
    expect(await screen.findByRole('radio', { name: 'All clusters (3)' })).toBeChecked();
    await press(user, 'Open the ballot on 3 options');
    expect(sent[0]?.input).toEqual({
      groupId: 'g1',
      kind: 'dots',
      options: ['cl1', 'cl2', 'cl3'].map((id) => ({ kind: 'cluster', id })),
      settings: { budget: 3, cap: 2 },
    });
  });

  it('proposes a budget for the number of options, and takes another one', async () => {
    const cards = Array.from({ length: 40 }, (_, index) => ({ id: `card${index}` }));
    const { user, sent } = lead({ phase: phaseOf('shortlist') }, wire(), { cards, clusters: [], selected: [] });
    await press(user, 'Open a ballot…');
    const budget = await screen.findByRole('textbox', { name: 'Dots for each person' });
    expect(budget).toHaveValue('6');
    await user.clear(budget);
    expect(screen.getByRole('button', { name: /Open the ballot/ })).toBeDisabled();
    await user.type(budget, '1');
    await press(user, /Open the ballot on 40/);
    expect(sent[0]?.input).toMatchObject({ settings: { budget: 1, cap: 1 } });
  });

  it('closes in two steps', async () => {
    const { user, sent } = lead({ phase: phaseOf('shortlist'), ballots: [ballotState()] });
    await press(user, 'Close the ballot…');
    expect(await screen.findByText(/published to everybody at once/)).toBeVisible();
    expect(sent).toEqual([]);
    await press(user, 'Close and publish');
    expect(sent).toEqual([{ name: 'ballot.close', input: { ballotId: 'b1' } }]);
  });
});

describe('closing the session', () => {
  it.each([
    ['non-attributed', /Erased for good/],
    ['named', /stays stored/],
  ] as const)('says what becomes of authorship in a %s group', async (attribution, text) => {
    const { user, sent } = lead({ phase: phaseOf('readback'), attribution });
    await press(user, 'Close the session…');
    expect(await screen.findByText(text)).toBeVisible();
    await press(user, 'Close the session');
    expect(sent).toEqual([{ name: 'group.close', input: { groupId: 'g1' } }]);
  });

  it('waits for an open ballot', async () => {
    const { user } = lead({ ballots: [ballotState()] });
    await press(user, 'More');
    await user.click(await screen.findByRole('menuitem', { name: 'Close the session…' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('A ballot is open');
    expect(screen.getByRole('button', { name: 'Close the session' })).toBeDisabled();
  });
});

it('drives the timer', async () => {
  const endsAt = new Date(Date.now() + 60_000).toISOString();
  const { user, sent } = lead({ timer: { state: 'running', durationMs: 60_000, endsAt } });
  await press(user, 'Pause');
  await press(user, '5 minutes more');
  await press(user, '1 minute less');
  expect(sent).toEqual([
    { name: 'timer.pause', input: { groupId: 'g1' } },
    { name: 'timer.adjust', input: { groupId: 'g1', deltaMs: 300_000 } },
    { name: 'timer.adjust', input: { groupId: 'g1', deltaMs: -60_000 } },
  ]);
});

it('folds into the next step and a menu where there is no room', async () => {
  const { user, sent } = lead({ phase: phaseOf('clarify') }, wire(), board, true);
  expect(
    screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent),
  ).toEqual(['More', 'Move the group to Cluster…']);
  await press(user, 'More');
  await user.click(await screen.findByRole('menuitem', { name: 'Start the timer' }));
  expect(sent).toEqual([{ name: 'timer.start', input: { groupId: 'g1' } }]);
});

describe('suggesting clusters', () => {
  it('is a button while the group clusters, and a line of the menu at other times and on a phone', async () => {
    const first = lead({ phase: phaseOf('cluster') });
    await press(first.user, 'Suggest clusters');
    expect(first.sent).toEqual([{ name: 'cluster.suggest', input: { groupId: 'g1' } }]);
    cleanup();
    const phone = lead({ phase: phaseOf('cluster') }, wire(), board, true);
    expect(screen.queryByRole('button', { name: 'Suggest clusters' })).toBeNull();
    await press(phone.user, 'More');
    await phone.user.click(await screen.findByRole('menuitem', { name: 'Suggest clusters' }));
    expect(phone.sent).toHaveLength(1);
  });
});
