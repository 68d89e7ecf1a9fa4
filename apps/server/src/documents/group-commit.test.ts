import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DocumentId } from '@rapport/domain/document-id';
import { gatherMs, GroupCommit, type PendingRecord } from './group-commit.ts';

const A = 'board.a' as DocumentId;
const B = 'board.b' as DocumentId;
const record = (document: DocumentId, seq: number, bytes = 1): PendingRecord => ({
  document,
  seq,
  update: new Uint8Array(bytes),
});

/** A disk that answers when it is told to. */
class Disk {
  readonly batches: string[][] = [];
  readonly health: boolean[] = [];
  readonly commits = new GroupCommit({
    gatherMs: () => 0,
    retryFromMs: 1,
    commit: (batch) => this.#write(batch),
    onHealth: (healthy) => this.health.push(healthy),
  });
  #answer = Promise.withResolvers<void>();
  #asked = Promise.withResolvers<void>();

  #write(batch: readonly PendingRecord[]): Promise<void> {
    this.batches.push(batch.map(({ document, seq }) => `${document} ${seq}`));
    this.#answer = Promise.withResolvers<void>();
    this.#asked.resolve();
    this.#asked = Promise.withResolvers<void>();
    return this.#answer.promise;
  }

  /** Resolves when the next batch is being written. */
  asked(): Promise<void> {
    return this.#asked.promise;
  }

  succeed(): void {
    this.#answer.resolve();
  }

  fail(): void {
    this.#answer.reject(new Error('disk full'));
  }
}

describe('group commit', () => {
  test('records of all documents share a commit; what comes while it runs gathers for the next', async () => {
    const disk = new Disk();
    const asked = disk.asked();
    const first = [disk.commits.append(record(A, 1)), disk.commits.append(record(B, 1))];
    await asked;
    const again = disk.asked();
    const second = [disk.commits.append(record(A, 2)), disk.commits.append(record(A, 3))];
    disk.succeed();
    await Promise.all(first);
    await again;
    disk.succeed();
    await Promise.all(second);
    expect(disk.batches).toEqual([
      ['board.a 1', 'board.b 1'],
      ['board.a 2', 'board.a 3'],
    ]);
  });

  test('a failed batch is tried again first, in order, and health is told once each way', async () => {
    const disk = new Disk();
    let asked = disk.asked();
    const all = [disk.commits.append(record(A, 1))];
    for (let failure = 0; failure < 3; failure++) {
      await asked;
      all.push(disk.commits.append(record(A, all.length + 1)));
      asked = disk.asked();
      disk.fail();
    }
    await asked;
    expect(disk.commits.healthy).toBe(false);
    disk.succeed();
    await Promise.all(all);
    expect(disk.commits.healthy).toBe(true);
    expect(disk.health).toEqual([false, true]);
    expect(disk.batches.at(-1)).toEqual(['board.a 1', 'board.a 2', 'board.a 3', 'board.a 4']);
  });

  test('no transaction grows beyond 8 MB', async () => {
    const disk = new Disk();
    const asked = disk.asked();
    for (let seq = 1; seq <= 5; seq++) void disk.commits.append(record(A, seq, 3 * 1024 * 1024));
    await asked;
    expect(disk.batches).toEqual([['board.a 1', 'board.a 2']]);
  });

  test('a document is settled when its own records are durable, whatever others still write', async () => {
    const disk = new Disk();
    const order: string[] = [];
    const asked = disk.asked();
    void disk.commits.append(record(A, 1));
    await asked;
    void disk.commits.append(record(B, 1));
    const a = disk.commits.settled(A).then(() => order.push('a'));
    const b = disk.commits.settled(B).then(() => order.push('b'));
    await disk.commits.settled('board.unknown' as DocumentId);
    expect(order).toEqual([]);
    const again = disk.asked();
    disk.succeed();
    await a;
    await again;
    expect(order).toEqual(['a']);
    disk.succeed();
    await b;
  });

  test('forgetting drops what waits, also what comes back from a failed batch', async () => {
    const disk = new Disk();
    const asked = disk.asked();
    const all = [disk.commits.append(record(A, 1)), disk.commits.append(record(B, 1))];
    await asked;
    all.push(disk.commits.append(record(A, 2)));
    const again = disk.asked();
    const forgotten = disk.commits.forget(A);
    disk.fail();
    await forgotten;
    await again;
    expect(disk.batches.at(-1)).toEqual(['board.b 1']);
    disk.succeed();
    await Promise.all(all);
  });

  test('finishing writes everything that waits', async () => {
    const disk = new Disk();
    const asked = disk.asked();
    void disk.commits.append(record(A, 1));
    const finished = disk.commits.finish();
    await asked;
    disk.succeed();
    expect(await finished).toBe(true);
    expect(disk.commits.waiting).toBe(0);
  });

  test('finishing gives up when it cannot write', async () => {
    const disk = new Disk();
    const asked = disk.asked();
    void disk.commits.append(record(A, 1));
    const finished = disk.commits.finish();
    await asked;
    disk.fail();
    expect(await finished).toBe(false);
    expect(disk.commits.waiting).toBe(1);
  });
});

describe('how long records gather', () => {
  afterEach(() => void vi.useRealTimers());

  test.each([
    [0, 4],
    [1, 4],
    [2, 16],
    [4, 32],
    [120, 32],
  ])('after a commit of %i documents: %i ms', (documents, ms) => {
    expect(gatherMs(documents)).toBe(ms);
  });

  test('a quiet log writes at once; the more documents wrote, the longer the next ones gather', async () => {
    vi.useFakeTimers();
    const batches: { at: number; records: number }[] = [];
    const start = performance.now();
    const commits = new GroupCommit({
      commit: async (batch) => void batches.push({ at: performance.now() - start, records: batch.length }),
    });
    let seq = 0;
    const append = (...documents: DocumentId[]): void => {
      seq += 1;
      for (const document of documents) void commits.append(record(document, seq));
    };
    append(A, B);
    await vi.advanceTimersByTimeAsync(0);
    append(A);
    await vi.advanceTimersByTimeAsync(10);
    append(B);
    await vi.advanceTimersByTimeAsync(10);
    append(A);
    await vi.advanceTimersByTimeAsync(100);
    append(A);
    await vi.advanceTimersByTimeAsync(1);
    append(A);
    await vi.advanceTimersByTimeAsync(100);
    expect(batches.map(({ records }) => records)).toEqual([2, 2, 1, 1, 1]);
    expect(batches.map(({ at }) => Math.round(at))).toEqual([0, 16, 32, 120, 124]);
  });
});
