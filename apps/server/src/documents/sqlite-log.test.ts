import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '@rapport/domain/document-id';
import { BOARD, bytesOf, describeDocumentLog, recordOf, storedIn } from './contract.ts';
import type { DocumentLog } from './document-log.ts';
import { SqliteLog } from './sqlite-log.ts';

/** A folder of its own that is removed at the end. */
class Folder implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<Folder> {
    return new Folder(await mkdtemp(join(tmpdir(), 'rapport-log-')));
  }

  get file(): string {
    return join(this.path, 'documents.sqlite');
  }

  /** Changes the closed file behind the log's back. */
  change(sql: string): void {
    const db = new Database(this.file);
    db.exec(sql);
    db.close();
  }

  count(sql: string): unknown {
    const db = new Database(this.file, { readonly: true });
    const count = db.prepare(sql).pluck().get();
    db.close();
    return count;
  }

  /** Whether any file of the folder holds this text. */
  async holds(text: string): Promise<boolean> {
    const files = await Promise.all((await readdir(this.path)).map((name) => readFile(join(this.path, name))));
    return files.some((bytes) => bytes.includes(text));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** A log whose thread can be killed, as by a fault of SQLite or of memory. */
class MortalLog extends SqliteLog {
  async die(): Promise<void> {
    await this.worker?.terminate();
  }
}

describeDocumentLog('SqliteLog', async () => {
  const folder = await Folder.make();
  const log = await SqliteLog.open({ file: folder.file });
  const close = log[Symbol.asyncDispose].bind(log);
  log[Symbol.asyncDispose] = async () => {
    await close();
    await folder[Symbol.asyncDispose]();
  };
  return log;
});

/** Stores five records with a snapshot at two and one at three, and closes the log. */
const fill = async (folder: Folder): Promise<void> => {
  await using log = await SqliteLog.open({ file: folder.file });
  for (const seq of [1, 2]) await log.append(BOARD, recordOf(seq));
  await log.snapshot(BOARD, { seq: 2, state: bytesOf('two') });
  await log.append(BOARD, recordOf(3));
  await log.snapshot(BOARD, { seq: 3, state: bytesOf('three') });
  for (const seq of [4, 5]) await log.append(BOARD, recordOf(seq));
};

describe('SqliteLog', () => {
  test('what was appended is there after the process was killed: in the files the moment it is answered', async () => {
    await using folder = await Folder.make();
    await using killed = await Folder.make();
    await using log = await SqliteLog.open({ file: folder.file });
    await log.append(BOARD, recordOf(1));
    const files = await readdir(folder.path);
    await Promise.all(
      files
        .filter((name) => !name.endsWith('-shm'))
        .map((name) => copyFile(join(folder.path, name), join(killed.path, name))),
    );
    await using again = await SqliteLog.open({ file: killed.file });
    expect((await storedIn(again)).records).toEqual(['1: change 1']);
  });

  test('what waits when it is closed is written first', async () => {
    await using folder = await Folder.make();
    const log = await SqliteLog.open({ file: folder.file });
    void log.append(BOARD, recordOf(1));
    void log.append(BOARD, recordOf(2));
    await log[Symbol.asyncDispose]();
    await using again = await SqliteLog.open({ file: folder.file });
    expect((await storedIn(again)).records).toEqual(['1: change 1', '2: change 2']);
  });

  test.each<[string, string, Awaited<ReturnType<typeof storedIn>>]>([
    ['nothing', '', { snapshot: '3: three', records: ['4: change 4', '5: change 5'], damage: null }],
    [
      'a changed record',
      `UPDATE log SET bytes = x'00' WHERE seq = 5`,
      { snapshot: '3: three', records: ['4: change 4'], damage: { seq: 5, what: 'record' } },
    ],
    [
      'a changed record and all after it',
      `UPDATE log SET crc = crc + 1 WHERE seq = 4`,
      { snapshot: '3: three', records: [], damage: { seq: 4, what: 'record' } },
    ],
    [
      'a missing record',
      `DELETE FROM log WHERE seq = 4`,
      { snapshot: '3: three', records: [], damage: { seq: 5, what: 'gap' } },
    ],
    [
      'a changed snapshot: the previous one stands',
      `UPDATE snapshot SET bytes = x'00' WHERE seq = 3`,
      { snapshot: '2: two', records: [], damage: { seq: 3, what: 'snapshot' } },
    ],
    [
      'a changed older snapshot, which nobody needs',
      `UPDATE snapshot SET bytes = x'00' WHERE seq = 2`,
      { snapshot: '3: three', records: ['4: change 4', '5: change 5'], damage: null },
    ],
  ])('damage: %s', async (_title, sql, expected) => {
    await using folder = await Folder.make();
    await fill(folder);
    folder.change(sql);
    await using log = await SqliteLog.open({ file: folder.file });
    expect(await storedIn(log)).toEqual(expected);
    // Looking changes nothing: an operator may still mend it.
    expect(await storedIn(log)).toEqual(expected);
  });

  test('one previous snapshot is kept, and none where no older bytes may stay', async () => {
    await using folder = await Folder.make();
    await fill(folder);
    expect(folder.count('SELECT count(*) FROM snapshot')).toBe(2);
    {
      await using log = await SqliteLog.open({ file: folder.file });
      await log.snapshot(BOARD, { seq: 5, state: bytesOf('five') }, { keepPrevious: false });
    }
    expect(folder.count('SELECT count(*) FROM snapshot')).toBe(1);
    expect(folder.count('SELECT count(*) FROM log')).toBe(0);
  });

  test.each<[string, (log: DocumentLog) => Promise<void>]>([
    ['a purge', (log) => log.purge(BOARD)],
    [
      'a snapshot without older bytes',
      (log) => log.snapshot(BOARD, { seq: 300, state: bytesOf('nothing of it') }, { keepPrevious: false }),
    ],
  ])('%s leaves no byte in any file, while the log is open', async (_title, remove) => {
    await using folder = await Folder.make();
    await using log = await SqliteLog.open({ file: folder.file });
    const secret = 'quillfeather-said-this';
    const draft = 'draft.g1.other' as DocumentId;
    for (let seq = 1; seq <= 300; seq++) {
      void log.append(BOARD, { seq, update: bytesOf(`${secret} ${'x'.repeat(seq * 7)}`) });
      void log.append(draft, { seq, update: bytesOf(`kept ${seq}`) });
    }
    await log.snapshot(BOARD, { seq: 100, state: bytesOf(secret.repeat(500)) });
    expect(await folder.holds(secret)).toBe(true);
    await remove(log);
    expect(await folder.holds(secret)).toBe(false);
    expect((await log.load(draft)).records).toHaveLength(300);
  });

  test('while it cannot write it says so and keeps everything in order; then it goes on by itself', async () => {
    await using folder = await Folder.make();
    const health: boolean[] = [];
    const told = Promise.withResolvers<void>();
    await using log = await SqliteLog.open({
      file: folder.file,
      onHealth: (healthy) => {
        health.push(healthy);
        if (!healthy) told.resolve();
      },
    });
    await log.append(BOARD, recordOf(1));
    folder.change('ALTER TABLE log RENAME TO hidden');
    const waiting = [log.append(BOARD, recordOf(2)), log.append(BOARD, recordOf(3))];
    await told.promise;
    expect(log.healthy).toBe(false);
    folder.change('ALTER TABLE hidden RENAME TO log');
    await Promise.all(waiting);
    expect(health).toEqual([false, true]);
    expect((await storedIn(log)).records).toEqual(['1: change 1', '2: change 2', '3: change 3']);
  });

  test('a thread that dies is replaced, and what it had not written is written by the next one', async () => {
    await using folder = await Folder.make();
    const health: boolean[] = [];
    const well = Promise.withResolvers<void>();
    await using log = await MortalLog.open({
      file: folder.file,
      onHealth: (healthy) => {
        health.push(healthy);
        if (healthy) well.resolve();
      },
    });
    await log.append(BOARD, recordOf(1));
    const waiting = [2, 3, 4].map((seq) => log.append(BOARD, recordOf(seq)));
    const dead = (log as MortalLog).die();
    waiting.push(log.append(BOARD, recordOf(5)));
    await dead;
    expect(log.healthy).toBe(false);
    await Promise.all(waiting);
    await well.promise;
    expect(health).toEqual([false, true]);
    expect((await storedIn(log)).records).toEqual([1, 2, 3, 4, 5].map((seq) => `${seq}: change ${seq}`));
    // Nothing was lost: this is no crash of the process.
    expect(log.unclean).toBe(false);
  });

  test('a thread that dies while nobody writes is replaced too', async () => {
    await using folder = await Folder.make();
    const well = Promise.withResolvers<void>();
    await using log = await MortalLog.open({ file: folder.file, onHealth: (healthy) => healthy && well.resolve() });
    await (log as MortalLog).die();
    await well.promise;
    expect(log.healthy).toBe(true);
  });

  test('it knows whether the last process has stored all it had taken', async () => {
    await using folder = await Folder.make();
    await using killed = await Folder.make();
    {
      await using log = await SqliteLog.open({ file: folder.file });
      await log.append(BOARD, recordOf(1));
      expect(log.unclean).toBe(false);
      for (const name of await readdir(folder.path)) {
        if (!name.endsWith('-shm')) await copyFile(join(folder.path, name), join(killed.path, name));
      }
    }
    await using clean = await SqliteLog.open({ file: folder.file });
    await using unclean = await SqliteLog.open({ file: killed.file });
    expect([clean.unclean, unclean.unclean]).toEqual([false, true]);
  });

  test('closed while it cannot write, it ends and says what was lost', async () => {
    await using folder = await Folder.make();
    const log = await SqliteLog.open({ file: folder.file });
    folder.change('ALTER TABLE log RENAME TO hidden');
    void log.append(BOARD, recordOf(1));
    await expect(log[Symbol.asyncDispose]()).rejects.toThrow('1 changes of documents could not be stored');
  });

  test('a file that cannot be opened is refused at the start', async () => {
    await using folder = await Folder.make();
    await expect(SqliteLog.open({ file: folder.path })).rejects.toThrow('unable to open');
  });
});
