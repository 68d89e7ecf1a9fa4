import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { boardDocument } from '@rapport/domain/document-id';
import type { BallotId, BallotOptionId, CardId, CheckpointId, OptionId, PhaseId } from '@rapport/domain/ids';
import { GroupConditions } from '../groups/group-conditions.ts';
import type { Outcome } from '@rapport/protocol/failures';
import { as, GROUP, House, seatOf, SYMPOSIUM } from '../groups/testing.ts';
import { codeOf, FERRIES, layOut, live, make, PORTS, SEA, shown, value, write } from './testing.ts';

const NOBODY = { groupId: GROUP, sources: [] };

describe('an option is made', () => {
  it('out of cards and clusters, with the title of the first and the board as it was', async () => {
    await using house = await House.open();
    await layOut(house);
    const before = await house.board();
    const made = value(
      await house.options.create(as('alice'), {
        groupId: GROUP,
        sources: [
          { kind: 'cluster', id: SEA },
          { kind: 'card', id: FERRIES },
          { kind: 'card', id: FERRIES },
        ],
      }),
    );
    expect(made.code).toBe('R1-G01-O1');
    expect(await live(house, made.optionId)).toEqual({
      title: 'By sea',
      text: '',
      rationale: '',
      actors: '',
      resources: '',
      horizon: '',
    });
    expect(await shown(house, made.optionId)).toEqual({
      id: made.optionId,
      code: 'R1-G01-O1',
      number: 1,
      state: 'draft',
      frozen: false,
      version: null,
      sources: [
        { kind: 'cluster', id: SEA, title: 'By sea' },
        { kind: 'card', id: FERRIES, title: 'Ferries' },
      ],
      reservations: [],
      readback: null,
      sponsors: [],
      crossBloc: false,
      interest: 0,
      changedSinceBallot: false,
    });
    expect(await house.board()).toEqual(before);
    expect(value(await house.options.create(as('bob'), NOBODY)).code).toBe('R1-G01-O2');
    expect(house.news('options.changed')).toHaveLength(2);
  });

  it('not out of what is not on the board, and nothing is left of the attempt', async () => {
    await using house = await House.open();
    await layOut(house);
    const sources = [
      { kind: 'card' as const, id: PORTS },
      { kind: 'card' as const, id: 'nowhere' as CardId },
    ];
    expect(await house.options.create(as('alice'), { groupId: GROUP, sources })).toMatchObject({
      failure: { code: 'invalid-input', field: 'sources.1' },
    });
    expect(house.news('options.changed')).toEqual([]);
    expect(house.conditions.get(GROUP)?.options.size).toBe(0);
    expect(await house.documents.read(boardDocument(GROUP), (doc) => doc.getMap('options').size)).toBe(0);
  });

  it('by twenty people at once, each with a number of its own', async () => {
    await using house = await House.open();
    const made = await Promise.all(Array.from({ length: 20 }, () => house.options.create(as('alice'), NOBODY)));
    const codes = made.map((outcome) => value(outcome).code);
    expect(codes).toEqual(Array.from({ length: 20 }, (_, index) => `R1-G01-O${index + 1}`));
  });

  it('loses the title of a card that its author withdraws, and stays', async () => {
    await using house = await House.open({ attribution: 'non-attributed' });
    await layOut(house);
    await house.db.query
      .insertInto('authorship')
      .values({ group_id: GROUP, card_id: PORTS, seat_id: seatOf('alice'), mode: 'bloc' })
      .execute();
    const { optionId } = value(
      await house.options.create(as('bob'), { groupId: GROUP, sources: [{ kind: 'card', id: PORTS }] }),
    );
    value(await house.cards.withdraw(as('alice'), { groupId: GROUP, cardId: PORTS }));
    expect((await shown(house, optionId)).sources).toEqual([{ kind: 'card', id: PORTS, title: '' }]);
  });
});

describe('who may do what', () => {
  const EVERYBODY = ['alice', 'carol', 'cecil', 'rita', 'otto', 'organiser', 'mallory'] as const;
  const LEADERS_AND_RAPPORTEUR = ['role-refused', 'done', 'done', 'done', 'role-refused', 'done', 'not-found'];
  type Deed = (house: House, optionId: OptionId, first: string) => Promise<Outcome<unknown>>;

  it.each<[string, Deed, string[], boolean]>([
    [
      'option.create',
      (house, _, first) => house.options.create(as(first), NOBODY),
      ['done', 'done', 'done', 'done', 'role-refused', 'done', 'not-found'],
      false,
    ],
    [
      'option.freeze',
      (house, optionId, first) => house.options.freeze(as(first), { optionId }),
      LEADERS_AND_RAPPORTEUR,
      false,
    ],
    [
      'option.open',
      (house, optionId, first) => house.options.open(as(first), { optionId }),
      LEADERS_AND_RAPPORTEUR,
      true,
    ],
    [
      'option.endorse',
      (house, optionId, first) => house.options.endorse(as(first), { optionId }),
      LEADERS_AND_RAPPORTEUR,
      true,
    ],
    [
      'option.setAside',
      (house, optionId, first) => house.options.setAside(as(first), { optionId, aside: true }),
      LEADERS_AND_RAPPORTEUR,
      true,
    ],
    [
      'option.versions',
      (house, optionId, first) => house.options.versions(as(first), { optionId }),
      ['done', 'done', 'done', 'done', 'done', 'done', 'not-found'],
      true,
    ],
  ])('%s', async (name, deed, expected, frozen) => {
    await using house = await House.open();
    const codes: string[] = [];
    for (const first of EVERYBODY) {
      const optionId = await make(house, 'Joint exercise', frozen);
      codes.push(codeOf(await deed(house, optionId, first)));
    }
    expect(codes).toEqual(expected);
    const optionId = await make(house, 'Joint exercise', frozen);
    await house.db.query.updateTable('group').set({ status: 'closed' }).execute();
    // A closed group can still be read.
    const whenClosed = name === 'option.versions' ? 'done' : 'group-closed';
    expect(codeOf(await deed(house, optionId, 'carol'))).toBe(whenClosed);
  });

  it('a locked board takes new options from those who lead only', async () => {
    await using house = await House.open();
    await house.db.query.updateTable('group').set({ board_locked: 1 }).execute();
    expect(codeOf(await house.options.create(as('alice'), NOBODY))).toBe('board-locked');
    expect(codeOf(await house.options.create(as('carol'), NOBODY))).toBe('done');
  });

  it('an option of the plenary is none of a group’s', async () => {
    await using house = await House.open();
    const optionId = await make(house);
    await house.db.query.updateTable('option').set({ group_id: null }).execute();
    expect(codeOf(await house.options.freeze(as('carol'), { optionId }))).toBe('not-found');
  });
});

describe('a text', () => {
  it('is frozen with the hash of its canonical form', async () => {
    await using house = await House.open();
    const optionId = await make(house, 'Übung', false);
    await write(house, optionId, { text: 'Line one\nLine two', horizon: 'By 2027' });
    const frozen = value(await house.options.freeze(as('rita'), { optionId }));
    const canonical =
      '{"actors":"","horizon":"By 2027","rationale":"","resources":"","text":"Line one\\nLine two","title":"Übung"}';
    expect(frozen).toEqual({ version: 1, hash: createHash('sha256').update(canonical).digest('hex') });
    expect(await shown(house, optionId)).toMatchObject({ frozen: true, version: 1, state: 'draft' });
    expect(house.conditions.get(GROUP)?.options.get(optionId)).toEqual(await live(house, optionId));
    // What a restart reads is the same.
    const reread = await new GroupConditions({ db: house.db }).load(GROUP);
    expect(reread?.options.get(optionId)).toEqual(await live(house, optionId));
  });

  it.each([
    ['without a title', { title: '  ' }, 'title-missing'],
    ['of 121 words', { text: Array.from({ length: 121 }, (_, at) => `word${at}`).join(' ') }, 'too-many-words'],
    ['of 120 words', { text: Array.from({ length: 120 }, (_, at) => `كلمة${at}`).join(' ') }, 'done'],
  ])('%s', async (_, text, code) => {
    await using house = await House.open();
    const optionId = await make(house, 'Joint exercise', false);
    await write(house, optionId, text);
    expect(codeOf(await house.options.freeze(as('rita'), { optionId }))).toBe(code);
    expect(house.conditions.get(GROUP)?.options.get(optionId) === null).toBe(code !== 'done');
  });

  it('is opened for a correction, and frozen again as the next version only when it has changed', async () => {
    await using house = await House.open();
    const optionId = await make(house);
    value(await house.options.endorse(as('rita'), { optionId }));
    value(await house.options.open(as('rita'), { optionId }));
    expect(await shown(house, optionId)).toMatchObject({ frozen: false, version: 1, state: 'endorsed' });
    expect(codeOf(await house.options.endorse(as('rita'), { optionId }))).toBe('done');
    expect(value(await house.options.freeze(as('rita'), { optionId })).version).toBe(1);
    expect(await shown(house, optionId)).toMatchObject({ frozen: true, version: 1, state: 'endorsed' });

    value(await house.options.open(as('rita'), { optionId }));
    await write(house, optionId, { text: 'Twice a year.' });
    expect(value(await house.options.freeze(as('rita'), { optionId })).version).toBe(2);
    expect(await shown(house, optionId)).toMatchObject({ frozen: true, version: 2, state: 'draft' });
    const { versions } = value(await house.options.versions(as('otto'), { optionId }));
    expect(versions.map(({ number, text }) => [number, text.text])).toEqual([
      [1, 'Joint exercise, every spring.'],
      [2, 'Twice a year.'],
    ]);
  });

  it('is frozen once by two leaders at once', async () => {
    await using house = await House.open();
    const optionId = await make(house, 'Joint exercise', false);
    const both = await Promise.all(['carol', 'cecil'].map((first) => house.options.freeze(as(first), { optionId })));
    expect(both.map((outcome) => value(outcome).version)).toEqual([1, 1]);
    expect(value(await house.options.versions(as('carol'), { optionId })).versions).toHaveLength(1);
    const opened = await Promise.all(['carol', 'cecil'].map((first) => house.options.open(as(first), { optionId })));
    expect(opened.map(codeOf)).toEqual(['done', 'done']);
  });

  it('stays open when the freeze could not be stored', async () => {
    await using house = await House.open();
    const optionId = await make(house, 'Joint exercise', false);
    const transaction = house.db.transaction.bind(house.db);
    house.db.transaction = () => Promise.reject(new Error('the disk is full'));
    await expect(house.options.freeze(as('rita'), { optionId })).rejects.toThrow('the disk is full');
    house.db.transaction = transaction;
    expect(house.conditions.get(GROUP)?.options.get(optionId)).toBeNull();
    expect(value(await house.options.freeze(as('rita'), { optionId })).version).toBe(1);
  });

  it('that is voted on can be frozen but neither opened nor set aside', async () => {
    await using house = await House.open();
    house.arrive();
    const optionId = await make(house, 'Joint exercise', false);
    const { ballotId, options } = value(
      await house.ballots.open(as('carol'), {
        groupId: GROUP,
        kind: 'endorsement',
        options: [{ kind: 'option', id: optionId }],
      }),
    );
    expect(options).toMatchObject([{ title: 'Joint exercise', subject: { kind: 'option', id: optionId } }]);
    expect(codeOf(await house.options.freeze(as('rita'), { optionId }))).toBe('done');
    expect(codeOf(await house.options.open(as('rita'), { optionId }))).toBe('ballot-open');
    expect(codeOf(await house.options.setAside(as('rita'), { optionId, aside: true }))).toBe('ballot-open');
    value(await house.ballots.close(as('carol'), { ballotId }));
    expect((await shown(house, optionId)).changedSinceBallot).toBe(false);
    value(await house.options.open(as('rita'), { optionId }));
    await write(house, optionId, { text: 'Changed in the discussion.' });
    value(await house.options.freeze(as('rita'), { optionId }));
    expect((await shown(house, optionId)).changedSinceBallot).toBe(true);
  });

  it('without a title, or set aside, is not voted on', async () => {
    await using house = await House.open();
    const untitled = value(await house.options.create(as('alice'), NOBODY)).optionId;
    const aside = await make(house);
    value(await house.options.setAside(as('carol'), { optionId: aside, aside: true }));
    const open = (id: string) =>
      house.ballots.open(as('carol'), { groupId: GROUP, kind: 'dots', options: [{ kind: 'option', id }] });
    expect(codeOf(await open(untitled))).toBe('title-missing');
    expect(codeOf(await open(aside))).toBe('invalid-input');
    expect(codeOf(await open('of-another-group'))).toBe('invalid-input');
  });

  it('set aside is kept, refuses work, and is a draft when it is taken up again', async () => {
    await using house = await House.open();
    const optionId = await make(house);
    value(await house.options.setAside(as('carol'), { optionId, aside: true }));
    expect(await shown(house, optionId)).toMatchObject({ state: 'set-aside', version: 1 });
    for (const refused of [
      house.options.open(as('carol'), { optionId }),
      house.options.freeze(as('carol'), { optionId }),
      house.options.endorse(as('carol'), { optionId }),
      house.readbacks.ask(as('carol'), { groupId: GROUP, optionIds: [optionId] }),
    ]) {
      expect(codeOf(await refused)).toBe('conflict');
    }
    value(await house.options.setAside(as('carol'), { optionId, aside: false }));
    expect(await shown(house, optionId)).toMatchObject({ state: 'draft', frozen: true, version: 1 });
  });

  it('comes back with an earlier board unless it is frozen', async () => {
    await using house = await House.open();
    const [open, frozen] = [await make(house, 'Open', false), await make(house, 'Frozen')];
    house.announcements.announce({
      to: 'group',
      news: {
        type: 'phase.moved',
        groupId: GROUP,
        phase: { id: 'phase-write' as PhaseId, kind: 'write', minutes: 5, index: 0 },
        timer: { state: 'stopped', durationMs: 1000, endsAt: null },
        ballots: [],
      },
    });
    // In the group's turn, so the board has been kept when this is answered.
    expect(codeOf(await house.history.restore(as('carol'), GROUP, 'none' as CheckpointId))).toBe('not-found');
    const [checkpoint] = value(await house.history.list(as('carol'), GROUP)).checkpoints;
    if (checkpoint === undefined) throw new Error('nothing was kept');
    expect(
      value(await house.history.look(as('carol'), GROUP, checkpoint.id))
        .options.map(({ title }) => title)
        .toSorted(),
    ).toEqual(['Frozen', 'Open']);
    await write(house, open, { title: 'Written over' });
    value(await house.options.open(as('carol'), { optionId: frozen }));
    await write(house, frozen, { title: 'Corrected' });
    value(await house.options.freeze(as('carol'), { optionId: frozen }));
    value(await house.history.restore(as('carol'), GROUP, checkpoint.id));
    expect((await live(house, open))?.title).toBe('Open');
    expect((await live(house, frozen))?.title).toBe('Corrected');
  });
});

it('no new version is frozen while the plenary votes on the one that stands', async () => {
  await using house = await House.open();
  await layOut(house);
  const optionId = await make(house, 'Ports');
  value(await house.options.open(as('rita'), { optionId }));
  await write(house, optionId, { title: 'Harbours' });
  await house.db.transaction(async (tx) => {
    const ballotId = 'ballot-of-the-plenary' as BallotId;
    await tx
      .insertInto('ballot')
      .values({ id: ballotId, symposium_id: SYMPOSIUM, number: 1, kind: 'endorsement', status: 'open', settings: '{}' })
      .execute();
    await tx
      .insertInto('ballot_option')
      .values({
        id: 'subject' as BallotOptionId,
        ballot_id: ballotId,
        position: 0,
        subject_kind: 'option',
        subject_id: optionId,
        title: 'Ports',
        body: '',
      })
      .execute();
  });
  expect(codeOf(await house.options.freeze(as('rita'), { optionId }))).toBe('ballot-open');
  expect(await shown(house, optionId)).toMatchObject({ frozen: false, version: 1 });
  await house.db.transaction(async (tx) => {
    await tx.updateTable('ballot').set({ status: 'closed' }).execute();
  });
  expect(value(await house.options.freeze(as('rita'), { optionId }))).toMatchObject({ version: 2 });
});
