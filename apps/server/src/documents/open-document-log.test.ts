import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '@rapport/domain/document-id';
import type { DatabaseLocation } from '../db/database.ts';
import { DATABASES } from '../db/testing.ts';
import { createLogger } from '../logger.ts';
import { BOARD, bytesOf, recordOf, storedIn } from './contract.ts';
import type { DocumentLog } from './document-log.ts';
import { openDocumentLog } from './open-document-log.ts';
import { SqliteLog } from './sqlite-log.ts';

const DRAFT = 'draft.g1.seat1' as DocumentId;
const FILE = 'documents.sqlite';

/** A data directory beside a database. */
class Deployment implements AsyncDisposable {
  readonly dataDir: string;
  readonly database: DatabaseLocation;
  readonly lines: string[] = [];
  readonly #place: AsyncDisposable;

  private constructor(dataDir: string, place: AsyncDisposable & { location: DatabaseLocation }) {
    this.dataDir = dataDir;
    this.database = place.location;
    this.#place = place;
  }

  static async make(place: (typeof DATABASES)[number]['place']): Promise<Deployment> {
    return new Deployment(await mkdtemp(join(tmpdir(), 'rapport-open-')), await place());
  }

  open(): Promise<DocumentLog> {
    this.lines.length = 0;
    return openDocumentLog({
      database: this.database,
      dataDir: this.dataDir,
      random: (length) => new Uint8Array(randomBytes(length)),
      logger: createLogger('trace', { write: (line) => void this.lines.push(line) }),
    });
  }

  get file(): string {
    return join(this.dataDir, FILE);
  }

  /** What an earlier version has left: a board with history and owners, and a private document. */
  async leaveFile(): Promise<void> {
    await using log = await SqliteLog.open({ file: this.file });
    await log.append(BOARD, { ...recordOf(1), claims: [{ client: 2 ** 32 - 1, proof: 'of one' }] });
    await log.snapshot(BOARD, { seq: 1, state: bytesOf('one') });
    for (const seq of [2, 3]) await log.append(BOARD, recordOf(seq));
    await log.append(DRAFT, { seq: 1, update: bytesOf('private') });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.dataDir, { recursive: true, force: true });
    await this.#place[Symbol.asyncDispose]();
  }
}

const LEFT = { snapshot: '1: one', records: ['2: change 2', '3: change 3'], damage: null };
const NOTHING = { snapshot: null, records: [], damage: null };

describe.each(DATABASES)('on $kind', ({ kind, place }) => {
  test('documents lie where the session truth does', async () => {
    await using deployment = await Deployment.make(place);
    {
      await using log = await deployment.open();
      await log.append(BOARD, recordOf(1));
    }
    expect((await readdir(deployment.dataDir)).includes(FILE)).toBe(kind === 'sqlite');
    await using log = await deployment.open();
    expect((await storedIn(log)).records).toEqual(['1: change 1']);
  });

  test('what lies in a file already is there at the next start, and is not brought over twice', async () => {
    await using deployment = await Deployment.make(place);
    await deployment.leaveFile();
    {
      await using log = await deployment.open();
      expect(await storedIn(log)).toEqual(LEFT);
      expect((await storedIn(log, DRAFT)).records).toEqual(['1: private']);
      expect((await log.load(BOARD)).claims).toEqual([{ client: 2 ** 32 - 1, proof: 'of one' }]);
      await log.purge(DRAFT);
      await log.append(BOARD, recordOf(4));
    }
    await using log = await deployment.open();
    expect(await storedIn(log, DRAFT)).toEqual(NOTHING);
    expect((await storedIn(log)).records).toEqual([...LEFT.records, '4: change 4']);
  });
});

describe.each(DATABASES.filter(({ kind }) => kind === 'postgres'))('a file beside $kind', ({ place }) => {
  test('is put aside, and whoever runs the server hears of it at every start', async () => {
    await using deployment = await Deployment.make(place);
    await deployment.leaveFile();
    for (let start = 0; start < 2; start++) {
      await using _ = await deployment.open();
      expect(await readdir(deployment.dataDir)).toEqual(['documents.imported.sqlite']);
      expect(deployment.lines.filter((line) => line.includes('documents.imported.sqlite'))).toHaveLength(1);
      expect(deployment.lines.join('')).not.toContain('seat1');
    }
    // A second one does not overwrite the first.
    await deployment.leaveFile();
    await using _ = await deployment.open();
    expect((await readdir(deployment.dataDir)).toSorted()).toEqual([
      'documents.imported-2.sqlite',
      'documents.imported.sqlite',
    ]);
  });

  test('is brought over once more without harm when the last try ended before it was put aside', async () => {
    await using deployment = await Deployment.make(place);
    await deployment.leaveFile();
    {
      await using _ = await deployment.open();
    }
    await deployment.leaveFile();
    await using log = await deployment.open();
    expect(await storedIn(log)).toEqual(LEFT);
  });

  test('that says something else than the database keeps the server from starting, and stays', async () => {
    await using deployment = await Deployment.make(place);
    {
      await using log = await deployment.open();
      await log.append(DRAFT, { seq: 1, update: bytesOf('something else') });
    }
    await deployment.leaveFile();
    await expect(deployment.open()).rejects.toThrow('in different states');
    expect(await readdir(deployment.dataDir)).toEqual([FILE]);
    // Nothing of it was taken.
    await rm(deployment.file);
    await using log = await deployment.open();
    expect(await storedIn(log)).toEqual(NOTHING);
    expect((await storedIn(log, DRAFT)).records).toEqual(['1: something else']);
  });

  test('comes with its damage, and with the crash of its last user', async () => {
    await using deployment = await Deployment.make(place);
    await deployment.leaveFile();
    const db = new Database(deployment.file);
    db.exec(`UPDATE log SET crc = crc + 1 WHERE document = '${BOARD}' AND seq = 3; INSERT INTO in_use VALUES (1)`);
    db.close();
    await using log = await deployment.open();
    expect(await storedIn(log)).toEqual({ ...LEFT, records: ['2: change 2'], damage: { seq: 3, what: 'record' } });
    expect(log.unclean).toBe(true);
  });

  test('with more records than one statement takes comes whole', async () => {
    await using deployment = await Deployment.make(place);
    {
      await using log = await SqliteLog.open({ file: deployment.file, synchronous: 'NORMAL' });
      const large = 'x'.repeat(3 * 1024 * 1024);
      await Promise.all(
        Array.from({ length: 2_100 }, (_, index) =>
          log.append(BOARD, { seq: index + 1, update: bytesOf(index % 500 === 0 ? large : `change ${index + 1}`) }),
        ),
      );
    }
    await using log = await deployment.open();
    const { records } = await log.load(BOARD);
    expect(records).toHaveLength(2_100);
    const client = new Client({
      connectionString: deployment.database.kind === 'postgres' ? deployment.database.url : '',
    });
    await client.connect();
    const { rows } = await client.query('SELECT sum(length(bytes))::int AS bytes FROM document_record');
    await client.end();
    expect(rows).toEqual([{ bytes: records.reduce((sum, { update }) => sum + update.length, 0) }]);
  });
});
