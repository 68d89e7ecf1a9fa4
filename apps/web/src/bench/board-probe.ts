/**
 * `window.__board`, by which the benchmark steers a board. It stands only in builds made with `VITE_BENCH=1`, never in
 * one that ships, and is all such a build has beyond it.
 */
import { addCard } from '@rapport/board/add-card';
import { CARD_HEIGHT, CARD_WIDTH, type Point } from '@rapport/domain/card';
import type { CardId } from '@rapport/domain/ids';
import { PRESENCE_ALIASES, PRESENCE_COLOURS } from '@rapport/protocol/board-presence';
import { FRAME, updateFrame } from '@rapport/sync/frames';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { BoardSession } from '../board/board-session.ts';
import { select } from '../board/board-ui.ts';
import { useOpenBoard } from '../board/use-board.ts';
import { toScreen } from '../board/viewport.ts';

type Spot = { x: number; y: number };
type Move = Spot & { i: number };
type Cursor = Spot & { who: number };

/** Ids of people who are not there; far from those a document draws. */
const FIRST_CLIENT = 2 ** 30;
const BETWEEN = { x: CARD_WIDTH + 12, y: CARD_HEIGHT + 12 } as const;

const now = (): BoardSession => {
  const { session } = useOpenBoard.getState();
  if (session === null) throw new Error('no board is open');
  return session;
};

/** The other people's document: what they change there comes to this page as bytes. */
let theirs: Y.Doc | null = null;
const clocks = new Map<number, number>();

/** As if the socket had brought it. */
const deliver = (frame: Uint8Array): void => {
  const { ws } = now().live['link'].provider;
  ws?.onmessage?.(new MessageEvent('message', { data: frame.slice().buffer }));
};

const write = (client: number, change: (doc: Y.Doc) => void): void => {
  if (theirs === null) {
    theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(now().doc));
  }
  theirs.clientID = client;
  theirs.once('update', (update: Uint8Array) => deliver(updateFrame(update)));
  const doc = theirs;
  doc.transact(() => change(doc));
};

const presenceFrame = (cursors: readonly Cursor[]): Uint8Array => {
  const entries = encoding.createEncoder();
  encoding.writeVarUint(entries, cursors.length);
  for (const { who, x, y } of cursors) {
    const clock = (clocks.get(who) ?? 0) + 1;
    clocks.set(who, clock);
    encoding.writeVarUint(entries, FIRST_CLIENT + who);
    encoding.writeVarUint(entries, clock);
    const alias = PRESENCE_ALIASES[who % PRESENCE_ALIASES.length];
    encoding.writeVarString(
      entries,
      JSON.stringify({ alias, colour: 1 + (who % PRESENCE_COLOURS), cursor: [Math.round(x), Math.round(y)] }),
    );
  }
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, FRAME.presence);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(entries));
  return encoding.toUint8Array(frame);
};

const positionOf = (index: number): Spot => {
  const { records } = now();
  const id = records.cardIds()[index];
  const [x, y] = (id === undefined ? null : records.card(id))?.position ?? [0, 0];
  return { x, y };
};

/** The middle of the card that lies nearest to the middle of everything: a board of several imports is empty there. */
const middleOf = (): Spot => {
  const { index } = now();
  const all = index.bounds();
  if (all === null) return { x: 0, y: 0 };
  const middle = { x: all.x + all.width / 2, y: all.y + all.height / 2 };
  let best = { far: Number.POSITIVE_INFINITY, ...middle };
  for (const [, rect] of index.cards.entries()) {
    const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
    const far = (x - middle.x) ** 2 + (y - middle.y) ** 2;
    if (far < best.far) best = { far, x, y };
  }
  return { x: best.x, y: best.y };
};

const nearest = (count: number): number[] => {
  const { x, y } = middleOf();
  return now()
    .records.cardIds()
    .map((_, index) => {
      const at = positionOf(index);
      return { index, far: (at.x - x) ** 2 + (at.y - y) ** 2 };
    })
    .toSorted((one, other) => one.far - other.far)
    .slice(0, count)
    .map(({ index }) => index);
};

const onPage = ({ x, y }: Spot): Spot => {
  const corner = document.querySelector('[role=listbox]')?.getBoundingClientRect();
  const [left, top] = toScreen(now().camera.view, [x, y]);
  return { x: left + (corner?.left ?? 0), y: top + (corner?.top ?? 0) };
};

let added: CardId[] = [];

const board = {
  usable: false,
  zoom: () => now().camera.view.zoom,
  overview: 0.2,
  get boardCenter() {
    return middleOf();
  },
  /** Shows a board point in the middle of the window. */
  setView: (x: number, y: number, zoom: number) => {
    const { camera } = now();
    camera.show({ zoom, x: x - camera.size.width / 2 / zoom, y: y - camera.size.height / 2 / zoom });
  },
  toScreen: (x: number, y: number) => onPage({ x, y }),
  select: (count: number) => {
    const ids = now().records.cardIds();
    select(
      now().ui,
      nearest(count).flatMap((index) => ids[index] ?? []),
    );
  },
  /** Where a selected card, or the one in the middle of the board, can be taken: page px. */
  cardPoint: () => {
    const { ui, records } = now();
    const selected = [...ui.getState().selection][0];
    const at =
      selected === undefined ? positionOf(nearest(1)[0] ?? 0) : positionOf(records.cardIds().indexOf(selected));
    return onPage({ x: at.x + CARD_WIDTH / 2, y: at.y + CARD_HEIGHT / 2 });
  },
  cardPos: positionOf,
  central: nearest,
  /** Other people move cards and their pointers. */
  remote: (moves: readonly Move[], cursors: readonly Cursor[]) => {
    const ids = now().records.cardIds();
    if (moves.length > 0) {
      write(FIRST_CLIENT + ((moves[0]?.i ?? 0) % 20), (doc) => {
        for (const { i, x, y } of moves) {
          const card = doc.getMap('cards').get(ids[i] ?? '');
          if (card instanceof Y.Map) card.set('position', [Math.round(x), Math.round(y)]);
        }
      });
    }
    if (cursors.length > 0) deliver(presenceFrame(cursors));
  },
  /** Somebody adds cards around the middle of the board. */
  add: (count: number) => {
    const { x, y } = middleOf();
    const across = Math.ceil(Math.sqrt(count));
    added = Array.from({ length: count }, (_, index) => `added${clocks.size}x${Date.now()}x${index}` as CardId);
    write(FIRST_CLIENT, (doc) => {
      for (const [index, id] of added.entries()) {
        const position: Point = [
          x + ((index % across) - across / 2) * BETWEEN.x,
          y + (Math.floor(index / across) - across / 2) * BETWEEN.y,
        ];
        addCard(doc, { id, title: `Added ${index + 1}`, body: 'By somebody else, all at once.', position }, null);
      }
    });
  },
  added: () => added.every((id) => document.querySelector(`[data-card-id="${id}"]`) !== null),
};

Object.assign(globalThis, { __board: board });

const look = (): void => {
  if (document.querySelector('[data-card-id]') === null) return void requestAnimationFrame(look);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      performance.mark('board-usable');
      board.usable = true;
    }),
  );
};
requestAnimationFrame(look);
