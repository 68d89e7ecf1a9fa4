import { expect, test, vi } from 'vitest';
import type { Attribution } from '@rapport/domain/attribution';
import { boardDocument } from '@rapport/domain/document-id';
import type { ScreenView } from '@rapport/protocol/plenary';
import { bootServer } from './boot-server.ts';
import { forwardOption } from './forward-option.ts';
import { LeakHarness } from './leak-harness.ts';
import { seedGroup, type Person } from './seed-group.ts';

// Files are written at the lowest priority: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const MODES = ['named', 'bloc', 'non-attributed', 'sealed'] as const satisfies readonly Attribution[];

test.each(MODES)('a plenary in `%s` tells nobody who somebody is, but for who signed', async (attribution) => {
  await using server = await bootServer();
  const group = await seedGroup(server, {
    template: [{ kind: 'draft', minutes: 5 }],
    symposium: { attribution, chathamHouse: true },
  });
  const { groupId, otherGroupId, carol, mallory, voters, symposium } = group;
  const [alice, bob, dora] = voters as [Person, Person, Person];
  const symposiumId = symposium.id;
  using harness = new LeakHarness(server, group);
  const live = async (person?: Person) => harness.live(person);
  const organiser = await live();

  // Two groups bring something; one delegation signs.
  const walter = group.person('walter');
  const member = await live(alice);
  const first = await forwardOption(
    server,
    {
      groupId,
      leader: await live(carol),
      leading: carol,
      member,
      board: (await harness.sync(alice, boardDocument(groupId))).doc,
    },
    'Share forecasts',
  );
  const second = await forwardOption(
    server,
    {
      groupId: otherGroupId,
      leader: await live(walter),
      leading: walter,
      member: await live(mallory),
      board: (await harness.sync(mallory, boardDocument(otherGroupId))).doc,
    },
    'Train together',
  );
  await organiser.command('seat.authorise', { symposiumId, seatId: alice.seatId });
  await member.command('option.sponsor', { optionId: first, version: 1 });
  harness.noteSponsor(alice);
  await member.command('reservation.add', { optionId: first, text: 'Only for the public.' });

  // Everybody comes in; a seat chairs.
  const { code } = await organiser.command('screen.code', { symposiumId, action: 'show' });
  const screen = await harness.screen(code ?? '');
  await organiser.command('seat.chair', { symposiumId, seatId: dora.seatId });
  const chair = await live(dora);
  const seats = [member, await live(bob), chair, await live(mallory)];
  for (const one of [organiser, screen, ...seats]) await one.command('plenary.watch', { symposiumId });
  await chair.command('plenary.open', { symposiumId });
  const text = { title: 'Both', text: 'Both.', rationale: '', actors: '', resources: '', horizon: '' };
  const merged = await chair.command('option.merge', { symposiumId, optionIds: [first, second], text });

  // A delegation signs what the plenary made; some are interested.
  await organiser.command('seat.authorise', { symposiumId, seatId: mallory.seatId });
  await seats[3]?.command('option.sponsor', { optionId: merged.optionId, version: 1 });
  harness.noteSponsor(mallory);
  for (const one of seats) await one.command('option.interest', { optionId: merged.optionId });

  // Vote, and show everything there is.
  const { ballotId, options } = await chair.command('ballot.open', {
    symposiumId,
    kind: 'endorsement',
    options: [{ kind: 'option', id: merged.optionId }],
  });
  const keys = [alice, bob, mallory].map((_, at) => `plenary-paper-key-${at}`);
  for (const [at, one] of [member, seats[1], seats[3]].entries()) {
    const choices = { levels: { [options[0]?.id ?? '']: { level: 'endorse' as const } } };
    await one?.command('ballot.cast', { ballotId, paperKey: keys[at] ?? '', choices });
  }
  await chair.command('ballot.close', { ballotId });
  for (const one of seats) await one.command('ballot.results', { ballotId });
  const views: ScreenView[] = [
    { kind: 'progress' },
    { kind: 'group', groupId },
    { kind: 'option', optionId: first },
    { kind: 'register', sort: 'class', filter: 'living' },
    { kind: 'ballot', ballotId },
    { kind: 'results', ballotId },
    { kind: 'timer' },
  ];
  for (const view of views) {
    const shown = screen.next('plenary', (news) => (news as { view?: ScreenView }).view?.kind === view.kind);
    await chair.command('screen.show', { symposiumId, view });
    await shown;
  }
  for (const one of [organiser, screen, ...seats]) await one.command('plenary.watch', { symposiumId });
  for (const person of [alice, dora]) {
    await harness.http(person).get(`/api/symposia/${symposiumId}/register`);
    expect(await harness.file(person, `/api/symposia/${symposiumId}/register?format=csv`, 'csv')).toBe(200);
    await harness.http(person).get(`/api/symposia/${symposiumId}/agenda`);
  }
  // The options paper in every format, from the chair's hand.
  for (const format of ['md', 'csv', 'json', 'docx', 'pptx', 'pdf'] as const) {
    expect(await harness.file(dora, `/api/symposia/${symposiumId}/paper?format=${format}&lang=fr`, format)).toBe(200);
  }
  expect(await harness.file(dora, `/api/symposia/${symposiumId}/register?format=docx`, 'docx')).toBe(200);
  expect(await harness.file(alice, `/api/symposia/${symposiumId}/paper?format=md`, 'md')).toBe(403);
  await chair.command('register.undo', { symposiumId });
  harness.noteContent([first, second, merged.optionId, ballotId, ...options.map(({ id }) => id), ...keys]);
  await server.stop();
  expect(harness.leaks()).toEqual([]);
  // The code of a screen is in no line of the log.
  expect(server.logLines.filter((line) => line.includes(code ?? ''))).toEqual([]);
});
