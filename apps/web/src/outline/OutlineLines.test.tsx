import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { binCards } from '@rapport/board/bin-cards';
import { moveCards } from '@rapport/board/move-cards';
import type { Point } from '@rapport/domain/card';
import type { GroupId } from '@rapport/domain/ids';
import { Profiler } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newCluster } from '../board/board-commands.ts';
import type { BoardSession } from '../board/board-session.ts';
import { card, MAY, openBoard } from '../board/testing.ts';
import { useOpenBoard } from '../board/use-board.ts';
import { useGroup } from '../connection/group-store.ts';
import { groupState } from '../group/testing.ts';
import { setLocale } from '../messages/locale-store.ts';
import { OutlineView } from './OutlineView.tsx';

// jsdom has no window to look through. With this one nothing is ever seen to come into view.
vi.hoisted(() => {
  globalThis.IntersectionObserver = class {
    observe(): void {}
    unobserve(): void {}
  } as unknown as typeof IntersectionObserver;
});

const MANY = 200;
const named = (index: number): string => `c${String(index).padStart(3, '0')}`;
const line = (index: number): HTMLElement => screen.getByRole('button', { name: `Idea ${named(index)}` });

let session: BoardSession;
let close: () => void;
let renders: number;

beforeEach(async () => {
  await setLocale('en', false);
  const places = Array.from({ length: MANY }, (_, index): [string, Point] => [named(index), [0, index * 200]]);
  ({ session, close } = await openBoard(Object.fromEntries(places)));
  useOpenBoard.setState({ session });
  useGroup.setState({ state: groupState() });
  render(
    <Profiler id="outline" onRender={() => (renders += 1)}>
      <OutlineView groupId={'g1' as GroupId} />
    </Profiler>,
  );
  renders = 0;
});
afterEach(() => {
  useOpenBoard.setState({ session: null });
  useGroup.setState({ state: null });
  close();
});

test('only lines near the window are on the page, and each says which of how many it is', () => {
  const lines = screen.getAllByRole('listitem');
  expect(lines.length).toBeLessThan(MANY / 2);
  expect(lines[0]).toHaveAttribute('aria-posinset', '1');
  expect(lines.at(-1)).toHaveAttribute('aria-posinset', String(lines.length));
  for (const one of lines) expect(one).toHaveAttribute('aria-setsize', String(MANY));
});

test('the outline is one tab stop; arrows, Home and End go from line to line, also to those not on the page', async () => {
  const user = userEvent.setup();
  act(() => line(0).focus());
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(line(2)).toHaveFocus();
  await user.keyboard('{End}');
  await waitFor(() => expect(line(MANY - 1)).toHaveFocus());
  expect(screen.getAllByRole('listitem').at(-1)).toHaveAttribute('aria-posinset', String(MANY));
  await user.keyboard('{ArrowUp}{ArrowRight}');
  expect(screen.getByRole('button', { name: `Commands for Idea ${named(MANY - 2)}` })).toHaveFocus();
  const stops = screen.getAllByRole('button').filter((one) => one.closest('[data-line]') && one.tabIndex === 0);
  expect(stops).toHaveLength(2);
  await user.keyboard('{Home}');
  await waitFor(() => expect(line(0)).toHaveFocus());
});

test('heads of clusters are lines too', async () => {
  const user = userEvent.setup();
  act(() => newCluster(session, MAY, [card(named(5))], 'outline', 'Training'));
  act(() => line(5).focus());
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('button', { name: 'Commands for cluster Training' })).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  expect(line(5)).toHaveFocus();
});

test('when somebody takes the line away that has the focus, its neighbour has it and that is said', async () => {
  render(<div id="announce-polite" role="status" />);
  act(() => line(3).focus());
  act(() => void binCards(session.doc, [card(named(3))], 'another'));
  await waitFor(() => expect(line(4)).toHaveFocus());
  expect(screen.getByRole('status')).toHaveTextContent('The card you were on has been taken away');
});

test('cards that only move on the board are not drawn anew', () => {
  for (let step = 1; step <= 10; step += 1) {
    act(() => {
      const moves = Array.from({ length: 20 }, (_, index) => ({
        id: card(named(index)),
        position: [step * 7, index * 200] as Point,
      }));
      moveCards(session.doc, moves, 'another');
    });
  }
  expect(session.records.card(card(named(0)))?.position).toEqual([70, 0]);
  expect(renders).toBe(0);
});
