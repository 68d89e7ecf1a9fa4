import * as Y from 'yjs';
import { step1Frame, step2Frame, updateFrame } from '@rapport/sync/frames';
import { Room, type Peer } from '@rapport/sync/room';
import { BOARD_ROOTS } from '@rapport/board/layout';
import { recoverDocument } from './recover-document.ts';

const CARDS = 200;
const CHANGES = 2_000;
const ROUNDS = 2;

/**
 * Lets the engine meet the ways documents take before anybody waits for one: the first large document a process decodes
 * takes ten times as long as the next, and after a restart a whole room waits for it. Returns how many cards it saw.
 */
export const warmUp = (): number => {
  const state = exampleBoard();
  let seen = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const stored = { snapshot: { seq: 1, state }, records: [], claims: [], damage: null };
    const { doc, seq } = recoverDocument(stored, BOARD_ROOTS, (length) => new Uint8Array(length).fill(round + 1));
    const room = new Room<{ mayWrite: boolean }>({
      doc,
      roots: BOARD_ROOTS,
      seq,
      claims: [],
      ports: {
        append: () => undefined,
        projectPresence: () => null,
        presenceId: () => 2 ** 32 + round,
        fault: () => undefined,
      },
    });
    seen += work(room, state);
    room.destroy();
  }
  return seen;
};

const SILENT: Peer = { send: () => undefined, buffered: () => 0, close: () => undefined };

/** Somebody comes, takes the board and changes every card. */
const work = (room: Room<{ mayWrite: boolean }>, state: Uint8Array): number => {
  const member = room.join({ mayWrite: true }, SILENT, 0, String);
  const own = new Y.Doc();
  room.receive(member, step1Frame(Y.encodeStateVector(own)), 0);
  Y.applyUpdate(own, state);
  room.receive(member, step2Frame(Y.encodeStateAsUpdate(own)), 0);
  own.on('update', (update: Uint8Array) => room.receive(member, updateFrame(update), 0));
  let now = 0;
  for (const card of own.getMap<Y.Map<unknown>>('cards').values()) {
    card.set('position', [now, now]);
    room.tick((now += 10));
  }
  own.destroy();
  return room.doc.getMap('cards').size;
};

const exampleBoard = (): Uint8Array => {
  const doc = new Y.Doc();
  const cards = doc.getMap<Y.Map<unknown>>('cards');
  for (let index = 0; index < CARDS; index++) {
    const card = new Y.Map<unknown>();
    cards.set(`warm${index}`, card);
    card.set('title', new Y.Text('A card nobody will ever see'));
    card.set('position', [index, index]);
  }
  for (let change = 0; change < CHANGES; change++) {
    const title = cards.get(`warm${change % CARDS}`)?.get('title');
    if (!(title instanceof Y.Text)) continue;
    if (change % 3 === 0) title.delete(0, 2);
    else title.insert(change % title.length, 'abc');
  }
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
};
