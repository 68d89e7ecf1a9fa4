import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setLocale } from '../messages/locale-store.ts';
import { useToasts } from '../ui/toast-store.ts';
import {
  bin,
  closeEditor,
  dissolve,
  drop,
  dropTargetAt,
  merge,
  moveToCluster,
  newCluster,
  redo,
  rename,
  restore,
  startCard,
  undo,
} from './board-commands.ts';
import type { BoardSession } from './board-session.ts';
import { card, clusterNamed, MAY, openBoard, sketch } from './testing.ts';

let session: BoardSession;
let close: () => void;

// a b     c far away
beforeEach(async () => {
  await setLocale('en', false);
  useToasts.setState({ toasts: [] });
  ({ session, close } = await openBoard({ a: [0, 0], b: [224, 0], c: [1000, 0], d: [1000, 400] }));
});
afterEach(() => close());

const ids = (...cards: string[]) => new Set(cards.map(card));
const group = (title: string, ...cards: string[]): void => newCluster(session, MAY, cards.map(card), 'board', title);

describe('clusters', () => {
  test('grouping gathers the cards where there is room, and is one step to undo', () => {
    const before = sketch(session);
    group('Training', 'a', 'c');
    expect(sketch(session)).toEqual({
      a: '0,288 in Training',
      b: '224,0',
      c: '224,288 in Training',
      d: '1000,400',
    });
    undo(session, MAY);
    expect(sketch(session)).toEqual(before);
    expect(session.records.clusterIds()).toEqual([]);
    redo(session, MAY);
    expect(sketch(session)['c']).toContain('in Training');
  });

  test('a cluster without a title asks for one', () => {
    group('', 'a');
    expect(session.ui.getState().renaming).toEqual({ cluster: clusterNamed(session, ''), where: 'board' });
    rename(session, MAY, clusterNamed(session, ''), '  Early planning ');
    expect(session.records.cluster(clusterNamed(session, 'Early planning'))?.cards).toBe(1);
    expect(session.ui.getState().renaming).toBeNull();
  });

  test('cards that join stand below those that are there', () => {
    group('Training', 'a');
    moveToCluster(session, MAY, [card('c'), card('d')], clusterNamed(session, 'Training'));
    expect(sketch(session)).toEqual({
      a: '-224,0 in Training',
      b: '224,0',
      c: '-224,144 in Training',
      d: '-224,288 in Training',
    });
  });

  test('merging and dissolving keep every card', () => {
    group('Training', 'a', 'b');
    group('Planning', 'c');
    merge(session, MAY, clusterNamed(session, 'Planning'), clusterNamed(session, 'Training'));
    expect(Object.values(sketch(session)).filter((text) => text.endsWith('in Training'))).toHaveLength(3);
    dissolve(session, MAY, clusterNamed(session, 'Training'));
    expect(Object.values(sketch(session)).some((text) => text.includes(' in '))).toBe(false);
    expect(session.records.cardIds()).toHaveLength(4);
  });

  test.each([
    ['clusters-locked', 'The clusters are locked'],
    ['board-locked', 'The board is locked'],
  ] as const)('with %s nothing happens and it is said why', (denial, text) => {
    const before = sketch(session);
    newCluster(session, { ...MAY, cluster: denial }, [card('a')], 'board', 'No');
    moveToCluster(session, { ...MAY, cluster: denial }, [card('a')], null);
    expect(sketch(session)).toEqual(before);
    expect(session.records.clusterIds()).toEqual([]);
    expect(useToasts.getState().toasts[0]?.text).toContain(text);
  });
});

describe('dropping', () => {
  test('on a card makes a cluster of both', () => {
    drop(session, MAY, ids('c'), [-990, 10], [30, 30]);
    expect(session.records.membersOf(clusterNamed(session, '')).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  test('on a clustered card or into its region joins that cluster', () => {
    group('Training', 'a', 'b');
    const training = clusterNamed(session, 'Training');
    expect(dropTargetAt(session, MAY, ids('c'), [30, 30])).toEqual({ kind: 'card', id: 'a' });
    expect(dropTargetAt(session, MAY, ids('c'), [30, -20])).toEqual({ kind: 'cluster', id: training });
    drop(session, MAY, ids('c'), [-980, -30], [30, -20]);
    expect(sketch(session)['c']).toBe('20,-30 in Training');
  });

  test('outside leaves the cluster; a whole cluster stays whole', () => {
    group('Training', 'a', 'b');
    drop(session, MAY, ids('b'), [0, 600], [300, 660]);
    expect(sketch(session)).toMatchObject({ a: '0,0 in Training', b: '224,600' });
    undo(session, MAY);
    expect(sketch(session)['b']).toBe('224,0 in Training');
    drop(session, MAY, ids('a', 'b'), [0, 600], [300, 660]);
    expect(sketch(session)).toMatchObject({ a: '0,600 in Training', b: '224,600 in Training' });
  });

  test('within its cluster only moves', () => {
    group('Training', 'a', 'b');
    expect(dropTargetAt(session, MAY, ids('b'), [100, 60])).toBeNull();
    drop(session, MAY, ids('b'), [-20, 30], [210, 60]);
    expect(sketch(session)['b']).toBe('204,30 in Training');
  });

  test('never groups while clusters are locked', () => {
    const locked = { ...MAY, cluster: 'clusters-locked' as const };
    expect(dropTargetAt(session, locked, ids('c'), [30, 30])).toBeNull();
    drop(session, locked, ids('c'), [-990, 10], [30, 30]);
    expect(sketch(session)['c']).toBe('10,10');
    expect(session.records.clusterIds()).toEqual([]);
  });
});

describe('cards', () => {
  test('a card that was started and stays empty goes without a trace', () => {
    startCard(session, MAY, 'board');
    expect(session.records.cardIds()).toHaveLength(5);
    closeEditor(session);
    expect(session.records.cardIds()).toHaveLength(4);
    expect(session.undoStack.store.getState().undo).toEqual([]);
  });

  test('a new card finds a free place, is marked late, and can be undone once it says something', () => {
    startCard(session, MAY, 'board', null);
    const { editing } = session.ui.getState();
    const id = editing?.card ?? card('');
    const title = session.doc.getMap<Map<string, { insert: (at: number, text: string) => void }>>('cards').get(id);
    title?.get('title')?.insert(0, 'Joint training hub');
    closeEditor(session);
    const made = session.records.card(id);
    expect(made).toMatchObject({ title: 'Joint training hub', late: true, cluster: null });
    undo(session, MAY);
    expect(session.records.card(id)?.binned).toBe(true);
  });

  test('every new card is written under another client id', () => {
    const seen = new Set([session.doc.clientID]);
    for (let i = 0; i < 3; i++) {
      startCard(session, MAY, 'board');
      closeEditor(session);
      seen.add(session.doc.clientID);
      expect(session.live.store.getState().awareness.clientID).toBe(session.doc.clientID);
    }
    expect(seen.size).toBe(4);
  });

  test('binning offers to take back just that, also after other steps', () => {
    bin(session, MAY, [card('a')]);
    group('Training', 'b');
    const offer = useToasts.getState().toasts.at(-1);
    expect(offer?.text).toBe('1 card put into the bin.');
    offer?.action?.onAction();
    expect(session.records.card(card('a'))?.binned).toBe(false);
    expect(sketch(session)['b']).toContain('in Training');
    bin(session, MAY, [card('a')]);
    restore(session, MAY, [card('a')]);
    expect(session.records.binnedIds()).toEqual([]);
  });

  test('undo leaves what somebody else has changed since', () => {
    group('Training', 'a');
    const { doc } = session;
    doc.transact(() => {
      const map = doc.getMap<Map<string, unknown>>('cards').get('a');
      map?.set('position', [77, 77]);
    }, 'somebody else');
    session.perform((target) => {
      void target;
      return { name: 'move-cards', changes: [{ card: card('a'), key: 'position', from: [1, 1], to: [0, 0] }] };
    });
    undo(session, MAY);
    expect(sketch(session)['a']).toContain('77,77');
    expect(useToasts.getState().toasts.at(-1)?.text).toContain('Somebody else');
  });
});
