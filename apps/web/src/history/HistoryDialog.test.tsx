import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CardId, CheckpointId, ClusterId, GroupId } from '@rapport/domain/ids';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Checkpoint, EarlierBoard } from '@rapport/protocol/history';
import { useToasts } from '../ui/toast-store.ts';
import { HistoryDialog } from './HistoryDialog.tsx';

const checkpoint = (number: number, reason: Checkpoint['reason'], cards: number): Checkpoint => ({
  id: CheckpointId.parse(`checkpoint-${number}`),
  number,
  reason,
  phase: { kind: 'cluster', index: 1 },
  at: null,
  cards,
});

const cluster = ClusterId.parse('k');
const card = (id: string, title: string, more: Partial<EarlierBoard['cards'][number]> = {}) => ({
  id: CardId.parse(id),
  title,
  body: '',
  position: [0, 0] as [number, number],
  cluster: null,
  late: false,
  proxy: false,
  binned: false,
  tags: [],
  alsoIn: [],
  ...more,
});

const EARLIER: EarlierBoard = {
  checkpoint: checkpoint(1, 'phase', 2),
  cards: [card('a', 'Ports', { cluster }), card('b', 'Ferries'), card('c', 'In the bin', { binned: true })],
  clusters: [{ id: cluster, title: 'By sea', colour: 1, position: null }],
  options: [],
};

/** A server that keeps two boards; `asked` is what it was asked for. */
const server = (restored: Outcome<unknown> = succeed({ cards: 2, keptAs: 'checkpoint-3' })) => {
  const asked: string[] = [];
  const answer = (path: string): Outcome<unknown> => {
    asked.push(path);
    if (path.endsWith('/history')) {
      return succeed({ checkpoints: [checkpoint(2, 'activity', 3), checkpoint(1, 'phase', 2)] });
    }
    return path.endsWith('/restore') ? restored : succeed(EARLIER);
  };
  const calls = {
    get: (path: string) => Promise.resolve(answer(path)),
    post: (path: string) => Promise.resolve(answer(path)),
  };
  return { asked, calls: calls as never };
};

const open = async (options: { canRestore: boolean; calls: never; onClose?: () => void }) => {
  render(<HistoryDialog groupId={GroupId.parse('g1')} onClose={() => undefined} {...options} />);
  // The machinery of dialogs is loaded first.
  await userEvent.click(await screen.findByRole('button', { name: 'Start of Cluster' }, { timeout: 10_000 }));
  await screen.findByText('Ports');
};

test('lists boards by phase, newest first, and shows one for looking', async () => {
  const { calls } = server();
  await open({ canRestore: true, calls });
  expect(screen.getByRole('heading', { name: 'By sea' })).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Without a cluster' })).toBeInTheDocument();
  expect(screen.queryByText('In the bin')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Back to the list' }));
  const names = (await screen.findAllByRole('listitem')).map((item) => item.textContent);
  expect(names).toEqual(['During Cluster3 cards', 'Start of Cluster2 cards']);
});

test('restores only after it was said what will happen', async () => {
  let closed = false;
  const { calls, asked } = server();
  await open({ canRestore: true, calls, onClose: () => (closed = true) });
  await userEvent.click(screen.getByRole('button', { name: 'Restore this board' }));
  expect(await screen.findByText(/kept first/)).toBeInTheDocument();
  expect(asked.some((path) => path.endsWith('/restore'))).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: 'Restore it' }));
  await waitFor(() => expect(closed).toBe(true));
  expect(asked.at(-1)).toBe('/api/groups/g1/history/checkpoint-1/restore');
  expect(useToasts.getState().toasts.at(-1)?.text).toContain('2 cards stand as then');
});

test('says why a board is not restored', async () => {
  const { calls } = server(fail('ballot-open', 'A ballot is open.'));
  await open({ canRestore: true, calls });
  await userEvent.click(screen.getByRole('button', { name: 'Restore this board' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Restore it' }));
  expect(await screen.findByText('ballot-open')).toBeInTheDocument();
});

test('a closed session can only be looked back on', async () => {
  const { calls } = server();
  await open({ canRestore: false, calls });
  expect(screen.queryByRole('button', { name: 'Restore this board' })).toBeNull();
});
