import { describe, expect, test } from 'vitest';
import type { DocumentId } from '@rapport/domain/document-id';
import type { DocumentLog, LogRecord } from './document-log.ts';

export const BOARD = 'board.g1' as DocumentId;
const OTHER = 'board.g2' as DocumentId;

export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
export const recordOf = (seq: number): LogRecord => ({ seq, update: bytesOf(`change ${seq}`) });

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** What has been stored, as texts. */
export const storedIn = async (log: DocumentLog, id: DocumentId = BOARD) => {
  const { snapshot, records, damage } = await log.load(id);
  return {
    snapshot: snapshot === null ? null : `${snapshot.seq}: ${text(snapshot.state)}`,
    records: records.map(({ seq, update }) => `${seq}: ${text(update)}`),
    damage,
  };
};

/** Proofs by content id, as stored. */
const claimsIn = async (log: DocumentLog): Promise<Record<number, string>> =>
  Object.fromEntries((await log.load(BOARD)).claims.map(({ client, proof }) => [client, proof]));

const NOTHING = { snapshot: null, records: [], damage: null };

/** What every log of documents does; an adapter's test calls this with how to open a new, empty one. */
export const describeDocumentLog = (title: string, open: () => Promise<DocumentLog>): void => {
  describe(`${title} is a log of documents`, () => {
    test('an unknown document is empty', async () => {
      await using log = await open();
      expect(await storedIn(log)).toEqual(NOTHING);
      expect(log.healthy).toBe(true);
    });

    test('records come back in order, those still on their way included', async () => {
      await using log = await open();
      await log.append(BOARD, recordOf(1));
      const late = [log.append(BOARD, recordOf(2)), log.append(BOARD, recordOf(3))];
      expect((await storedIn(log)).records).toEqual(['1: change 1', '2: change 2', '3: change 3']);
      await Promise.all(late);
    });

    test('documents do not know each other', async () => {
      await using log = await open();
      await Promise.all([log.append(BOARD, recordOf(1)), log.append(OTHER, { seq: 1, update: bytesOf('elsewhere') })]);
      expect((await storedIn(log)).records).toEqual(['1: change 1']);
      await log.purge(BOARD);
      expect((await storedIn(log, OTHER)).records).toEqual(['1: elsewhere']);
    });

    test('a snapshot takes the place of the records it covers', async () => {
      await using log = await open();
      for (const seq of [1, 2, 3]) void log.append(BOARD, recordOf(seq));
      await log.snapshot(BOARD, { seq: 2, state: bytesOf('up to two') });
      expect(await storedIn(log)).toEqual({ snapshot: '2: up to two', records: ['3: change 3'], damage: null });
      await log.snapshot(BOARD, { seq: 3, state: bytesOf('up to three') }, { keepPrevious: false });
      await log.append(BOARD, recordOf(4));
      expect(await storedIn(log)).toEqual({ snapshot: '3: up to three', records: ['4: change 4'], damage: null });
    });

    test('a snapshot of the same state may be taken again', async () => {
      await using log = await open();
      await log.append(BOARD, recordOf(1));
      await log.snapshot(BOARD, { seq: 1, state: bytesOf('one') });
      await log.snapshot(BOARD, { seq: 1, state: bytesOf('one, smaller') }, { keepPrevious: false });
      expect((await storedIn(log)).snapshot).toBe('1: one, smaller');
    });

    test('claims lie with their records until they are forgotten; the first one stands', async () => {
      await using log = await open();
      await log.append(BOARD, { ...recordOf(1), claims: [{ client: 7, proof: 'of one' }] });
      await log.append(BOARD, {
        ...recordOf(2),
        claims: [
          { client: 7, proof: 'of another' },
          { client: 2 ** 32 - 1, proof: 'of another' },
        ],
      });
      expect(await claimsIn(log)).toMatchObject({ 7: 'of one', [2 ** 32 - 1]: 'of another' });
      await log.snapshot(BOARD, { seq: 2, state: bytesOf('both') }, { keepPrevious: false });
      expect(Object.keys(await claimsIn(log))).toHaveLength(2);
      await log.forgetClaims(BOARD);
      expect(await claimsIn(log)).toEqual({});
      expect((await storedIn(log)).snapshot).toBe('2: both');
    });

    test('after a purge a document starts anew', async () => {
      await using log = await open();
      await log.append(BOARD, recordOf(1));
      await log.snapshot(BOARD, { seq: 1, state: bytesOf('one') });
      await log.purge(BOARD);
      expect(await storedIn(log)).toEqual(NOTHING);
      await log.append(BOARD, recordOf(1));
      expect((await storedIn(log)).records).toEqual(['1: change 1']);
    });

    test('a purge takes along what is on its way, and whoever waits for it goes on', async () => {
      await using log = await open();
      const onTheirWay = Array.from({ length: 20 }, (_, index) => log.append(BOARD, recordOf(index + 1)));
      await log.purge(BOARD);
      await Promise.all(onTheirWay);
      expect(await storedIn(log)).toEqual(NOTHING);
    });
  });
};
