import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Attribution } from '@rapport/domain/attribution';
import type { CardId } from '@rapport/domain/ids';
import type { BoardSession } from '../board/board-session.ts';
import { newCluster } from '../board/board-commands.ts';
import { MAY, openBoard } from '../board/testing.ts';
import { useAuthors } from '../connection/authors-store.ts';
import { useGroup } from '../connection/group-store.ts';
import { groupState } from '../group/testing.ts';
import { PrintDialog } from './PrintDialog.tsx';
import { cutOutPages, readPrinted, titleSize } from './printed-board.ts';

const places = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`c${n}`, [n * 230, 0] as [number, number]]));
let session: BoardSession;
let close: () => void;
/** What stood on paper. */
let printed: { text: string; marks: number }[];

const sheets = (): HTMLElement | null => document.querySelector('body > [class*=sheets]');
const lead = (attribution: Attribution, chathamHouse: boolean): void => {
  const state = groupState({ attribution });
  act(() => {
    useGroup.setState({ state: { ...state, symposium: { ...state.symposium, chathamHouse } } });
    useAuthors.setState({
      authors: new Map([
        [
          'c1' as CardId,
          { cardId: 'c1' as CardId, author: { displayName: 'Alice Wren', delegation: 'Norway', bloc: 'allied' } },
        ],
      ]),
    });
  });
};

beforeEach(async () => {
  ({ session, close } = await openBoard(places));
  newCluster(session, MAY, ['c1' as CardId], 'outline', 'Training');
  printed = [];
  Object.defineProperty(document, 'fonts', { value: { ready: Promise.resolve() }, configurable: true });
  vi.spyOn(window, 'print').mockImplementation(() => {
    const text = sheets()?.textContent ?? '';
    printed.push({ text, marks: text.split('UNMARKED').length - 1 });
    window.dispatchEvent(new Event('afterprint'));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  act(() => {
    useGroup.setState({ state: null });
    useAuthors.setState({ authors: new Map() });
  });
  close();
});

const print = async (choose: readonly string[] = []): Promise<(typeof printed)[number]> => {
  render(<PrintDialog session={session} onClose={() => undefined} />);
  for (const name of choose) await userEvent.click(await screen.findByRole('radio', { name }));
  await userEvent.click(await screen.findByRole('button', { name: 'Print' }));
  await waitFor(() => expect(printed).toHaveLength(1));
  expect(sheets()).toBeNull();
  expect(document.documentElement.dataset['printing']).toBeUndefined();
  return printed[0] as (typeof printed)[number];
};

test('the board is printed cluster by cluster, marked above and below, and taken away again', async () => {
  lead('non-attributed', true);
  const { text, marks } = await print(['A3, landscape']);
  expect(marks).toBe(2);
  expect(text).toContain('How can Allies and Partners give each other a real stake in stability?');
  // First the map, then the words: the cluster's card before those in none.
  expect(text.lastIndexOf('Training1 cardIdea c1')).toBeGreaterThan(text.indexOf('Idea c8'));
  expect(text).toContain('Not in a cluster8 cardsIdea c0');
});

test('every cut-out carries the marking', async () => {
  lead('non-attributed', true);
  const { text, marks } = await print(['Cards to cut out']);
  expect(marks).toBe(9 + 2 * 2);
  expect(text).toContain('Idea c8');
});

test.each([
  ['named', true, false],
  ['named', false, true],
  ['non-attributed', false, false],
] as const)('paper leaves the room: in %s with the Rule %s a name is printed: %s', async (mode, rule, expected) => {
  lead(mode, rule);
  const { text } = await print();
  expect(text.includes('Alice Wren')).toBe(expected);
  expect(text).toContain('Idea c1');
});

test('cards are cut out by eight, clusters first, titles as large as they fit', () => {
  const pages = cutOutPages(readPrinted(session.content.getState()));
  expect(pages.map((page) => page.length)).toEqual([8, 1]);
  expect(pages[0]?.[0]).toMatchObject({ card: { id: 'c1' }, cluster: { title: 'Training' } });
  expect(['x'.repeat(45), 'x'.repeat(46), 'x'.repeat(101)].map(titleSize)).toEqual(['large', 'middle', 'tight']);
});
