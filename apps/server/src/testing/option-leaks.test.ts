import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { addCard } from '@rapport/board/add-card';
import { optionMap } from '@rapport/board/layout';
import { readBoard } from '@rapport/board/read-board';
import type { Attribution } from '@rapport/domain/attribution';
import { headlineOf } from '@rapport/board/report-layout';
import { boardDocument, reportDocument } from '@rapport/domain/document-id';
import { CardId } from '@rapport/domain/ids';
import { ReportFormat } from '@rapport/protocol/http';
import { bootServer } from './boot-server.ts';
import { LeakHarness } from './leak-harness.ts';
import type { LiveClient } from './live-client.ts';
import { seedGroup, type Person } from './seed-group.ts';

const until = (doc: Y.Doc, holds: (doc: Y.Doc) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds(doc)) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });

/** A group of every mode makes an option and brings it to the plenary; everything that was sent is searched. */
const bringForward = async (attribution: Attribution, { noted }: { noted: boolean }): Promise<string[]> => {
  await using server = await bootServer();
  const group = await seedGroup(server, {
    template: [{ kind: 'draft', minutes: 5 }],
    symposium: { attribution, chathamHouse: true },
  });
  const { groupId, carol, rita, otto, voters, symposium } = group;
  const [alice, bob, dora] = voters as [Person, Person, Person];
  const room = [carol, rita, otto, ...voters];
  using harness = new LeakHarness(server, group);
  const lives = new Map<Person, LiveClient>();
  const boards = new Map<Person, Y.Doc>();
  for (const person of room) {
    lives.set(person, await harness.live(person));
    boards.set(person, (await harness.sync(person, boardDocument(groupId))).doc);
  }
  const live = (person: Person): LiveClient => lives.get(person) as LiveClient;
  const board = (person: Person): Y.Doc => boards.get(person) as Y.Doc;
  for (const person of room) await live(person).command('group.watch', { groupId });
  const organiser = await harness.live();

  // Make it out of a card, write it together.
  const card = CardId.parse('script-card');
  addCard(board(alice), { id: card, title: 'A shared calendar', position: [0, 0] }, 'script');
  await until(board(bob), (doc) => readBoard(doc).cards.length === 1);
  const { optionId } = await live(alice).command('option.create', { groupId, sources: [{ kind: 'card', id: card }] });
  const field = (doc: Y.Doc, name: string): Y.Text => optionMap(doc, optionId)?.get(name) as Y.Text;
  for (const person of room) await until(board(person), (doc) => optionMap(doc, optionId) !== null);
  field(board(alice), 'text').insert(0, 'One calendar for all exercises. ');
  field(board(dora), 'rationale').insert(0, 'Nobody knows what others plan. ');
  await until(board(rita), (doc) => field(doc, 'text').length > 9 && field(doc, 'rationale').length > 9);

  // Freeze it, type into it all the same, read it back with an objection, change it, ask again.
  await live(rita).command('option.freeze', { optionId });
  const rescued = live(bob).nextEvent('text.rescued');
  field(board(bob), 'text').insert(0, 'Never ');
  await rescued;
  const say = (person: Person, version: number, reason: string) =>
    live(person).command('report.readback', { optionId, version, answer: reason === '' ? 'accept' : 'object', reason });
  await live(carol).command('readback.ask', { groupId, optionIds: [optionId] });
  await say(alice, 1, '');
  await say(bob, 1, 'It would be out of date at once.');
  await live(bob).command('reservation.add', { optionId, text: 'Only for exercises that are public.' });
  await live(dora).command('reservation.add', { optionId, kind: 'minority', text: 'We would rather have none.' });
  for (const person of [alice, bob, rita]) await live(person).command('option.interest', { optionId });
  await live(rita).command('option.open', { optionId });
  field(board(rita), 'text').insert(0, 'Kept up to date by each host. ');
  await until(board(carol), (doc) => field(doc, 'text').toJSON().startsWith('Kept'));
  await live(rita).command('option.freeze', { optionId });
  await live(carol).command('readback.ask', { groupId, optionIds: [optionId] });
  for (const person of voters) await say(person, 2, '');

  // Sign it on the record, vote on it, stand behind it, hand it over.
  for (const person of [alice, bob]) {
    await organiser.command('seat.authorise', { symposiumId: symposium.id, seatId: person.seatId });
    await live(person).command('option.sponsor', { optionId, version: 2 });
    if (noted) harness.noteSponsor(person);
  }
  const subject = { kind: 'option' as const, id: optionId };
  const { ballotId } = await live(carol).command('ballot.open', { groupId, kind: 'endorsement', options: [subject] });
  await live(carol).command('ballot.close', { ballotId });
  await live(rita).command('option.endorse', { optionId });
  const forwarded = live(otto).nextEvent('options.changed', ({ options }) => options[0]?.state === 'forwarded');
  await live(rita).command('option.forward', { groupId, optionIds: [optionId] });
  const { options } = await forwarded;
  expect(options).toMatchObject([{ crossBloc: true, interest: 3, readback: { accepted: 3, objected: 0 } }]);

  // Look at it from every side, with everything that answers.
  for (const person of room) {
    await live(person).command('group.watch', { groupId });
    await live(person).command('option.versions', { optionId });
    await harness.http(person).get(`/api/groups/${groupId}`);
  }
  // Write the report together, and look at it before it leaves.
  const at = (what: string): string => `/api/groups/${groupId}/report/${what}`;
  await harness.http(rita).post(at('open'), { language: 'en' });
  const [hers, his] = [
    await harness.sync(rita, reportDocument(groupId)),
    await harness.sync(carol, reportDocument(groupId)),
  ];
  hers.awareness.setLocalState({ caret: { field: 'headline1', anchor: 0, head: 0 }, name: rita.displayName });
  headlineOf(hers.doc, 'headline1').insert(0, 'One calendar, kept by all.');
  await until(his.doc, (doc) => headlineOf(doc, 'headline1').length > 9);
  for (const what of ['state', 'pages', 'names', 'history']) {
    expect((await harness.http(rita).get(at(what))).status).toBe(200);
  }
  for (const format of ReportFormat.options) expect(await harness.report(rita, format)).toBe(200);
  await live(carol).command('group.close', { groupId });
  await live(otto).command('group.watch', { groupId });
  harness.noteContent([card, optionId, ...(options[0]?.reservations.map(({ id }) => id) ?? [])]);
  await server.stop();
  const counts = harness.counts();
  for (const channel of ['http', 'live', 'sync', 'file', 'log'] as const) expect(counts[channel]).toBeGreaterThan(2);
  return harness.leaks();
};

describe('options from the board to the plenary', () => {
  it.each<Attribution>(['named', 'bloc', 'non-attributed', 'sealed'])(
    'in `%s` under the Rule nobody learns who somebody is, but for delegations that signed',
    async (attribution) => {
      expect(await bringForward(attribution, { noted: true })).toEqual([]);
    },
  );

  it('a delegation beside an option is found where it did not sign', async () => {
    const leaks = await bringForward('non-attributed', { noted: false });
    expect(leaks.some((leak) => leak.startsWith('live “event” to') && leak.includes('holds the delegation'))).toBe(
      true,
    );
  });
});
