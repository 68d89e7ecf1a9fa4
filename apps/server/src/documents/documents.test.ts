import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId } from '@rapport/domain/document-id';
import { CLOSE } from '@rapport/sync/close-codes';
import type { Snapshot } from './document-log.ts';
import type { Documents } from './documents.ts';
import { sessionProof } from './session-proof.ts';
import { MemoryLog } from './memory-log.ts';
import { SqliteLog } from './sqlite-log.ts';
import { add, BOARD, CountingLog, DRAFT, keysOf, openDocuments, openRules, Pipe, settled } from './testing.ts';

describe('one life', () => {
  test('however many ask at once, a document is prepared and loaded once', async () => {
    const log = new CountingLog();
    const rules = openRules();
    const { documents } = openDocuments(log, rules);
    await using _ = documents;
    await Promise.all([documents.read(BOARD, keysOf), documents.edit(BOARD, add('a')), Pipe.into(documents, BOARD)]);
    expect([log.loads, rules.prepared]).toEqual([1, [{ kind: 'board', groupId: 'g1' }]]);
    expect(documents.stats()).toMatchObject({ open: 1, members: 1, damaged: 0 });
  });

  test('a load that fails is its askers’ failure, and the next one tries again', async () => {
    const log = new CountingLog();
    const { documents } = openDocuments(log);
    await using _ = documents;
    log.failNextLoad = true;
    await expect(documents.read(BOARD, keysOf)).rejects.toThrow('the disk is away');
    expect(await documents.read(BOARD, keysOf)).toEqual([]);
  });

  test('many documents at once are loaded a few at a time', async () => {
    const log = new CountingLog();
    const { documents } = openDocuments(log);
    await using _ = documents;
    const gate = Promise.withResolvers<void>();
    log.gate = gate.promise;
    const reads = 'abcdefghij'.split('').map((group) => documents.read(`board.${group}` as DocumentId, keysOf));
    await settled();
    expect(log.loads).toBe(4);
    gate.resolve();
    await Promise.all(reads);
    expect(log.loads).toBe(10);
  });

  test('something that is no document id is refused', async () => {
    const { documents } = openDocuments(new MemoryLog());
    await using _ = documents;
    await expect(documents.read('votes.g1' as DocumentId, keysOf)).rejects.toThrow('no id of a document');
  });

  test('a look sees what has been received and not yet spread', async () => {
    const { documents } = openDocuments(new MemoryLog());
    await using _ = documents;
    const pipe = await Pipe.into(documents, BOARD);
    pipe.write('a', 1);
    expect(await documents.read(BOARD, keysOf)).toEqual(['a']);
  });

  test('an edit says when it is durable, and every change is told once', async () => {
    const log = new CountingLog();
    const rules = openRules();
    const { documents } = openDocuments(log, rules);
    await using _ = documents;
    const gate = Promise.withResolvers<void>();
    await documents.read(BOARD, keysOf);
    log.gate = gate.promise;
    const { value, durable } = await documents.edit(BOARD, (doc) => {
      add('a')(doc);
      return 'done';
    });
    let known = false;
    const waited = durable.then(() => (known = true));
    await settled();
    expect([value, known, documents.stats().unsaved]).toEqual(['done', false, 1]);
    gate.resolve();
    await waited;
    expect(documents.stats().unsaved).toBe(0);
    expect(rules.changes).toHaveLength(1);
  });

  test('the server writes under an id of its own, another one at every load', async () => {
    const log = new MemoryLog();
    const ids = new Set<number>();
    for (let start = 0; start < 3; start++) {
      const { documents } = openDocuments(log);
      await documents.edit(BOARD, add(`card${start}`));
      ids.add(await documents.read(BOARD, (doc) => doc.clientID));
      await documents[Symbol.asyncDispose]();
    }
    const { documents } = openDocuments(log);
    await using _ = documents;
    expect(ids.size).toBe(3);
    expect(await documents.read(BOARD, (doc) => new Set(doc.store.clients.keys()))).toEqual(ids);
  });
});

describe('rest', () => {
  test('a document nobody uses for a minute goes out of memory and comes back whole', async () => {
    const log = new CountingLog();
    const { documents, clock } = openDocuments(log);
    await using _ = documents;
    const pipe = await Pipe.into(documents, BOARD);
    pipe.write('a', 1);
    await settled();
    clock.advance(120_000);
    expect(documents.stats().open).toBe(1);
    pipe.leave();
    await settled();
    clock.advance(70_000);
    expect(documents.stats().open).toBe(0);
    expect(await documents.read(BOARD, keysOf)).toEqual(['a']);
    expect(log.loads).toBe(2);
  });

  test('a document with bytes that are not durable is never put away', async () => {
    const log = new CountingLog();
    const { documents, clock } = openDocuments(log);
    await using _ = documents;
    await documents.read(BOARD, keysOf);
    const gate = Promise.withResolvers<void>();
    log.gate = gate.promise;
    const { durable } = await documents.edit(BOARD, add('a'));
    clock.advance(600_000);
    expect(documents.stats()).toMatchObject({ open: 1, unsaved: 1 });
    gate.resolve();
    await durable;
    clock.advance(70_000);
    expect(documents.stats().open).toBe(0);
  });

  test('a silent member is sent something before it gives up', async () => {
    const { documents, clock } = openDocuments(new MemoryLog());
    await using _ = documents;
    const pipe = await Pipe.into(documents, BOARD);
    await settled();
    const before = pipe.frames.length;
    clock.advance(21_000);
    expect(pipe.frames.length).toBe(before + 1);
  });
});

describe('durability', () => {
  test('a token is answered when the log has what came before it, and a start afterwards finds it', async () => {
    const log = new CountingLog();
    const { documents, clock } = openDocuments(log);
    const pipe = await Pipe.into(documents, BOARD);
    await settled();
    const gate = Promise.withResolvers<void>();
    log.gate = gate.promise;
    pipe.write('a', 1);
    pipe.ask();
    clock.advance(100);
    await settled();
    expect(pipe.answered).toBe(false);
    gate.resolve();
    await settled();
    clock.advance(100);
    await settled();
    expect(pipe.answered).toBe(true);
    // The process is gone; another one opens the same log.
    const again = openDocuments(log);
    await using _ = again.documents;
    expect(await again.documents.read(BOARD, keysOf)).toEqual(['a']);
    await documents[Symbol.asyncDispose]();
  });

  test('a stop takes in what was received and sends everybody away for a while', async () => {
    const log = new MemoryLog();
    const { documents } = openDocuments(log);
    const pipe = await Pipe.into(documents, BOARD);
    pipe.write('a', 1);
    await documents[Symbol.asyncDispose]();
    expect(pipe.code).toBe(CLOSE.restart);
    await expect(documents.read(BOARD, keysOf)).rejects.toThrow('closed');
    const again = openDocuments(log);
    await using _ = again.documents;
    expect(await again.documents.read(BOARD, keysOf)).toEqual(['a']);
  });

  test('a long log is folded into a snapshot, at 64 kB and then at the size of the last one', async () => {
    const log = new CountingLog();
    const { documents } = openDocuments(log);
    await using _ = documents;
    for (let index = 0; index < 70; index++) {
      await (
        await documents.edit(BOARD, add(`card${index}`, 'x'.repeat(1_000)))
      ).durable;
    }
    await settled();
    expect(log.snapshots).toHaveLength(1);
    expect(log.snapshots[0]).toMatchObject({ keepPrevious: true });
    const { snapshot, records } = await log.load(BOARD);
    expect(records.length).toBeLessThan(10);
    expect((snapshot?.seq ?? 0) + records.length).toBe(70);
    const again = openDocuments(log);
    await using __ = again.documents;
    expect(await again.documents.read(BOARD, keysOf)).toHaveLength(70);
  });

  test('of a private document no older snapshot is kept', async () => {
    const log = new CountingLog();
    const { documents } = openDocuments(log);
    await using _ = documents;
    await (
      await documents.edit(DRAFT, add('a', 'x'.repeat(70_000)))
    ).durable;
    await settled();
    expect(log.snapshots.map(({ keepPrevious }) => keepPrevious)).toEqual([false]);
  });
});

describe('purge and compaction', () => {
  test('a purge shows everybody out for good; who comes later finds an empty document', async () => {
    const log = new CountingLog();
    const { documents } = openDocuments(log);
    await using _ = documents;
    const pipe = await Pipe.into(documents, BOARD);
    pipe.write('a', 1);
    await documents.purge(BOARD);
    expect(pipe.code).toBe(CLOSE.gone);
    // What a member says on its way out reaches nothing.
    pipe.write('b', 1);
    pipe.leave();
    await settled();
    expect(await documents.read(BOARD, keysOf)).toEqual([]);
    await (
      await documents.edit(BOARD, add('new'))
    ).durable;
    expect((await log.load(BOARD)).records.map(({ seq }) => seq)).toEqual([1]);
  });

  test('a purge and those who ask meanwhile take turns', async () => {
    const log = new CountingLog();
    const { documents } = openDocuments(log);
    await using _ = documents;
    await (
      await documents.edit(BOARD, add('a'))
    ).durable;
    const gate = Promise.withResolvers<void>();
    log.gate = gate.promise;
    const purges = [documents.purge(BOARD), documents.purge(BOARD)];
    const looks = [documents.read(BOARD, keysOf), documents.read(BOARD, keysOf)];
    gate.resolve();
    await Promise.all(purges);
    expect(await Promise.all(looks)).toEqual([[], []]);
    expect(documents.stats().open).toBe(1);
  });

  test('after a compaction no file holds what was removed, and everything else is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-documents-'));
    const secret = 'quillfeather-withdrew-this';
    const holds = async (): Promise<boolean> => {
      const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
      return files.some((bytes) => bytes.includes(secret));
    };
    {
      await using log = await SqliteLog.open({ file: join(folder, 'documents.sqlite') });
      await using documents = openDocuments(log).documents;
      await documents.edit(BOARD, add('kept', new Y.Text('stays')));
      await documents.edit(BOARD, add('gone', new Y.Map([['title', new Y.Text(secret)]])));
      await documents.compact(BOARD);
      await (
        await documents.edit(BOARD, (doc) => doc.getMap('cards').delete('gone'))
      ).durable;
      expect(await holds()).toBe(true);
      await documents.compact(BOARD);
      expect(await holds()).toBe(false);
      expect(await documents.read(BOARD, keysOf)).toEqual(['kept']);
    }
    await rm(folder, { recursive: true });
  });
});

const damagedLog = async (file: string): Promise<SqliteLog> => {
  {
    await using log = await SqliteLog.open({ file });
    // It is not stopped: a stop would fold the records.
    const { documents } = openDocuments(log);
    await documents.edit(DRAFT, add('a'));
    await documents.edit(DRAFT, add('b'));
    await (
      await documents.edit(BOARD, add('sound'))
    ).durable;
  }
  const db = new Database(file);
  db.exec(`UPDATE log SET crc = crc + 1 WHERE document = '${DRAFT}' AND seq = 2`);
  db.close();
  return SqliteLog.open({ file });
};

describe('damage and faults', () => {
  test('a damaged document opens read-only up to the damage, with a loud line that names no seat', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-documents-'));
    {
      await using log = await damagedLog(join(folder, 'documents.sqlite'));
      const { documents, lines } = openDocuments(log);
      await using _ = documents;
      expect(await documents.read(DRAFT, keysOf)).toEqual(['a']);
      expect(documents.stats().damaged).toBe(1);
      await expect(documents.edit(DRAFT, add('c'))).rejects.toThrow('storage-damaged');
      await expect(documents.compact(DRAFT)).rejects.toThrow('damaged');
      const pipe = await Pipe.into(documents, DRAFT);
      pipe.write('c', 1);
      expect(pipe.code).toBe(CLOSE.refused);
      const loud = lines.filter((line) => line.includes('damaged'));
      expect(loud).toHaveLength(1);
      expect(JSON.parse(loud[0] ?? '')).toMatchObject({ level: 50, damage: { seq: 2, what: 'record' } });
      expect(lines.join('')).not.toContain('seat1');
      // Others are none the worse, and the damaged one can still be purged.
      await documents.edit(BOARD, add('more'));
      expect(await documents.read(BOARD, keysOf)).toEqual(['more', 'sound']);
      await documents.purge(DRAFT);
      await documents.edit(DRAFT, add('anew'));
      expect(await documents.read(DRAFT, keysOf)).toEqual(['anew']);
    }
    await rm(folder, { recursive: true });
  });

  test('bytes that Yjs cannot take, though they are what was stored, are damage too', async () => {
    const log = new MemoryLog();
    await log.append(BOARD, { seq: 1, update: new Uint8Array([1, 1, 1, 0, 5]) });
    const { documents } = openDocuments(log);
    await using _ = documents;
    expect(await documents.read(BOARD, keysOf)).toEqual([]);
    await expect(documents.edit(BOARD, add('a'))).rejects.toThrow('storage-damaged');
  });

  test('when a live document fails it is dropped and loaded again; what failed was never stored', async () => {
    const log = new CountingLog();
    let failing = false;
    const rules = openRules({
      repair: () => {
        if (failing) throw new Error('no repair');
      },
    });
    const { documents, clock, lines } = openDocuments(log, rules);
    await using _ = documents;
    const [alice, bob] = [await Pipe.into(documents, BOARD), await Pipe.into(documents, BOARD)];
    alice.write('a', 1);
    await settled();
    clock.advance(100);
    failing = true;
    alice.write('b', 1);
    clock.advance(100);
    await settled();
    expect([alice.code, bob.code]).toEqual([CLOSE.refused, CLOSE.fault]);
    failing = false;
    expect(await documents.read(BOARD, keysOf)).toEqual(['a']);
    expect(log.loads).toBe(2);
    expect(documents.stats().open).toBe(1);
    expect(lines.filter((line) => line.includes('failed'))).toHaveLength(1);
  });

  test('who looks or edits while a document fails gets the one that is loaded again', async () => {
    let failing = true;
    const rules = openRules({
      repair: () => {
        if (failing) throw new Error('no repair');
      },
    });
    const { documents } = openDocuments(new MemoryLog(), rules);
    await using _ = documents;
    const pipe = await Pipe.into(documents, BOARD);
    pipe.write('bad', 1);
    await documents.edit(BOARD, add('good'));
    failing = false;
    expect(await documents.read(BOARD, keysOf)).toEqual(['good']);
  });
});

/** One change under the content id 7. */
const writeUnderSeven = async (documents: Documents, id: DocumentId, token: string, key: string): Promise<Pipe> => {
  const pipe = await Pipe.into(documents, id, token);
  await documents.read(id, (doc) => Y.applyUpdate(pipe.doc, Y.encodeStateAsUpdate(doc)));
  pipe.doc.clientID = 7;
  pipe.write(key, 1);
  await documents.read(id, keysOf);
  return pipe;
};

/** Says when a snapshot has been asked for. */
class ToldLog extends MemoryLog {
  readonly taken = Promise.withResolvers<Snapshot>();

  override async snapshot(id: DocumentId, snapshot: Snapshot): Promise<void> {
    await super.snapshot(id, snapshot);
    this.taken.resolve(snapshot);
  }
}

describe('large documents', () => {
  test('are folded in a thread of their own, from what is on disk', async () => {
    const log = new ToldLog();
    await using documents = openDocuments(log).documents;
    const text = 'A sentence that somebody has written. '.repeat(2000);
    for (const key of 'abcdef') {
      await (
        await documents.edit(BOARD, add(key, text))
      ).durable;
    }
    const { state } = await log.taken.promise;
    const folded = new Y.Doc();
    Y.applyUpdate(folded, state);
    expect(folded.getMap('cards').get('a')).toBe(text);
    const stored = await log.load(BOARD);
    const recovered = new Y.Doc();
    for (const update of [stored.snapshot?.state ?? new Uint8Array(), ...stored.records.map((one) => one.update)]) {
      Y.applyUpdate(recovered, update);
    }
    expect(keysOf(recovered)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  test('a compaction has the last word over a folding that was under way', async () => {
    const log = new CountingLog();
    await using documents = openDocuments(log).documents;
    const gate = Promise.withResolvers<void>();
    for (const key of 'abcd') await documents.edit(BOARD, add(key, 'x'.repeat(70_000)));
    log.gate = gate.promise;
    const { durable } = await documents.edit(BOARD, (doc) => doc.getMap('cards').clear());
    const compacted = documents.compact(BOARD);
    gate.resolve();
    await Promise.all([durable, compacted]);
    expect(log.snapshots.at(-1)).toMatchObject({ seq: 5, keepPrevious: false });
    expect((await log.load(BOARD)).snapshot?.state.length).toBeLessThan(1000);
  });
});

describe('whose content ids they are', () => {
  test('a session proves its ids again after a restart, and nobody else can', async () => {
    const log = new MemoryLog();
    {
      await using documents = openDocuments(log).documents;
      await writeUnderSeven(documents, BOARD, 'token of alice', 'a');
    }
    await using documents = openDocuments(log).documents;
    const mallory = await writeUnderSeven(documents, BOARD, 'token of mallory', 'forged');
    expect(mallory.code).toBe(CLOSE.refused);
    const alice = await writeUnderSeven(documents, BOARD, 'token of alice', 'b');
    expect(alice.code).toBeNull();
    expect(await documents.read(BOARD, keysOf)).toEqual(['a', 'b']);
    expect(documents.stats().refusals).toEqual(new Map([['foreign-client-id', 1]]));
  });

  test('the store knows neither sessions nor which ids belong to one', async () => {
    const log = new MemoryLog();
    await using documents = openDocuments(log).documents;
    const pipe = await Pipe.into(documents, BOARD);
    for (const client of [7, 8]) {
      pipe.doc.clientID = client;
      pipe.write(`by ${client}`, 1);
    }
    await documents.read(BOARD, keysOf);
    const { claims } = await log.load(BOARD);
    expect(claims).toEqual([7, 8].map((client) => ({ client, proof: sessionProof(BOARD, 'token of alice')(client) })));
    expect(new Set(claims.map(({ proof }) => proof)).size).toBe(2);
    expect(sessionProof('board.g2' as DocumentId, 'token of alice')(7)).not.toBe(claims[0]?.proof);
  });

  test('forgotten, they are nobody’s; who is in the document goes on', async () => {
    const log = new MemoryLog();
    {
      await using documents = openDocuments(log).documents;
      await writeUnderSeven(documents, BOARD, 'token of alice', 'a');
      await documents.forgetClaims(BOARD);
      const alice = await writeUnderSeven(documents, BOARD, 'token of alice', 'b');
      expect(alice.code).toBeNull();
    }
    expect((await log.load(BOARD)).claims).toEqual([]);
    await using documents = openDocuments(log).documents;
    const back = await writeUnderSeven(documents, BOARD, 'token of alice', 'c');
    expect(back.code).toBe(CLOSE.refused);
  });

  test('a private document has one author and binds nothing', async () => {
    const log = new MemoryLog();
    await using documents = openDocuments(log).documents;
    await writeUnderSeven(documents, DRAFT, 'token of alice', 'a');
    expect((await log.load(DRAFT)).claims).toEqual([]);
  });
});
