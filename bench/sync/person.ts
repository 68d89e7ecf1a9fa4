import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Dialect } from './dialects.ts';
import { tokenMark, updateMark } from './marker.ts';

const PRESENCE_EVERY = 20;

/** Somebody who moves a card of their own about; everything they will send lies ready before they come. */
export class Person {
  readonly index: number;
  readonly room: string;
  readonly token: string;
  readonly doc: Y.Doc;
  private readonly dialect: Dialect;
  private readonly card: Y.Map<unknown>;
  private seq = 0;
  private presenceClock = 0;

  constructor({ index, room, token, dialect }: { index: number; room: string; token: string; dialect: Dialect }) {
    this.index = index;
    this.room = room;
    this.token = token;
    this.dialect = dialect;
    this.doc = new Y.Doc();
    this.card = new Y.Map<unknown>();
    this.doc.transact(() => {
      this.doc.getMap('cards').set(`bench${String(index).padStart(17, '0')}`, this.card);
      this.card.set('title', new Y.Text(`An idea of person ${index}`));
      this.card.set('body', new Y.XmlFragment());
      this.card.set('position', [index, 0]);
    });
  }

  /** What the server lacks of this person's document. */
  readonly answer = (stateVector: Uint8Array): Uint8Array => Y.encodeStateAsUpdate(this.doc, stateVector);

  /** Frames of the next moves, each with its number; with a durable token in the same write where asked for. */
  moves(count: number, { tokens }: { tokens: boolean }): Buffer[] {
    const frames: Buffer[] = [];
    const take = (update: Uint8Array): void => {
      const frame = this.dialect.update(this.room, update);
      const token = tokens ? this.dialect.token(this.room, tokenMark(this.index, this.seq)) : null;
      frames.push(token === null ? frame : Buffer.concat([frame, token]));
    };
    this.doc.on('update', take);
    for (let move = 0; move < count; move += 1) {
      this.card.set('position', [updateMark(this.index, this.seq), 0]);
      this.seq += 1;
    }
    this.doc.off('update', take);
    return frames;
  }

  /** The next cursor, as our page and y-protocols' awareness write it. */
  cursor(): Buffer {
    this.presenceClock += 1;
    const at = this.presenceClock % PRESENCE_EVERY;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.doc.clientID);
    encoding.writeVarUint(encoder, this.presenceClock);
    encoding.writeVarString(
      encoder,
      JSON.stringify({ cursor: [100.25 + at * 3, 200.5 + this.index], dragging: null, editing: null }),
    );
    return this.dialect.presence(this.room, encoding.toUint8Array(encoder));
  }
}
