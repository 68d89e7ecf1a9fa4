import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BlocId } from '@rapport/domain/blocs';
import type { BallotId } from '@rapport/domain/ids';
import { fail, succeed } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import { ballotState, groupState, phaseOf, wire } from '../group/testing.ts';
import { BallotPanel } from './BallotPanel.tsx';
import { readPaper } from './paper-store.ts';

const seat = { id: 'alice', bloc: 'allied' as BlocId };
const ballotId = 'b1' as BallotId;

const voter = (patch: Partial<GroupState['me']> = {}, ballot = ballotState()): GroupState =>
  groupState({
    phase: phaseOf('shortlist'),
    ballots: [ballot],
    me: { role: 'participant', done: false, checkedIn: true, entitled: [ballotId], cast: [], options: [], ...patch },
  });

const titles = () => screen.getAllByRole('group').map((group) => group.closest('li')?.querySelector('p')?.textContent);

beforeEach(() => localStorage.clear());

describe('a paper', () => {
  it('is filled in by tap, handed in whole, and forgotten by the device', async () => {
    const user = userEvent.setup();
    const { send, sent } = wire({ 'ballot.cast': [succeed({ cast: 8, entitled: 12 })] });
    render(<BallotPanel state={voter()} seat={seat} send={send} />);
    const more = screen.getByRole('button', { name: 'One dot more for Joint training hub' });
    await user.click(more);
    await user.click(more);
    expect(screen.getByText('1 of 3 left')).toBeVisible();
    const { paperKey } = readPaper('alice', ballotId);
    expect(paperKey).toMatch(/^[A-Za-z0-9_-]{32}$/);
    await user.click(screen.getByRole('button', { name: 'Hand in my paper' }));
    expect(sent).toEqual([{ name: 'ballot.cast', input: { ballotId, paperKey, choices: { dots: { o0: 2 } } } }]);
    expect(await screen.findByText('Your paper is in the box.')).toBeVisible();
    expect(readPaper('alice', ballotId)).toEqual({ paperKey, draft: null });
  });

  it('keeps its order and its dots while the server tells of others', async () => {
    const user = userEvent.setup();
    const { send } = wire();
    const { rerender } = render(<BallotPanel state={voter()} seat={seat} send={send} />);
    const order = titles();
    await user.click(screen.getByRole('button', { name: 'One dot more for Rotating co-chairs' }));
    const focused = document.activeElement;
    const reversed = ballotState({ progress: { cast: 9, entitled: 13 }, options: ballotState().options.toReversed() });
    rerender(<BallotPanel state={voter({}, reversed)} seat={seat} send={send} />);
    expect(screen.getByText('9 of 13 have voted')).toBeVisible();
    expect(titles()).toEqual(order);
    expect(screen.getByText('2 of 3 left')).toBeVisible();
    expect(document.activeElement).toBe(focused);
  });

  it('is there again after a reload, in the same order', async () => {
    const user = userEvent.setup();
    const { send } = wire();
    const first = render(<BallotPanel state={voter()} seat={seat} send={send} />);
    const order = titles();
    await user.click(screen.getByRole('button', { name: 'One dot more for Rotating co-chairs' }));
    first.unmount();
    render(<BallotPanel state={voter()} seat={seat} send={send} />);
    expect(titles()).toEqual(order);
    expect(screen.getByText('2 of 3 left')).toBeVisible();
  });

  it('takes no dot beyond cap and budget, by tap or by key', async () => {
    const user = userEvent.setup();
    const { send, sent } = wire();
    render(<BallotPanel state={voter()} seat={seat} send={send} />);
    const first = screen.getByRole('button', { name: 'One dot more for Joint training hub' });
    first.focus();
    await user.keyboard('9');
    expect(screen.getByText('1 of 3 left')).toBeVisible();
    screen.getByRole('button', { name: 'One dot more for Rotating co-chairs' }).focus();
    await user.keyboard('{ArrowUp}{ArrowUp}++');
    expect(screen.getByText('0 of 3 left')).toBeVisible();
    const last = screen.getByRole('button', { name: 'One dot more for Early-warning picture' });
    expect(last).toHaveAttribute('aria-disabled', 'true');
    await user.click(last);
    await user.click(screen.getByRole('button', { name: 'Hand in my paper' }));
    expect(sent[0]?.input).toMatchObject({ choices: { dots: { o0: 2, o1: 1 } } });
  });

  it('can be changed, under the same key', async () => {
    const user = userEvent.setup();
    const { send, sent } = wire();
    render(<BallotPanel state={voter({ cast: [ballotId] })} seat={seat} send={send} />);
    await user.click(screen.getByRole('button', { name: 'Change my paper' }));
    expect(screen.getByText(/A new one replaces it whole/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'One dot more for Rotating co-chairs' }));
    await user.click(screen.getByRole('button', { name: 'Replace my paper' }));
    expect(sent[0]?.input).toEqual({
      ballotId,
      paperKey: readPaper('alice', ballotId).paperKey,
      choices: { dots: { o1: 1 } },
    });
  });

  it('stays filled in when the server refuses it, and says why', async () => {
    const user = userEvent.setup();
    const { send } = wire({ 'ballot.cast': [fail('paper-key-mismatch', 'Another key.')] });
    render(<BallotPanel state={voter()} seat={seat} send={send} />);
    await user.click(screen.getByRole('button', { name: 'One dot more for Rotating co-chairs' }));
    await user.click(screen.getByRole('button', { name: 'Hand in my paper' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('voted on another device');
    expect(screen.getByText('2 of 3 left')).toBeVisible();
  });

  it('says what is stored, and carries the bloc on its face', () => {
    render(<BallotPanel state={voter()} seat={seat} send={wire().send} />);
    expect(screen.getByText(/This paper carries your bloc/)).toHaveTextContent('Allied');
    expect(screen.getByText(/Nobody sees whose paper this is/)).toBeVisible();
  });
});

describe('without a vote', () => {
  it.each([
    ['a facilitator', voter({ role: 'facilitator', entitled: [] }), /Participants vote/],
    ['somebody not in the room', voter({ entitled: [] }), /participants who are in the room/],
  ])('tells %s why', (_, state, reason) => {
    render(<BallotPanel state={state} seat={seat} send={wire().send} />);
    expect(screen.getByText(reason)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Hand in/ })).toBeNull();
    expect(screen.getByText('7 of 12 have voted')).toBeVisible();
  });
});
