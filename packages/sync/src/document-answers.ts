import * as Y from 'yjs';
import { step2Frame } from './frames.ts';

/** Answers to longer vectors are not kept: the key alone would cost more than it saves. */
const CACHED_VECTOR_BYTES = 16 * 1024;
const CACHED_ANSWERS = 64;

/** What a document says to those who ask for it, kept until it changes. */
export class DocumentAnswers {
  private readonly doc: Y.Doc;
  /** Answers to step 1 by state vector. */
  private readonly answers = new Map<string, Uint8Array>();
  private stateVector: Uint8Array | null = null;
  private nothingNew: Uint8Array | null = null;

  constructor(doc: Y.Doc) {
    this.doc = doc;
  }

  readonly currentVector = (): Uint8Array => (this.stateVector ??= Y.encodeStateVector(this.doc));

  /** A step 2 with what somebody at this state lacks; null when the bytes are no state vector. */
  to(stateVector: Uint8Array): Uint8Array | null {
    const key = latin1.decode(stateVector);
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    try {
      const answer = step2Frame(Y.encodeStateAsUpdate(this.doc, stateVector));
      if (this.answers.size < CACHED_ANSWERS && key.length <= CACHED_VECTOR_BYTES) this.answers.set(key, answer);
      return answer;
    } catch {
      return null;
    }
  }

  /** Byte for byte what the document would say itself to somebody who has everything. */
  isNothingNew(update: Uint8Array): boolean {
    this.nothingNew ??= Y.encodeStateAsUpdate(this.doc, this.currentVector());
    return sameBytes(this.nothingNew, update);
  }

  /** The document has changed. */
  forget(): void {
    this.answers.clear();
    this.stateVector = null;
    this.nothingNew = null;
  }
}

/** Bytes as a key: one character a byte. */
const latin1 = new TextDecoder('latin1');

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
};
