import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { CardId } from '@rapport/domain/ids';
import { succeed } from '@rapport/protocol/failures';
import type { BoardSession } from '../board/board-session.ts';
import { openBoard } from '../board/testing.ts';
import { useOpenBoard } from '../board/use-board.ts';
import { useDiscussion } from '../comments/discussion-store.ts';
import { talkOf } from '../comments/fold-discussion.ts';
import { comment } from '../comments/testing.ts';
import { useGroup } from '../connection/group-store.ts';
import { live } from '../connection/live.ts';
import { groupState } from '../group/testing.ts';
import { CoverageMeter } from './CoverageMeter.tsx';
import { cardsInSight, watchReading } from './watch-reading.ts';

let session: BoardSession;
let close: () => void;
const hear = (opened: string[], subject = 'a'): void =>
  act(() =>
    useDiscussion.setState({
      talk: talkOf({
        comments: [comment(1, { subject: { kind: 'card', id: subject as CardId } })],
        similar: [],
        opened: opened as CardId[],
      }),
    }),
  );

// What comes when it is first opened is not what is waited for here.
beforeAll(async () => {
  await Promise.all([import('./CoverageDialog.tsx'), import('../ui/DialogPanel.tsx')]);
});
beforeEach(async () => {
  ({ session, close } = await openBoard({ a: [0, 0], b: [300, 0], c: [5000, 0] }));
  act(() => useOpenBoard.setState({ session }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  act(() => {
    useOpenBoard.setState({ session: null });
    useGroup.setState({ state: null });
  });
  close();
});

test('whoever leads sees how far the group is, and goes to a card nobody has looked at', async () => {
  const went: string[] = [];
  hear(['b']);
  render(<CoverageMeter onGoTo={(id) => went.push(id)} />);
  await userEvent.click(screen.getByRole('button', { name: '2 of 3 cards looked at' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'What the group has looked at' }));
  expect(dialog.getByText('1 of 3')).toBeVisible();
  expect(dialog.getByRole('heading', { name: '1 card nobody has looked at' })).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Idea c' }));
  expect(went).toEqual(['c']);
  expect(screen.queryByRole('dialog')).toBeNull();
  hear(['b', 'c']);
  await userEvent.click(screen.getByRole('button', { name: '3 of 3 cards looked at' }));
  expect(await screen.findByText('Every card has been looked at.')).toBeVisible();
});

test.each([
  ['participant', ['a', 'b']],
  ['observer', null],
  ['facilitator', null],
] as const)('the page of a %s tells what was in sight: %j', (role, told) => {
  // The date stays as it is: presence would think that everybody is long gone.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const sent = vi.spyOn(live, 'command').mockResolvedValue(succeed(null) as never);
  useDiscussion.setState({ talk: talkOf({ comments: [], similar: [], opened: [] }) });
  useGroup.setState({ state: groupState({ me: { ...groupState().me, role } }) });
  session.camera.resize({ width: 1000, height: 800 });
  const stop = watchReading(session, () => cardsInSight(session));
  vi.advanceTimersByTime(16_000);
  expect(sent.mock.calls).toEqual(told === null ? [] : [['card.opened', { groupId: 'g1', cardIds: told }]]);
  // Once is enough, and far out nobody reads.
  session.camera.show({ x: 4800, y: -100, zoom: 0.5 });
  vi.advanceTimersByTime(30_000);
  expect(sent.mock.calls).toHaveLength(told === null ? 0 : 1);
  stop();
});
