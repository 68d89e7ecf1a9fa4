import { describe, expect, test } from 'vitest';
import type { Attribution } from './attribution.ts';
import type { Author, GroupRecord } from './group-record.ts';
import type { CardId, PhaseId } from './ids.ts';
import { attribute, projectRecord, type Audience } from './projection.ts';

const author: Author = { displayName: 'Ann Example', delegation: 'Norway', bloc: 'allied' };
const LARGE = { allied: 5, partner: 6, organisation: 0 };
const SMALL = { allied: 5, partner: 4, organisation: 0 };

type Case = [
  mode: Attribution,
  audience: Audience,
  chathamHouse: boolean,
  signed: boolean,
  seatsByBloc: Record<string, number>,
  shown: 'author' | 'bloc' | 'nothing',
];

describe('attribute', () => {
  test.each<Case>([
    // The room: names in `named`, a tag in `bloc` when every bloc present is large enough, nothing else.
    ['named', 'room', true, false, SMALL, 'author'],
    ['named', 'room', false, false, SMALL, 'author'],
    ['bloc', 'room', true, false, LARGE, 'bloc'],
    ['bloc', 'room', true, false, SMALL, 'nothing'],
    ['bloc', 'room', false, false, LARGE, 'bloc'],
    ['non-attributed', 'room', false, false, LARGE, 'nothing'],
    ['non-attributed', 'room', true, false, LARGE, 'nothing'],
    ['sealed', 'room', false, false, LARGE, 'nothing'],
    // A signed card keeps its author in the room (A4), never in a file under the Rule.
    ['bloc', 'room', true, true, SMALL, 'author'],
    ['non-attributed', 'room', true, true, LARGE, 'author'],
    ['non-attributed', 'file', true, true, LARGE, 'nothing'],
    ['non-attributed', 'file', false, true, LARGE, 'nothing'],
    // Files: under the Rule nothing at all, without it only what `named` allows.
    ['named', 'file', true, false, LARGE, 'nothing'],
    ['named', 'file', true, true, LARGE, 'nothing'],
    ['named', 'file', false, false, LARGE, 'author'],
    ['bloc', 'file', true, false, LARGE, 'nothing'],
    ['bloc', 'file', false, false, LARGE, 'nothing'],
    ['non-attributed', 'file', false, false, LARGE, 'nothing'],
    ['sealed', 'file', false, false, LARGE, 'nothing'],
  ])('%s, %s, Rule %s, signed %s, seats %j: %s', (mode, audience, chathamHouse, signed, seatsByBloc, shown) => {
    const wanted = { author: { author }, bloc: { bloc: 'allied' }, nothing: {} }[shown];
    expect(attribute(author, signed, mode, { audience, chathamHouse, seatsByBloc })).toEqual(wanted);
  });

  test('a card without an author shows none in any mode', () => {
    const context = { audience: 'room', chathamHouse: false, seatsByBloc: LARGE } as const;
    expect(attribute(null, true, 'named', context)).toEqual({});
  });
});

const card = (id: string, more: Partial<GroupRecord['cards'][number]> = {}): GroupRecord['cards'][number] => ({
  id: id as CardId,
  title: 'Ann Example should chair',
  body: '',
  position: [0, 0],
  cluster: null,
  late: false,
  proxy: false,
  binned: false,
  tags: [],
  alsoIn: [],
  author,
  signed: false,
  ...more,
});
const phase = { id: 'p1' as PhaseId, kind: 'write' as const, minutes: 10, index: 0 };
const record: GroupRecord = {
  symposium: {
    title: 'Symposium',
    startsOn: '2026-02-14',
    marking: { en: 'UNMARKED' },
    chathamHouse: true,
    blocs: [],
    sides: ['allied', 'partner'],
    orderKey: new Uint8Array(32),
  },
  round: { title: 'Round', question: 'What next?' },
  group: { number: 1, name: 'Group 1', attribution: 'named', status: 'open', version: 1 },
  phases: [phase],
  currentPhase: 0,
  counts: { seats: 11, present: 3, cards: 2 },
  seatsByBloc: LARGE,
  cards: [card('c1'), card('c2', { signed: true }), card('c3', { binned: true })],
  clusters: [],
  ballots: [],
  options: [],
  texts: { headlines: [], agreement: [], questions: [] },
};

describe('projectRecord', () => {
  test('a file under the Rule has no author, no sizes of blocs and no binned card, and people’s words as they are', () => {
    const file = projectRecord(record, 'file');
    expect(file.cards.map(({ id, title }) => [id, title])).toEqual([
      ['c1', 'Ann Example should chair'],
      ['c2', 'Ann Example should chair'],
    ]);
    for (const one of file.cards) {
      expect(Object.keys(one).toSorted()).toEqual(
        ['id', 'title', 'body', 'position', 'cluster', 'late', 'proxy', 'binned', 'tags', 'alsoIn'].toSorted(),
      );
    }
    expect(Object.keys(file)).not.toContain('seatsByBloc');
  });

  test('the room of a named group sees authors', () => {
    expect(projectRecord(record, 'room').cards.map((one) => one.author)).toEqual([author, author]);
  });

  test('a card keeps the promise it was written under when the group tells more by now', () => {
    const mixed = { ...record, cards: [card('c1', { mode: 'sealed' }), card('c2', { mode: 'named' }), card('c3')] };
    expect(projectRecord(mixed, 'room').cards.map((one) => one.author)).toEqual([undefined, author, author]);
    const less = { ...mixed, group: { ...record.group, attribution: 'non-attributed' as const } };
    expect(projectRecord(less, 'room').cards.map((one) => one.author)).toEqual([undefined, undefined, undefined]);
    expect(Object.keys(projectRecord(mixed, 'room').cards[0] ?? {})).not.toContain('mode');
  });

  test('the record itself is left as it was', () => {
    const before = structuredClone(record);
    projectRecord(record, 'file');
    expect(record).toEqual(before);
  });
});
