import * as decoding from 'lib0/decoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId } from '@rapport/domain/document-id';
import { CLOSE } from '@rapport/sync/close-codes';
import { FRAME, step1Frame, step2Frame, updateFrame } from '@rapport/sync/frames';
import type { DocumentLog } from './document-log.ts';
import type { Documents } from './documents.ts';
import { MemoryLog } from './memory-log.ts';
import { sessionProof } from './session-proof.ts';
import { ACCESS, add, BOARD, CountingLog, keysOf, openDocuments, Pipe, settled } from './testing.ts';

/** A board as a stop leaves it: one snapshot. */
const storedBoard = async (...keys: string[]): Promise<CountingLog> => {
  const log = new CountingLog();
  const { documents } = openDocuments(log);
  for (const key of keys) await documents.edit(BOARD, add(key));
  await documents[Symbol.asyncDispose]();
  log.loads = 0;
  return log;
};

/** Frames of the sync protocol: 0 asks, 1 answers, 2 is a change. */
const framesOf = (pipe: Pipe, type: number): Uint8Array[] =>
  pipe.frames.filter((frame) => frame[0] === FRAME.sync && frame[1] === type);

/** Everything of the document a pipe was sent, as its client would have it. */
const takenBy = (pipe: Pipe): string[] => {
  for (const frame of [...framesOf(pipe, 1), ...framesOf(pipe, 2)]) {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    Y.applyUpdate(pipe.doc, decoding.readVarUint8Array(decoder));
  }
  return keysOf(pipe.doc);
};

/** Comes in and says nothing yet. */
const comeIn = async (documents: Documents, access = ACCESS): Promise<Pipe> => {
  const pipe = new Pipe();
  pipe.membership = await documents.join(BOARD, access, pipe, sessionProof(BOARD, 'token of alice'));
  return pipe;
};

const HAVE_NOTHING = step1Frame(Y.encodeStateVector(new Y.Doc()));

describe('R40 stored bytes are served before they are decoded', () => {
  test('whoever comes with nothing has the board before it is in memory, and is in it like everybody afterwards', async () => {
    await using documents = openDocuments(await storedBoard('a', 'b')).documents;
    const pipe = await comeIn(documents);
    pipe.membership?.receive(HAVE_NOTHING);
    expect(documents.stats().open).toBe(0);
    expect(takenBy(pipe)).toEqual(['a', 'b']);
    // What it says meanwhile waits, in order.
    pipe.write('c', 1);
    pipe.ask();
    pipe.membership?.receive(step2Frame(Y.encodeStateAsUpdate(pipe.doc)));
    expect(await documents.read(BOARD, keysOf)).toEqual(['a', 'b', 'c']);
    await documents.edit(BOARD, add('d'));
    await expect.poll(() => pipe.answered).toBe(true);
    await expect.poll(() => takenBy(pipe)).toEqual(['a', 'b', 'c', 'd']);
    expect(documents.stats().members).toBe(1);
    // It was asked once for what the room lacks, and told once what it lacked itself.
    expect(framesOf(pipe, 0)).toHaveLength(1);
    expect(framesOf(pipe, 1)).toHaveLength(1);
  });

  test('all who come in one moment are served from one reading', async () => {
    const log = await storedBoard('a');
    await using documents = openDocuments(log).documents;
    const pipes = await Promise.all([comeIn(documents), comeIn(documents), comeIn(documents)]);
    for (const pipe of pipes) pipe.membership?.receive(HAVE_NOTHING);
    expect(documents.stats().open).toBe(0);
    expect(pipes.map(takenBy)).toEqual([['a'], ['a'], ['a']]);
    await documents.read(BOARD, keysOf);
    expect([log.loads, documents.stats().members]).toEqual([1, 3]);
  });

  test('who has something waits until it is known what is missing', async () => {
    await using documents = openDocuments(await storedBoard('a')).documents;
    const pipe = await comeIn(documents);
    pipe.doc.getMap('cards').set('own', 1);
    pipe.membership?.receive(step1Frame(Y.encodeStateVector(pipe.doc)));
    expect(pipe.frames).toEqual([]);
    await documents.read(BOARD, keysOf);
    expect(takenBy(pipe)).toEqual(['a', 'own']);
  });

  test('records are never sent as they lie: they hold what was removed since', async () => {
    const log = await storedBoard('a');
    {
      const { documents } = openDocuments(log);
      await documents.edit(BOARD, add('gone', 'quillfeather-withdrew-this'));
      await (
        await documents.edit(BOARD, (doc) => doc.getMap('cards').delete('gone'))
      ).durable;
    }
    await using documents = openDocuments(log).documents;
    const pipe = await comeIn(documents);
    pipe.membership?.receive(HAVE_NOTHING);
    await documents.read(BOARD, keysOf);
    expect(takenBy(pipe)).toEqual(['a']);
    expect(pipe.frames.some((frame) => Buffer.from(frame).includes('quillfeather'))).toBe(false);
  });

  test('who is shown out meanwhile is out at once, and nothing of it is taken', async () => {
    await using documents = openDocuments(await storedBoard('a')).documents;
    const pipe = await comeIn(documents);
    pipe.membership?.receive(HAVE_NOTHING);
    takenBy(pipe);
    pipe.write('b', 1);
    pipe.membership?.reconsider(null);
    expect(pipe.code).toBe(CLOSE.refused);
    expect(await documents.read(BOARD, keysOf)).toEqual(['a']);
    expect(documents.stats().members).toBe(0);
  });

  test('who becomes a reader meanwhile is one; what it had written before counts as before', async () => {
    await using documents = openDocuments(await storedBoard('a')).documents;
    const pipe = await comeIn(documents);
    pipe.membership?.receive(HAVE_NOTHING);
    takenBy(pipe);
    pipe.write('b', 1);
    pipe.membership?.reconsider({ ...ACCESS, mayWrite: false });
    expect(await documents.read(BOARD, keysOf)).toEqual(['a', 'b']);
    pipe.write('c', 1);
    expect(await documents.read(BOARD, keysOf)).toEqual(['a', 'b']);
    expect(pipe.code).toBe(CLOSE.refused);
  });

  test('who leaves meanwhile was never in it', async () => {
    await using documents = openDocuments(await storedBoard('a')).documents;
    const pipe = await comeIn(documents);
    pipe.membership?.receive(HAVE_NOTHING);
    pipe.leave();
    await documents.read(BOARD, keysOf);
    expect(documents.stats().members).toBe(0);
  });

  test('who sends without end while nobody can take it is refused', async () => {
    await using documents = openDocuments(await storedBoard('a')).documents;
    const pipe = await comeIn(documents);
    pipe.membership?.receive(HAVE_NOTHING);
    const large = updateFrame(new Uint8Array(200 * 1024));
    for (let sent = 0; sent < 30; sent++) pipe.membership?.receive(large);
    expect(pipe.code).toBe(CLOSE.refused);
    expect(await documents.read(BOARD, keysOf)).toEqual(['a']);
  });

  test('a slow reader of a large board is not taken for one that lags behind', async () => {
    const log = new CountingLog();
    const { documents: before } = openDocuments(log);
    await before.edit(BOARD, add('large', 'x'.repeat(2_000_000)));
    await before[Symbol.asyncDispose]();
    const { documents, clock } = openDocuments(log);
    await using _ = documents;
    const pipe = await comeIn(documents);
    pipe.membership?.receive(HAVE_NOTHING);
    pipe.waiting = 2_000_000;
    await documents.edit(BOARD, add('b'));
    clock.advance(100);
    await settled();
    clock.advance(11_000);
    expect(pipe.code).toBeNull();
    expect(takenBy(pipe)).toEqual(['b', 'large']);
  });
});

/** Whether there is a snapshot, and how many records. */
const storedOf = async (log: DocumentLog): Promise<[boolean, number]> => {
  const { snapshot, records } = await log.load(BOARD);
  return [snapshot !== null, records.length];
};

describe('what a stop and a rest leave', () => {
  test('a stop folds the records of every document', async () => {
    expect(await storedOf(await storedBoard('a', 'b'))).toEqual([true, 0]);
  });

  test('a document that goes out of memory is folded; one that has nothing new is not', async () => {
    const log = new CountingLog();
    const { documents, clock } = openDocuments(log);
    await using _ = documents;
    await documents.edit(BOARD, add('a'));
    await settled();
    clock.advance(70_000);
    expect(await storedOf(log)).toEqual([true, 0]);
    await documents.read(BOARD, keysOf);
    clock.advance(70_000);
    expect([documents.stats().open, log.snapshots.length]).toEqual([0, 1]);
  });

  test('many at rest are folded a few at a time', async () => {
    const { documents, clock } = openDocuments(new MemoryLog());
    await using _ = documents;
    for (let group = 0; group < 6; group++) {
      await documents.edit(`board.g${group}` as DocumentId, add('a', 'x'.repeat(60_000)));
    }
    await settled();
    clock.advance(65_000);
    expect(documents.stats().open).toBe(2);
    clock.advance(10_000);
    expect(documents.stats().open).toBe(0);
  });

  test('a store that cannot write does not keep a stop waiting', async () => {
    const log = new CountingLog();
    const { documents, clock } = openDocuments(log);
    await documents.edit(BOARD, add('a'));
    log.gate = new Promise(() => undefined);
    const stopped = documents[Symbol.asyncDispose]();
    clock.advance(3_000);
    await expect(stopped).resolves.toBeUndefined();
  });
});
