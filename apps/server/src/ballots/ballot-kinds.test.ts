import { describe, expect, it } from 'vitest';
import type { BallotResults } from '@rapport/domain/ballot-results';
import type { BallotKind, Choices } from '@rapport/domain/ballots';
import type { BallotOptionId } from '@rapport/domain/ids';
import type { CommandInput } from '@rapport/protocol/commands';
import { bootServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import type { LiveClient } from '../testing/live-client.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';

type Draw = (below: number) => number;

/** Numbers that are the same in every run (mulberry32). */
const seeded = (seed: number): Draw => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
};

const LEVELS = ['endorse', 'reservation', 'abstain', 'stand-aside', 'oppose'] as const;

/** A paper of each kind as somebody might fill it in, options left out at times. */
const fillIn: Record<BallotKind, (ids: readonly BallotOptionId[], draw: Draw) => Choices> = {
  dots: (ids, draw) => ({ dots: Object.fromEntries(ids.slice(draw(2), 2 + draw(2)).map((id) => [id, draw(2)])) }),
  rating: (ids, draw) =>
    ({
      ratings: Object.fromEntries(
        ids.filter(() => draw(5) > 0).map((id) => [id, [0, 1].map(() => [null, 1, 2, 3, 4, 5][draw(6)])]),
      ),
    }) as Choices,
  ranking: (ids, draw) => {
    const rest = [...ids];
    const ranking: BallotOptionId[] = [];
    for (let count = draw(ids.length + 1); count > 0; count -= 1) ranking.push(...rest.splice(draw(rest.length), 1));
    return { ranking };
  },
  endorsement: (ids, draw) => ({
    levels: Object.fromEntries(
      ids
        .filter(() => draw(5) > 0)
        .map((id) => {
          const level = LEVELS[draw(5)] ?? 'abstain';
          return [id, level === 'oppose' ? { level, text: `because ${draw(9)}` } : { level }];
        }),
    ),
  }),
};

/** What a result says of an option in a few numbers. */
type Figures = (number | null)[];

const published = (results: BallotResults): Map<string, Figures> => {
  switch (results.kind) {
    case 'dots':
      return new Map(results.options.map((line) => [line.id, [line.dots, line.voters]]));
    case 'rating':
      return new Map(
        results.options.map((line) => [
          line.id,
          line.axes.flatMap((axis) => [...axis.distribution, axis.notJudged, axis.spread?.mean ?? null]),
        ]),
      );
    case 'ranking':
      return new Map(results.options.map((line) => [line.id, [...line.places, line.unplaced, line.meanRank]]));
    case 'endorsement':
      return new Map(
        results.options.map((line) => [
          line.id,
          [...LEVELS.map((level) => line.levels[level]), line.notJudged, line.texts.length],
        ]),
      );
  }
};

/** The same numbers counted from the papers that were acknowledged, without any of the product's code. */
const recount = (papers: readonly Choices[], id: BallotOptionId, ids: readonly BallotOptionId[]): Figures => {
  const count = (holds: (paper: Choices) => boolean): number => papers.filter(holds).length;
  const [first] = papers;
  if (first === undefined) throw new Error('nobody voted');
  if ('dots' in first) {
    const given = papers.map((paper) => ('dots' in paper ? (paper.dots[id] ?? 0) : 0));
    return [given.reduce((sum, dots) => sum + dots, 0), given.filter((dots) => dots > 0).length];
  }
  if ('ratings' in first) {
    return [0, 1].flatMap((axis) => {
      const ratings = papers.flatMap((paper) => ('ratings' in paper ? [paper.ratings[id]?.[axis] ?? null] : []));
      const judged = ratings.filter((rating) => rating !== null);
      const mean = judged.reduce((sum, rating) => sum + rating, 0) / judged.length;
      return [
        ...[1, 2, 3, 4, 5].map((level) => judged.filter((rating) => rating === level).length),
        papers.length - judged.length,
        judged.length === 0 ? null : mean,
      ];
    });
  }
  if ('ranking' in first) {
    const lists = papers.flatMap((paper) => ('ranking' in paper && paper.ranking.length > 0 ? [paper.ranking] : []));
    const ranks = lists.map((list) => {
      const left = ids.filter((one) => !list.includes(one)).map((_, index) => list.length + 1 + index);
      return list.includes(id) ? list.indexOf(id) + 1 : left.reduce((sum, rank) => sum + rank, 0) / left.length;
    });
    return [
      ...ids.map((_, place) => lists.filter((list) => list[place] === id).length),
      lists.filter((list) => !list.includes(id)).length,
      ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length,
    ];
  }
  const said = (paper: Choices) => ('levels' in paper ? paper.levels[id] : undefined);
  return [
    ...LEVELS.map((level) => count((paper) => said(paper)?.level === level)),
    count((paper) => said(paper) === undefined),
    count((paper) => said(paper)?.text !== undefined),
  ];
};

const key = (person: Person): string => `key-of-${person.joinCode}-0123456789`;

/** Everything the sockets were told; acks are looked at where they are received. */
const told = (lives: readonly LiveClient[]): string => JSON.stringify(lives.flatMap((live) => live.received));

const SETTINGS: Record<BallotKind, CommandInput<'ballot.open'>['settings']> = {
  dots: { budget: 3, cap: 2 },
  rating: { axes: ['Usefulness', { en: 'Cost', fr: 'Coût' }] },
  ranking: {},
  endorsement: { thresholds: { support: 0.75 } },
};

describe.each<BallotKind>(['dots', 'rating', 'ranking', 'endorsement'])('a ballot of the kind %s', (kind) => {
  it('is sealed until close, entitles who is there, takes replacements and counts what was acknowledged', async () => {
    await using server = await bootServer();
    const group = await seedGroup(server, { participants: 15 });
    const { groupId, carol, otto, voters } = group;
    const lives = new Map<Person, LiveClient>();
    const goIn = async (person: Person): Promise<LiveClient> => {
      const live = await server.live(person.token);
      lives.set(person, live);
      await live.command('group.watch', { groupId });
      return live;
    };
    const [absent, late, ...punctual] = voters as [Person, Person, ...Person[]];
    for (const person of [carol, otto, ...punctual]) await goIn(person);
    const lead = lives.get(carol) as LiveClient;
    const cards = ['Water', 'Fire', 'Earth', 'Air'].map((title) => ({ title }));
    const { ids: cardIds } = await must(carol.http.post<{ ids: string[] }>(`/api/groups/${groupId}/cards`, cards));
    const opened = await lead.command('ballot.open', {
      groupId,
      kind,
      options: cardIds.map((id) => ({ kind: 'card', id })),
      settings: SETTINGS[kind] ?? {},
    });
    const { ballotId } = opened;
    const ids = opened.options.map((option) => option.id);
    const state = await lead.command('group.watch', { groupId });
    expect(state.ballots).toMatchObject([{ kind, status: 'open', progress: { cast: 0, entitled: 13 } }]);

    // Whoever comes late votes too; whoever looks on, or sits elsewhere, does not.
    const lateLive = await goIn(late);
    const acks: unknown[] = [];
    const stored = new Map<Person, Choices>();
    const draw = seeded(kind.length);
    const cast = async (person: Person, live: LiveClient): Promise<string> => {
      const choices = fillIn[kind](ids, draw);
      const outcome = await live.send('ballot.cast', { ballotId, paperKey: key(person), choices });
      acks.push(outcome);
      if (outcome.ok) stored.set(person, choices);
      return outcome.ok ? 'ok' : outcome.failure.code;
    };
    expect(await cast(late, lateLive)).toBe('ok');
    expect(await cast(otto, lives.get(otto) as LiveClient)).toBe('not-entitled');
    expect(await cast(carol, lead)).toBe('not-entitled');
    expect(await cast(group.mallory, await server.live(group.mallory.token))).toBe('not-found');
    const wrong = kind === 'dots' ? { ranking: [] } : { dots: {} };
    expect(await lateLive.send('ballot.cast', { ballotId, paperKey: key(late), choices: wrong })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input', field: 'choices' },
    });

    const last = punctual.slice(-3);
    const codes: string[] = [];
    for (const person of punctual.slice(0, -3)) codes.push(await cast(person, lives.get(person) as LiveClient));
    // Every second one thinks again.
    for (const [index, person] of punctual.slice(0, -3).entries()) {
      if (index % 2 === 0) codes.push(await cast(person, lives.get(person) as LiveClient));
    }
    expect(codes).toEqual(Array.from({ length: 15 }, () => 'ok'));
    // Somebody without a device: `absent`, whose bloc is all that is said.
    const entered = fillIn[kind](ids, draw);
    const entry = await lead.send('ballot.enter', {
      ballotId,
      paperKey: 'key-of-an-entered-paper',
      bloc: 'allied',
      choices: entered,
    });
    acks.push(entry);
    expect(entry).toMatchObject({ ok: true, value: { cast: 12, entitled: 15 } });

    const sealed = await otto.http.get(`/api/groups/${groupId}`);
    const before = [told([...lives.values()]), JSON.stringify(acks), sealed.text].join('\n');
    expect(before).not.toMatch(/"(dots|score|tally|voters|ratings|ranking|levels|distribution|places)":/);
    expect(before).not.toContain('because');
    expect(await lateLive.send('ballot.results', { ballotId })).toMatchObject({
      failure: { code: 'ballot-not-closed' },
    });

    // Two close, three still hand in.
    const organiser = await server.live(server.organiser.token ?? '');
    const closing = [
      cast(last[0] as Person, lives.get(last[0] as Person) as LiveClient),
      lead.command('ballot.close', { ballotId }),
      cast(last[1] as Person, lives.get(last[1] as Person) as LiveClient),
      organiser.command('ballot.close', { ballotId }),
      cast(last[2] as Person, lives.get(last[2] as Person) as LiveClient),
    ] as const;
    const [one, results, two, again, three] = await Promise.all(closing);
    expect(again).toEqual(results);
    for (const code of [one, two, three]) expect(['ok', 'ballot-closed']).toContain(code);
    expect(await lateLive.command('ballot.results', { ballotId })).toEqual(results);

    const papers = [...stored.values(), entered];
    expect(results).toMatchObject({ kind, base: { valid: papers.length, entitled: 15, proxies: 1 } });
    const figures = published(results);
    expect(figures.size).toBe(4);
    for (const id of ids) {
      const [counted, said] = [recount(papers, id, ids), figures.get(id) ?? []];
      expect(said.map((figure) => figure?.toFixed(9))).toEqual(counted.map((figure) => figure?.toFixed(9)));
    }
    expect(stored.has(absent)).toBe(false);

    // Kept as it is for good, in the report as well.
    expect(await lead.send('ballot.cast', { ballotId, paperKey: key(late), choices: entered })).toMatchObject({
      ok: false,
    });
    const report = await must(carol.http.get<{ ballots: object[] }>(`/api/groups/${groupId}/report?format=json`));
    expect(report.ballots).toMatchObject([{ kind, base: { valid: papers.length, proxies: 1 } }]);

    // A re-vote is the next ballot.
    await lead.command('ballot.open', { groupId, kind, options: cardIds.map((id) => ({ kind: 'card', id })) });
    const after = await lead.command('group.watch', { groupId });
    expect(after.ballots.map(({ number, status }) => [number, status])).toEqual([
      [1, 'closed'],
      [2, 'open'],
    ]);
  });
});
