import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { GroupId } from '@rapport/domain/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BoardSession } from '../board/board-session.ts';
import { newCluster } from '../board/board-commands.ts';
import { card, clusterNamed, MAY, openBoard } from '../board/testing.ts';
import { useOpenBoard } from '../board/use-board.ts';
import { useAuthors } from '../connection/authors-store.ts';
import { useGroup } from '../connection/group-store.ts';
import { groupState } from '../group/testing.ts';
import { setLocale } from '../messages/locale-store.ts';
import { OutlineView } from './OutlineView.tsx';

let session: BoardSession;
let close: () => void;

beforeEach(async () => {
  await setLocale('en', false);
  // Menus load when the first one opens.
  await import('../ui/MenuPanel.tsx');
  ({ session, close } = await openBoard({ a: [0, 0], b: [224, 0], c: [0, 144] }));
  newCluster(session, MAY, [card('a')], 'outline', 'Training');
  useOpenBoard.setState({ session });
  useGroup.setState({ state: groupState() });
});
afterEach(() => {
  useOpenBoard.setState({ session: null });
  useGroup.setState({ state: null });
  close();
});

const show = (): void => void render(<OutlineView groupId={'g1' as GroupId} isAlone />);
const choose = async (menu: string, command: RegExp): Promise<void> => {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: menu }));
  await user.click(await screen.findByRole('menuitem', { name: command }));
};
const itemsUnder = (heading: string): string[] => {
  const section = screen.getByRole('heading', { name: heading }).closest('section');
  return within(section as HTMLElement)
    .getAllByRole('listitem')
    .map((item) => item.textContent ?? '');
};

test('clusters are headings with their cards as lists', () => {
  show();
  expect(itemsUnder('Training')).toEqual(['Idea a']);
  expect(itemsUnder('Not in a cluster')).toEqual(['Idea b', 'Idea c']);
});

test('clusters stand below a heading of the outline, whatever else is on the page', () => {
  show();
  const levels = screen.getAllByRole('heading').map(({ tagName, textContent }) => `${tagName} ${textContent}`);
  expect(levels).toEqual(['H2 Outline', 'H3 Training', 'H3 Not in a cluster']);
});

test('a card is moved to a cluster by typing its name', async () => {
  show();
  await choose('Commands for Idea b', /Move to cluster/);
  const user = userEvent.setup();
  await user.type(await screen.findByRole('searchbox', { name: 'Type the name of a cluster' }), 'train');
  await user.click(screen.getByRole('option', { name: 'Training 1 card' }));
  await waitFor(() => expect(itemsUnder('Training')).toEqual(['Idea a', 'Idea b']));
});

test('several cards are grouped at once', async () => {
  const user = userEvent.setup();
  show();
  await user.click(screen.getByRole('button', { name: 'Select several' }));
  await user.click(screen.getByRole('checkbox', { name: 'Select Idea b' }));
  await user.click(screen.getByRole('checkbox', { name: 'Select Idea c' }));
  await user.click(screen.getByRole('button', { name: /^Group/ }));
  await user.type(await screen.findByRole('textbox', { name: 'Title of the cluster' }), 'Exchanges{Enter}');
  expect(itemsUnder('Exchanges')).toEqual(['Idea b', 'Idea c']);
});

test('a cluster is renamed and dissolved by its menu', async () => {
  show();
  await choose('Commands for cluster Training', /Rename/);
  const user = userEvent.setup();
  const field = await screen.findByRole('textbox', { name: 'Title of the cluster' });
  await user.clear(field);
  await user.type(field, 'Shared training{Enter}');
  expect(session.records.cluster(clusterNamed(session, 'Shared training'))?.cards).toBe(1);
  await choose('Commands for cluster Shared training', /Dissolve/);
  expect(session.records.clusterIds()).toEqual([]);
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
});

test('the bin gives cards back', async () => {
  const user = userEvent.setup();
  show();
  await choose('Commands for Idea c', /Put into bin/);
  expect(screen.queryByText('Idea c')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Bin (1)' }));
  await user.click(await screen.findByRole('option', { name: 'Idea c' }));
  expect(itemsUnder('Not in a cluster')).toEqual(['Idea b', 'Idea c']);
});

test('a locked board says so and offers nothing that would be refused', () => {
  useGroup.setState({ state: groupState({ boardLocked: true, me: { ...groupState().me, role: 'participant' } }) });
  show();
  expect(screen.getByText('The board is locked. You can read and look around.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '+ Card' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'New cluster' })).toBeDisabled();
});

test('a closed session has nothing to write with, and what the page says of it is not said again', () => {
  useGroup.setState({ state: groupState({ status: 'closed' }) });
  show();
  expect(itemsUnder('Training')).toEqual(['Idea a']);
  expect(screen.queryByRole('button', { name: '+ Card' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'New cluster' })).not.toBeInTheDocument();
  expect(screen.queryByText(/has closed its session/)).not.toBeInTheDocument();
});

test('while cards are private, a new one leads to the drafts', async () => {
  const user = userEvent.setup();
  const { phaseOf } = await import('../group/testing.ts');
  useGroup.setState({ state: groupState({ phase: phaseOf('write') }) });
  let asked = 0;
  render(<OutlineView groupId={'g1' as GroupId} isAlone onWritePrivately={() => (asked += 1)} />);
  await user.click(screen.getByRole('button', { name: '+ My card' }));
  expect(asked).toBe(1);
  expect(session.records.cardIds()).toHaveLength(3);
});

test('says who is behind a card: a name and delegation where it may, else the bloc as shape and word', () => {
  useAuthors.setState({
    authors: new Map([
      [card('a'), { cardId: card('a'), author: { displayName: 'Ada Birch', delegation: 'Norway', bloc: 'allied' } }],
      [card('b'), { cardId: card('b'), bloc: 'partner' }],
    ]),
  });
  show();
  expect(itemsUnder('Training')).toEqual(['Idea aBy Ada Birch · Norway']);
  expect(itemsUnder('Not in a cluster')).toEqual(['Idea bPartner', 'Idea c']);
  useAuthors.setState({ authors: new Map() });
});

test('only whoever leads can ask everybody to look at a card', async () => {
  const user = userEvent.setup();
  show();
  await user.click(screen.getByRole('button', { name: 'Commands for Idea b' }));
  expect(await screen.findByRole('menuitem', { name: 'Look here' })).toBeInTheDocument();
  await user.keyboard('{Escape}');
  act(() => useGroup.setState({ state: groupState({ me: { ...groupState().me, role: 'participant' } }) }));
  await user.click(screen.getByRole('button', { name: 'Commands for Idea b' }));
  expect(await screen.findByRole('menuitem', { name: /^Edit/ })).toBeInTheDocument();
  expect(screen.queryByRole('menuitem', { name: 'Look here' })).not.toBeInTheDocument();
});
