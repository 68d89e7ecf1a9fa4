import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { announceFirstSight } from '../connection/first-sight.ts';
import { setLocale } from '../messages/locale-store.ts';
import { useToasts } from '../ui/toast-store.ts';
import { newCluster } from './board-commands.ts';
import type { BoardSession } from './board-session.ts';
import { BoardSurface } from './BoardSurface.tsx';
import { ClusterTitleOverlay } from './ClusterTitleOverlay.tsx';
import { keysCome } from './later-keys.ts';
import { card, clusterNamed, MAY, openBoard, sketch } from './testing.ts';

let session: BoardSession;
let close: () => void;
let written: unknown[];

// a b
// c
beforeEach(async () => {
  await setLocale('en', false);
  announceFirstSight();
  await keysCome;
  ({ session, close } = await openBoard({ a: [-200, 0], b: [24, 0], c: [-200, 144] }));
  written = [];
  render(
    <>
      <BoardSurface session={session} rights={MAY} sharesPresence={false} onWrite={(at) => written.push(at)} />
      <ClusterTitleOverlay session={session} rights={MAY} />
    </>,
  );
});
afterEach(() => close());

const option = (name: string | RegExp): HTMLElement => screen.getByRole('option', { name });
/** Gives the focus time to follow, which it does with the next frame. */
const follow = async (): Promise<void> => {
  await new Promise(requestAnimationFrame);
};

test('cards are options of a list box with a name, and one of them is the tab stop', () => {
  expect(screen.getByRole('listbox', { name: 'Cards on the board' })).toHaveAttribute('aria-multiselectable', 'true');
  for (const name of ['Card: Idea a', 'Card: Idea b', 'Card: Idea c']) expect(option(name)).toBeInTheDocument();
  expect(screen.getAllByRole('option').filter((one) => one.tabIndex === 0)).toHaveLength(1);
  expect(option('Card: Idea a')).toHaveAttribute('aria-posinset', '1');
  expect(option('Card: Idea a')).toHaveAttribute('aria-setsize', '3');
});

test('arrows walk by place, Home and End by reading order', async () => {
  const user = userEvent.setup();
  await user.tab();
  await follow();
  expect(option('Card: Idea a')).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  await follow();
  expect(option('Card: Idea b')).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  await follow();
  expect(option('Card: Idea c')).toHaveFocus();
  await user.keyboard('{ArrowUp}');
  await follow();
  expect(option('Card: Idea a')).toHaveFocus();
  await user.keyboard('{End}');
  await follow();
  expect(option('Card: Idea c')).toHaveFocus();
});

test('M and arrows move, Enter places, Esc puts back, Ctrl+Z undoes', async () => {
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('m{ArrowRight}{ArrowRight}{ArrowDown}');
  expect(sketch(session)['a']).toBe('-200,0');
  await user.keyboard('{Enter}');
  expect(sketch(session)['a']).toBe('-168,16');
  await user.keyboard('m{ArrowRight}{Escape}');
  expect(sketch(session)['a']).toBe('-168,16');
  await user.keyboard('{Control>}z{/Control}');
  expect(sketch(session)['a']).toBe('-200,0');
});

test('Space selects, G groups and asks for the title', async () => {
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard(' {ArrowRight}');
  await follow();
  expect(option('Card: Idea b')).toHaveFocus();
  await user.keyboard(' ');
  expect(screen.getAllByRole('option', { selected: true })).toHaveLength(2);
  await user.keyboard('g');
  const field = await screen.findByRole('textbox', { name: 'Title of the cluster' });
  await user.type(field, 'Training{Enter}');
  await follow();
  expect(option('Cluster: Training 2 cards')).toHaveFocus();
  expect(option('Card: Idea a, in cluster Training')).toBeInTheDocument();
  expect(session.records.membersOf(clusterNamed(session, 'Training')).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(sketch(session)['c']).toBe('-200,144');
});

test('Delete bins and the focus goes on', async () => {
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{Delete}');
  expect(screen.queryByRole('option', { name: 'Card: Idea a' })).not.toBeInTheDocument();
  await follow();
  expect(option('Card: Idea b')).toHaveFocus();
  expect(session.records.binnedIds()).toEqual(['a']);
});

test('when somebody takes the focused card away, its neighbour has the focus', async () => {
  const user = userEvent.setup();
  await user.tab();
  await follow();
  expect(option('Card: Idea a')).toHaveFocus();
  act(() => session.doc.transact(() => session.doc.getMap('cards').delete('a'), 'somebody else'));
  await follow();
  expect(option('Card: Idea c')).toHaveFocus();
});

test('N asks for a card, and what others write appears', async () => {
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('n');
  expect(written).toEqual([null]);
  newCluster(session, MAY, [card('a')], 'outline', 'Early planning');
  expect(await screen.findByRole('option', { name: 'Cluster: Early planning 1 card' })).toBeInTheDocument();
});

test('a title that is being written when its cluster goes is not lost without a word', async () => {
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('g');
  const field = await screen.findByRole('textbox', { name: 'Title of the cluster' });
  await user.type(field, 'Together');
  const cluster = clusterNamed(session, '');
  act(() => session.doc.transact(() => session.doc.getMap('clusters').delete(cluster), 'somebody else'));
  expect(field).not.toBeInTheDocument();
  expect(session.ui.getState().renaming).toBeNull();
  expect(useToasts.getState().toasts.at(-1)?.text).toBe(
    'Somebody else has merged or dissolved this cluster. You were writing: “Together”.',
  );
});

test.each([true, false])('on which card one writes is told only where names are shown: %s', async (namesWriters) => {
  cleanup();
  render(
    <BoardSurface
      session={session}
      rights={MAY}
      sharesPresence
      namesWriters={namesWriters}
      onWrite={() => undefined}
    />,
  );
  // Begun before what tells the others is here.
  act(() => session.ui.setState({ editing: { card: card('b'), fresh: null, where: 'board' } }));
  const told = () => session.live.store.getState().awareness.getLocalState();
  await waitFor(() => {
    act(() => {
      option('Card: Idea a').dispatchEvent(new MouseEvent('pointermove', { bubbles: true, clientX: 5 }));
    });
    expect(told()?.['cursor']).toEqual([expect.any(Number), expect.any(Number)]);
  });
  expect(told()?.['editing']).toBe(namesWriters ? 'b' : null);
});

test('a card that somebody writes on says so in its name', () => {
  act(() => session.ui.setState({ writers: new Map([['b', 'Ada Birch is writing']]) }));
  expect(option('Card: Idea b Ada Birch is writing')).toBeInTheDocument();
});

test('what is typed for a dialog that is still on its way is not done to the board', async () => {
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('/nc{Delete}');
  expect(session.ui.getState().dialog).toEqual({ kind: 'find' });
  expect(written).toEqual([]);
  expect(session.records.clusterIds()).toEqual([]);
  expect(session.records.binnedIds()).toEqual([]);
});

test('the menu key opens the commands of the card that has the focus', async () => {
  const user = userEvent.setup();
  await user.tab();
  await follow();
  fireEvent.contextMenu(option('Card: Idea a'));
  expect(session.ui.getState()).toMatchObject({ menu: 'a', selection: new Set(['a']) });
});
