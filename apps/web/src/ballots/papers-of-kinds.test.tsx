import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BlocId } from '@rapport/domain/blocs';
import type { BallotId } from '@rapport/domain/ids';
import { succeed } from '@rapport/protocol/failures';
import type { BallotState, GroupState } from '@rapport/protocol/group-state';
import { groupState, phaseOf, wire } from '../group/testing.ts';
import { BallotPanel } from './BallotPanel.tsx';
import { readPaper } from './paper-store.ts';
import { ballotOfKind } from './testing.ts';

const seat = { id: 'alice', bloc: 'allied' as BlocId };
const ballotId = 'b1' as BallotId;
const HUB = 'Joint training hub';
const CHAIRS = 'Rotating co-chairs';
const PICTURE = 'Early-warning picture';

const inGroup = (ballot: BallotState, me: Partial<GroupState['me']> = {}): GroupState =>
  groupState({
    phase: phaseOf('shortlist'),
    ballots: [ballot],
    me: { role: 'participant', done: false, checkedIn: true, entitled: [ballotId], cast: [], options: [], ...me },
  });

const question = (option: string, axis: string) =>
  within(screen.getByRole('radiogroup', { name: `${option} ${axis}` }));
const choose = (option: string, axis: string, answer: string) =>
  question(option, axis).getByRole('radio', { name: answer });
const position = (option: string) => question(option, 'My position');

beforeEach(() => localStorage.clear());

describe('a rating', () => {
  it('is given by tap or by arrows, with "cannot judge" as an answer', async () => {
    const user = userEvent.setup();
    const { send, sent } = wire({ 'ballot.cast': [succeed({ cast: 8, entitled: 12 })] });
    render(<BallotPanel state={inGroup(ballotOfKind('rating'))} seat={seat} send={send} />);
    await user.click(question(HUB, 'Contribution to security').getByRole('radio', { name: '4' }));
    expect(screen.getByText('0 of 3 answered')).toBeVisible();
    await user.click(question(HUB, 'Feasibility').getByRole('radio', { name: 'Cannot judge' }));
    expect(screen.getByText('1 of 3 answered')).toBeVisible();
    await user.click(question(CHAIRS, 'Feasibility').getByRole('radio', { name: '2' }));
    await user.keyboard('{ArrowLeft}');
    await user.click(screen.getByRole('button', { name: 'Hand in my paper' }));
    expect(sent[0]?.input).toMatchObject({ choices: { ratings: { o0: [4, null], o1: [null, 1] } } });
    expect(readPaper('alice', ballotId).draft).toBeNull();
  });

  it('is there again after a reload, "cannot judge" included', async () => {
    const user = userEvent.setup();
    const { send } = wire();
    const first = render(<BallotPanel state={inGroup(ballotOfKind('rating'))} seat={seat} send={send} />);
    await user.click(question(HUB, 'Feasibility').getByRole('radio', { name: 'Cannot judge' }));
    first.unmount();
    render(<BallotPanel state={inGroup(ballotOfKind('rating'))} seat={seat} send={send} />);
    expect(question(HUB, 'Feasibility').getByRole('radio', { name: 'Cannot judge' })).toBeChecked();
  });

  it('says what the ends of the scale mean', () => {
    render(<BallotPanel state={inGroup(ballotOfKind('rating'))} seat={seat} send={wire().send} />);
    expect(screen.getByRole('radiogroup', { name: `${HUB} Feasibility` })).toHaveAccessibleDescription(
      /1 = low, ?5 = high/,
    );
  });
});

describe('a ranking', () => {
  it('is put in order by buttons and keys, and the focus stays with what moves', async () => {
    const user = userEvent.setup();
    const { send, sent } = wire({ 'ballot.cast': [succeed({ cast: 8, entitled: 12 })] });
    render(<BallotPanel state={inGroup(ballotOfKind('ranking'))} seat={seat} send={send} />);
    await user.click(screen.getByRole('button', { name: `Put on place 1: ${CHAIRS}` }));
    await user.click(screen.getByRole('button', { name: `Put on place 2: ${HUB}` }));
    await user.click(screen.getByRole('button', { name: `Put on place 3: ${PICTURE}` }));
    expect(screen.getByText('3 of 3 ranked')).toBeVisible();
    expect(screen.getByRole('button', { name: `One place up: ${PICTURE}` })).toHaveFocus();
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(screen.getByRole('button', { name: `One place up: ${PICTURE}` })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: `One place down: ${CHAIRS}` }));
    expect(screen.getByRole('button', { name: `One place down: ${CHAIRS}` })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: `Take out of my order: ${HUB}` }));
    expect(screen.getByRole('button', { name: `Put on place 3: ${HUB}` })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Hand in my paper' }));
    expect(sent[0]?.input).toMatchObject({ choices: { ranking: ['o2', 'o1'] } });
  });
});

describe('an endorsement', () => {
  it('asks for a reason where one is wanted, and sends it with that level only', async () => {
    const user = userEvent.setup();
    const { send, sent } = wire({ 'ballot.cast': [succeed({ cast: 8, entitled: 12 })] });
    render(<BallotPanel state={inGroup(ballotOfKind('endorsement'))} seat={seat} send={send} />);
    await user.click(position(HUB).getByRole('radio', { name: 'Endorse' }));
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(position(CHAIRS).getByRole('radio', { name: 'Oppose forwarding it' }));
    await user.type(screen.getByRole('textbox', { name: /Why do you oppose it/ }), 'Too early.');
    await user.click(screen.getByRole('button', { name: 'Hand in my paper' }));
    expect(sent[0]?.input).toMatchObject({
      choices: { levels: { o0: { level: 'endorse' }, o1: { level: 'oppose', text: 'Too early.' } } },
    });
  });
});

describe('what the server tells of others', () => {
  it.each([
    ['rating', () => choose(HUB, 'Feasibility', '4')],
    ['ranking', () => screen.getByRole('button', { name: `Put on place 1: ${CHAIRS}` })],
    ['endorsement', () => choose(CHAIRS, 'My position', 'Oppose forwarding it')],
  ] as const)('leaves a paper that is being filled in as it is, the focus too: %s', async (kind, first) => {
    const user = userEvent.setup();
    const { send, sent } = wire();
    const ballot = ballotOfKind(kind);
    const { rerender } = render(<BallotPanel state={inGroup(ballot)} seat={seat} send={send} />);
    await user.click(first());
    if (kind === 'endorsement') await user.type(screen.getByRole('textbox'), 'Too ear');
    const focused = document.activeElement;
    const filled = document.body.innerHTML;
    // Others vote, more come, the group is moved on, its time is changed, the texts come in another order.
    const others = { ...ballot, options: ballot.options.toReversed() };
    for (const change of [
      { phase: phaseOf('discuss') },
      { present: 3, done: 2 },
      { timer: { state: 'paused', remainingMs: 5_000, durationMs: 60_000, endsAt: null } },
      { ballots: [others] },
    ] satisfies Partial<GroupState>[]) {
      rerender(<BallotPanel state={{ ...inGroup(others), ...change }} seat={seat} send={send} />);
      expect(document.activeElement).toBe(focused);
    }
    expect(document.body.innerHTML).toBe(filled);
    if (kind === 'endorsement') await user.keyboard('ly.');
    await user.click(screen.getByRole('button', { name: 'Hand in my paper' }));
    expect(sent[0]?.input).toMatchObject({
      choices: {
        rating: { ratings: { o0: [null, 4] } },
        ranking: { ranking: ['o1'] },
        endorsement: { levels: { o1: { level: 'oppose', text: 'Too early.' } } },
      }[kind],
    });
  });
});

describe('a paper for somebody without a device', () => {
  it('is entered by who leads under its bloc, and corrected under the same key', async () => {
    const user = userEvent.setup();
    const { send, sent } = wire();
    const leader = inGroup(ballotOfKind('ranking'), { role: 'facilitator', entitled: [] });
    render(<BallotPanel state={leader} seat={seat} send={send} />);
    await user.click(screen.getByRole('button', { name: 'Enter a paper for somebody…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Enter a paper for somebody' }));
    expect(dialog.getByRole('button', { name: 'Put it in the box' })).toBeDisabled();
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Bloc of this person' }), 'Partner');
    await user.click(dialog.getByRole('button', { name: `Put on place 1: A · ${HUB}` }));
    await user.click(dialog.getByRole('button', { name: 'Put it in the box' }));
    await user.click(await dialog.findByRole('button', { name: 'Correct it' }));
    await user.click(dialog.getByRole('button', { name: `Put on place 2: B · ${CHAIRS}` }));
    await user.click(dialog.getByRole('button', { name: 'Put it in the box' }));
    await user.click(await dialog.findByRole('button', { name: 'Enter another' }));
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Bloc of this person' }), 'Allied');
    await user.click(dialog.getByRole('button', { name: 'Put it in the box' }));
    const inputs = sent.map(({ input }) => input as { paperKey: string; bloc: string; choices: unknown });
    expect(sent.map(({ name }) => name)).toEqual(['ballot.enter', 'ballot.enter', 'ballot.enter']);
    expect(inputs.map(({ bloc, choices }) => ({ bloc, choices }))).toEqual([
      { bloc: 'partner', choices: { ranking: ['o0'] } },
      { bloc: 'partner', choices: { ranking: ['o0', 'o1'] } },
      { bloc: 'allied', choices: { ranking: [] } },
    ]);
    expect(inputs[1]?.paperKey).toBe(inputs[0]?.paperKey);
    expect(inputs[2]?.paperKey).not.toBe(inputs[0]?.paperKey);
  });
});
