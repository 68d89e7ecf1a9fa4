import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addCard } from '@rapport/board/add-card';
import { assignCards } from '@rapport/board/assign-cards';
import { groupCards } from '@rapport/board/group-cards';
import { removeCards } from '@rapport/board/remove-cards';
import type { ClusterId } from '@rapport/domain/ids';
import * as Y from 'yjs';
import { bin, newCluster } from './board-commands.ts';
import { watchNews } from './board-news.ts';
import type { BoardSession } from './board-session.ts';
import { card, MAY, openBoard } from './testing.ts';

let session: BoardSession;
let stop: () => void;
let close: () => void;
const training = 'training' as ClusterId;

/** What others do. */
const theirs = (deed: (doc: Y.Doc) => void): void => Y.transact(session.doc, () => deed(session.doc), 'server', false);
const said = (): string[] => {
  vi.advanceTimersByTime(6000);
  const region = document.getElementById('announce-polite');
  const texts = [...(region?.children ?? [])].map((line) => line.textContent ?? '');
  region?.replaceChildren();
  return texts;
};

beforeEach(async () => {
  document.body.innerHTML = '<div id="announce-polite"></div>';
  ({ session, close } = await openBoard({ a: [0, 0], b: [300, 0], c: [600, 0] }));
  // The date stays as it is: presence would think that everybody is long gone.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  stop = watchNews(session);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  close();
});

const add = (doc: Y.Doc, id: string): void => {
  addCard(doc, { id: card(id), title: id, position: [0, 300] }, 'server');
};

test('what others do is said together, and only what it came to', () => {
  theirs((doc) => {
    add(doc, 'd');
    add(doc, 'e');
    groupCards(doc, { id: training, title: 'Cyber training', cards: [{ id: card('a') }] }, 'server');
  });
  theirs((doc) => assignCards(doc, training, [{ id: card('d') }], 'server'));
  theirs((doc) => removeCards(doc, [card('e')], 'server'));
  expect(said()).toEqual(['1 new card in Cyber training', '1 card is now in Cyber training']);
  expect(said()).toEqual([]);
});

test('what one does oneself is not news, and hides nothing others did before', () => {
  theirs((doc) => add(doc, 'd'));
  newCluster(session, MAY, [card('a')], 'outline', 'Mine');
  bin(session, MAY, [card('b')]);
  document.getElementById('announce-polite')?.replaceChildren();
  expect(said()).toEqual(['1 new card']);
});

test('more than can be heard is counted', () => {
  theirs((doc) => {
    for (const [n, id] of ['a', 'b', 'c'].entries()) {
      groupCards(doc, { id: `k${n}` as ClusterId, title: `K${n}`, cards: [{ id: card(id) }] }, 'server');
    }
    add(doc, 'd');
  });
  expect(said()).toEqual(['7 changes on the board by others']);
});

test('places are not told', () => {
  theirs((doc) => (doc.getMap('cards').get('a') as Y.Map<unknown>).set('position', [900, 900]));
  expect(said()).toEqual([]);
});
