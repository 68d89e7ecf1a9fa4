import { DRAFT_ROOTS } from '@rapport/board/layout';
import { readDrafts } from '@rapport/board/read-board';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LiveDocument } from '../documents/live-document.ts';
import { Network, until } from '../documents/testing.ts';
import { groupState, phaseOf } from '../group/testing.ts';
import { setLocale } from '../messages/locale-store.ts';
import { OpenDrafts } from './DraftsPanel.tsx';
import { requestDraft } from './draft-request.ts';

let network: Network;
let live: LiveDocument;

const writing = groupState({
  phase: phaseOf('write'),
  revealed: false,
  me: { ...groupState().me, role: 'participant' },
});
const drafts = (): string[] =>
  readDrafts(live.store.getState().doc)
    .filter((draft) => draft.title !== '' || draft.body !== '')
    .map((draft) => `${draft.title}${draft.finished ? ' (added)' : ''}`)
    .toSorted();
const title = (): HTMLElement => screen.getByRole('textbox', { name: 'Title' });

beforeEach(async () => {
  await setLocale('en', false);
  network = new Network(DRAFT_ROOTS);
  live = network.open('draft.g1.s1');
  await until(live, ({ loaded }) => loaded);
});
afterEach(() => network.close());

test('says who will see it before it is written', () => {
  render(<OpenDrafts live={live} group={writing} />);
  expect(screen.getByText('Only you can see this until the reveal.')).toBeInTheDocument();
  expect(screen.getByText('Shown without name or nation. Not in any export.')).toBeInTheDocument();
});

test('a card counts once it is added, and can be taken back', async () => {
  const user = userEvent.setup();
  render(<OpenDrafts live={live} group={writing} />);
  await user.type(title(), 'Joint training hub');
  expect(drafts()).toEqual(['Joint training hub']);
  await user.click(screen.getByRole('button', { name: 'Add to my cards' }));
  expect(drafts()).toEqual(['Joint training hub (added)']);
  await waitFor(() => expect(title()).toHaveFocus());
  expect(title()).toHaveValue('');
  await user.click(screen.getByRole('button', { name: 'Commands for Joint training hub' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Take back to edit' }));
  expect(drafts()).toEqual(['Joint training hub']);
});

test('a card without a title is not added', async () => {
  const user = userEvent.setup();
  render(<OpenDrafts live={live} group={writing} />);
  await user.click(screen.getByRole('button', { name: 'Add to my cards' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Give it a title first.');
  expect(screen.getByRole('heading', { name: 'My cards (0)' })).toBeInTheDocument();
});

test('cards are started under another client id each', async () => {
  const user = userEvent.setup();
  render(<OpenDrafts live={live} group={writing} />);
  const { doc } = live.store.getState();
  const ids = new Set([doc.clientID]);
  for (const text of ['One', 'Two']) {
    await user.type(title(), text);
    await user.click(screen.getByRole('button', { name: 'Add to my cards' }));
    ids.add(doc.clientID);
  }
  expect(ids.size).toBe(3);
});

test('while a reveal waits, what is open is asked about; no answer keeps it private', async () => {
  const user = userEvent.setup();
  const { rerender } = render(<OpenDrafts live={live} group={writing} />);
  await user.type(title(), 'Half a thought');
  const endsAt = new Date(Date.now() + 20_000).toISOString();
  rerender(<OpenDrafts live={live} group={{ ...writing, reveal: { endsAt } }} />);
  expect(screen.getByText(/^The reveal starts in \d+ seconds$/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Keep private: Half a thought' }));
  expect(drafts()).toEqual(['Half a thought']);
  expect(screen.getByText('Kept private')).toBeInTheDocument();
});

test('what is included while a reveal waits is added', async () => {
  const user = userEvent.setup();
  const endsAt = new Date(Date.now() + 20_000).toISOString();
  render(<OpenDrafts live={live} group={{ ...writing, reveal: { endsAt } }} />);
  await user.type(title(), 'Half a thought');
  await user.click(screen.getByRole('button', { name: 'Include: Half a thought' }));
  expect(drafts()).toEqual(['Half a thought (added)']);
});

test('after a reveal the author is told what coming later may say', async () => {
  const user = userEvent.setup();
  render(<OpenDrafts live={live} group={{ ...writing, revealed: true }} />);
  expect(screen.queryByRole('button', { name: /^Send/ })).not.toBeInTheDocument();
  await user.type(title(), 'Later');
  await user.click(screen.getByRole('button', { name: 'Add to my cards' }));
  expect(await screen.findByRole('button', { name: 'Send my card' })).toBeInTheDocument();
  expect(screen.getByText(/the moment may tell who wrote it/)).toBeInTheDocument();
});

test('a closed group takes nothing more', () => {
  render(<OpenDrafts live={live} group={{ ...writing, status: 'closed' }} />);
  expect(screen.getByText('The group has closed its session. Nothing can be written now.')).toBeInTheDocument();
  expect(screen.queryByRole('textbox', { name: 'Title' })).not.toBeInTheDocument();
});

test('the board’s call for a private card puts the caret into the title', async () => {
  render(<OpenDrafts live={live} group={writing} />);
  act(() => requestDraft());
  await waitFor(() => expect(title()).toHaveFocus());
});
