import { moveCards } from '@rapport/board/move-cards';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setLocale } from '../messages/locale-store.ts';
import { newCluster, undo } from './board-commands.ts';
import type { BoardSession } from './board-session.ts';
import { gather, tint } from './cluster-commands.ts';
import { dropCluster, mergeTargetAt } from './drop-cluster.ts';
import { fold } from './fold-cluster.ts';
import { overlaps } from './geometry.ts';
import { nudge, startMoving, stopMoving } from './moving.ts';
import { tag, tagsOf, untag } from './tag-commands.ts';
import { card, clusterNamed, MAY, openBoard, sketch } from './testing.ts';

let session: BoardSession;
let close: () => void;

beforeEach(async () => {
  await setLocale('en', false);
  ({ session, close } = await openBoard({ a: [0, 0], b: [224, 0], c: [1000, 0], d: [1000, 400] }));
  newCluster(session, MAY, [card('a'), card('b')], 'outline', 'Training');
});
afterEach(() => close());

const training = () => clusterNamed(session, 'Training');

describe('folding', () => {
  test('leaves the title where the cards begin, and the cards nowhere until it is opened', () => {
    const open = session.index.region(training());
    session.ui.setState({ selection: new Set([card('a'), card('c')]) });
    fold(session, MAY, training(), true);
    const folded = session.index.region(training());
    expect([folded?.x, folded?.y]).toEqual([open?.x, open?.y]);
    expect(session.index.cards.rectOf('a')).toBeUndefined();
    expect(session.index.standIn('a')).toBe(training());
    expect([...session.ui.getState().selection]).toEqual(['c']);
    undo(session, MAY);
    expect(session.index.cards.rectOf('a')).toMatchObject({ x: 0, y: 0 });
    expect(session.index.region(training())).toEqual(open);
  });

  test('a card that joins a folded cluster is inside, one that leaves is back', () => {
    fold(session, MAY, training(), true);
    session.doc.transact(() => session.doc.getMap<Map<string, unknown>>('cards').get('c')?.set('cluster', training()));
    expect(session.index.cards.rectOf('c')).toBeUndefined();
    session.doc.transact(() => session.doc.getMap<Map<string, unknown>>('cards').get('c')?.delete('cluster'));
    expect(session.index.cards.rectOf('c')).toMatchObject({ x: 1000, y: 0 });
  });

  test('its cards come out beside what was put there meanwhile, as one step to undo', () => {
    const open = session.index.region(training());
    fold(session, MAY, training(), true);
    session.perform((doc, origin) => moveCards(doc, [{ id: card('c'), position: [100, 60] }], origin));
    fold(session, MAY, training(), false);
    const region = session.index.region(training());
    const other = session.index.cards.rectOf('c');
    expect(region).toMatchObject({ width: open?.width, height: open?.height });
    expect(other).toMatchObject({ x: 100, y: 60 });
    expect(region !== null && other !== undefined && overlaps(region, other)).toBe(false);
    undo(session, MAY);
    expect(session.records.cluster(training())?.collapsed).toBe(true);
    expect(sketch(session)).toMatchObject({ a: '0,0 in Training', b: '224,0 in Training' });
  });

  test('its cards come out where they were when nothing lies there', () => {
    fold(session, MAY, training(), true);
    fold(session, MAY, training(), false);
    expect(sketch(session)).toMatchObject({ a: '0,0 in Training', b: '224,0 in Training' });
  });

  test('is allowed while clusters are locked', () => {
    fold(session, { ...MAY, cluster: 'clusters-locked' }, training(), true);
    expect(session.records.cluster(training())?.collapsed).toBe(true);
  });
});

describe('moving a whole cluster', () => {
  test.each([true, false])('takes its cards along, folded: %s', (folded) => {
    if (folded) fold(session, MAY, training(), true);
    dropCluster(session, MAY, training(), [10, 500], [20, 490]);
    expect(sketch(session)).toMatchObject({ a: '10,500 in Training', b: '234,500 in Training' });
    undo(session, MAY);
    expect(sketch(session)).toMatchObject({ a: '0,0 in Training', b: '224,0 in Training' });
  });

  test('moves an empty one too', () => {
    newCluster(session, MAY, [], 'outline', 'Empty');
    const before = session.index.region(clusterNamed(session, 'Empty'));
    dropCluster(session, MAY, clusterNamed(session, 'Empty'), [30, 40], [0, 3000]);
    const after = session.index.region(clusterNamed(session, 'Empty'));
    expect([after?.x, after?.y]).toEqual([Math.round((before?.x ?? 0) + 30), Math.round((before?.y ?? 0) + 40)]);
  });

  test('onto the title of another merges the two; elsewhere over it nothing is merged', () => {
    newCluster(session, MAY, [card('c')], 'outline', 'Planning');
    const planning = session.index.region(clusterNamed(session, 'Planning'));
    const [x, y] = [planning?.x ?? 0, planning?.y ?? 0];
    expect(mergeTargetAt(session, MAY, training(), [x + 20, y + 80])).toBeNull();
    expect(mergeTargetAt(session, { ...MAY, cluster: 'clusters-locked' }, training(), [x + 20, y + 10])).toBeNull();
    dropCluster(session, MAY, training(), [5, 5], [x + 20, y + 10]);
    expect(session.records.clusterIds()).toEqual([clusterNamed(session, 'Planning')]);
    expect(session.records.membersOf(clusterNamed(session, 'Planning'))).toHaveLength(3);
    undo(session, MAY);
    expect(session.records.membersOf(training())).toHaveLength(2);
  });

  test('goes without dragging, and can be put back', () => {
    startMoving(session, MAY, [], training());
    nudge(session, 'right', 'coarse');
    nudge(session, 'down', 'fine');
    stopMoving(session, MAY, false);
    expect(sketch(session)['a']).toBe('0,0 in Training');
    startMoving(session, MAY, [], training());
    nudge(session, 'right', 'coarse');
    stopMoving(session, MAY, true);
    expect(sketch(session)).toMatchObject({ a: '112,0 in Training', b: '336,0 in Training' });
  });
});

test('tint and gathering are one step each', () => {
  tint(session, MAY, training(), 5);
  expect(session.records.cluster(training())?.colour).toBe(5);
  dropCluster(session, MAY, training(), [0, 0], [0, -900]);
  session.doc.transact(() => session.doc.getMap<Map<string, unknown>>('cards').get('b')?.set('position', [900, 900]));
  gather(session, MAY, training());
  expect(sketch(session)).toMatchObject({ a: '0,0 in Training', b: '224,0 in Training' });
  undo(session, MAY);
  expect(sketch(session)['b']).toBe('900,900 in Training');
});

test('a tag is the same word however it is typed, and comes off again', () => {
  tag(session, MAY, [card('a'), card('b')], 'Énergie');
  tag(session, MAY, [card('c')], ' energie ');
  expect(tagsOf(session)).toEqual([{ tag: 'Énergie', cards: 3 }]);
  untag(session, MAY, [card('a'), card('b'), card('c')], 'Énergie');
  expect(tagsOf(session)).toEqual([]);
  undo(session, MAY);
  expect(tagsOf(session)).toEqual([{ tag: 'Énergie', cards: 3 }]);
});
