import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import type { DocumentId, DocumentName } from '@rapport/domain/document-id';
import type { SeatId, SessionId, SymposiumId } from '@rapport/domain/ids';
import { FRAME, step1Frame, step2Frame, tokenFrame, updateFrame } from '@rapport/sync/frames';
import type { Peer } from '@rapport/sync/room';
import { createLogger } from '../logger.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import type { DocumentLog, LogRecord, Snapshot, StoredDocument } from './document-log.ts';
import type { DocumentAccess, DocumentRules } from './document-rules.ts';
import { Documents } from './documents.ts';
import type { Membership } from './live-document.ts';
import { MemoryLog } from './memory-log.ts';
import { sessionProof } from './session-proof.ts';

export const BOARD = 'board.g1' as DocumentId;
export const DRAFT = 'draft.g1.seat1' as DocumentId;

export const ACCESS: DocumentAccess = {
  caller: { kind: 'seat', sessionId: 's' as SessionId, seatId: 'seat1' as SeatId, symposiumId: 'y' as SymposiumId },
  seatId: 'seat1' as SeatId,
  role: 'participant',
  mayWrite: true,
};

/** A log that counts loads and holds back what it is told to. */
export class CountingLog extends MemoryLog {
  loads = 0;
  snapshots: (Snapshot & { keepPrevious: boolean })[] = [];
  /** Nothing is done before it resolves, and then in order. */
  gate: Promise<void> = Promise.resolve();
  failNextLoad = false;

  override async load(id: DocumentId): Promise<StoredDocument> {
    this.loads += 1;
    await this.gate;
    if (this.failNextLoad) {
      this.failNextLoad = false;
      throw new Error('the disk is away');
    }
    return super.load(id);
  }

  override async append(id: DocumentId, record: LogRecord): Promise<void> {
    await this.gate;
    await super.append(id, record);
  }

  override async snapshot(
    id: DocumentId,
    snapshot: Snapshot,
    { keepPrevious } = { keepPrevious: true },
  ): Promise<void> {
    this.snapshots.push({ ...snapshot, keepPrevious });
    await this.gate;
    await super.snapshot(id, snapshot);
  }

  override async purge(id: DocumentId): Promise<void> {
    await this.gate;
    await super.purge(id);
  }
}

type TestRules = DocumentRules & { changes: DocumentName[]; prepared: DocumentName[] };

export const openRules = (overrides: Partial<DocumentRules> = {}): TestRules => {
  const changes: DocumentName[] = [];
  const prepared: DocumentName[] = [];
  return {
    changes,
    prepared,
    prepare: (name) => {
      prepared.push(name);
      return Promise.resolve();
    },
    admit: () => Promise.resolve(ACCESS),
    showPresence: () => null,
    repair: () => undefined,
    added: () => undefined,
    changed: (name) => changes.push(name),
    ...overrides,
  };
};

export const openDocuments = (log: DocumentLog, rules: DocumentRules = openRules()) => {
  const clock = new ManualClock();
  const lines: string[] = [];
  const documents = new Documents({
    log,
    rules,
    clock,
    elapsed: () => clock.now(),
    random: (length) => new Uint8Array(randomBytes(length)),
    logger: createLogger('trace', { write: (line) => void lines.push(line) }),
  });
  return { documents, clock, lines };
};

/** A member's end of a pipe, as a stock client would keep it. */
export class Pipe implements Peer {
  readonly doc = new Y.Doc();
  frames: Uint8Array[] = [];
  code: number | null = null;
  /** Bytes the network has not taken yet. */
  waiting = 0;
  membership: Membership | null = null;

  static async into(documents: Documents, id: DocumentId, token = 'token of alice'): Promise<Pipe> {
    const pipe = new Pipe();
    pipe.membership = await documents.join(id, ACCESS, pipe, sessionProof(id, token));
    pipe.membership.receive(step1Frame(Y.encodeStateVector(pipe.doc)));
    pipe.membership.receive(step2Frame(Y.encodeStateAsUpdate(pipe.doc)));
    return pipe;
  }

  send(frames: readonly Uint8Array[]): void {
    this.frames.push(...frames);
  }

  buffered(): number {
    return this.waiting;
  }

  close(code: number): void {
    this.code = code;
  }

  leave(): void {
    this.membership?.leave();
  }

  write(key: string, value: unknown): void {
    this.doc.once('update', (update: Uint8Array) => this.membership?.receive(updateFrame(update)));
    this.doc.getMap('cards').set(key, value);
  }

  ask(): void {
    this.membership?.receive(tokenFrame(new Uint8Array([1])));
  }

  get answered(): boolean {
    return this.frames.some((frame) => frame[0] === FRAME.token);
  }
}

export const add =
  (key: string, value: unknown = 1) =>
  (doc: Y.Doc): void =>
    void doc.getMap('cards').set(key, value);
export const keysOf = (doc: Y.Doc): string[] => [...doc.getMap('cards').keys()].toSorted();

/** Lets everything that is already due happen. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
