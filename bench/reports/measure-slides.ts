/**
 * Measures the slides of a whole symposium: `node bench/reports/measure-slides.ts [groups] [cards]`. A server of its own
 * is given a roster, a round, cards and forwarded options through its public calls; then the presentation is asked for
 * while somebody keeps asking whether the server is there. Writes a table in Markdown. Linux only.
 */
import { parse } from 'csv-parse/sync';
import { call, command, connect, timed } from '../votes/client.ts';
import { Server } from '../votes/server.ts';
import { keepLoopDelays, longestTurn } from './read-loop-delays.ts';

const groups = Number(process.argv[2] ?? 30);
const cards = Number(process.argv[3] ?? 200);
/** Options each group forwards. */
const OPTIONS = 3;

await using delays = await keepLoopDelays();

const ROSTER_HEAD = 'participant_id,display_name,role,nation_code,breakout_group';

/** One facilitator and one participant for each group. */
const rosterOf = (count: number): string =>
  [
    ROSTER_HEAD,
    ...Array.from({ length: count }, (_, index) => index + 1).flatMap((group) => [
      `L${group},Leader ${group},facilitator,NO,${group}`,
      `M${group},Member ${group},participant,JO,${group}`,
    ]),
  ].join('\n');

const textsOf = (group: number): { title: string; body: string }[] =>
  Array.from({ length: cards }, (_, index) => ({
    title: `Card ${index + 1} of group ${group}: exercises, exchange and early warning`,
    body: 'What we would do, with whom, and what it would take to begin within a year.',
  }));

type Prepared = { server: Server; organiser: string; symposiumId: string };

const prepare = async (server: Server): Promise<Prepared> => {
  const { url, organiserKey } = server;
  const { token: organiser } = await call<{ token: string }>(`${url}/api/sessions`, null, { organiserKey });
  const { id: symposiumId } = await call<{ id: string }>(`${url}/api/symposia`, organiser, {
    title: 'A symposium of many groups',
    startsOn: '2026-02-14',
  });
  await call(`${url}/api/symposia/${symposiumId}/roster`, organiser, rosterOf(groups), 'PUT');
  const round = await call<{ groups: { id: string; number: number }[] }>(
    `${url}/api/symposia/${symposiumId}/rounds`,
    organiser,
    { title: 'Round 1', question: 'What should partners do together by 2030?', useRosterGroups: true },
  );
  const codes: Record<string, string>[] = parse(
    await call<string>(`${url}/api/symposia/${symposiumId}/join-codes.csv`, organiser, null, 'GET'),
    { columns: true },
  );
  const live = async (participant: string) => {
    const joinCode = codes.find((row) => row['participant_id'] === participant)?.['join_code'];
    const { token } = await call<{ token: string }>(`${url}/api/sessions`, null, { joinCode });
    return connect(url, token);
  };
  for (const { id: groupId, number } of round.groups) {
    const { ids } = await call<{ ids: string[] }>(`${url}/api/groups/${groupId}/cards`, organiser, textsOf(number));
    const [leader, member] = await Promise.all([live(`L${number}`), live(`M${number}`)]);
    for (const socket of [leader, member]) await command(socket, 'group.watch', { groupId });
    const optionIds: string[] = [];
    for (const id of ids.slice(0, OPTIONS)) {
      const sources = [{ kind: 'card', id }];
      const { optionId } = await command<{ optionId: string }>(member, 'option.create', { groupId, sources });
      const { version } = await command<{ version: number }>(leader, 'option.freeze', { optionId });
      await command(leader, 'readback.ask', { groupId, optionIds: [optionId] });
      await command(member, 'report.readback', { optionId, version, answer: 'accept' });
      optionIds.push(optionId);
    }
    await command(leader, 'option.forward', { groupId, optionIds });
    leader.close();
    member.close();
  }
  return { server, organiser, symposiumId };
};

const measure = async ({ server, organiser, symposiumId }: Prepared, language: string): Promise<string> => {
  const asked = { done: false, slowest: 0 };
  const keepAsking = async (): Promise<void> => {
    while (!asked.done) {
      const [, took] = await timed(async () => (await fetch(`${server.url}/healthz`)).arrayBuffer());
      asked.slowest = Math.max(asked.slowest, took);
    }
  };
  const from = Date.now();
  const asking = keepAsking();
  const [bytes, took] = await timed(async () => {
    const answer = await fetch(`${server.url}/api/symposia/${symposiumId}/slides?lang=${language}`, {
      headers: { authorization: `Bearer ${organiser}` },
    });
    if (!answer.ok) throw new Error(`the slides were answered with ${answer.status}`);
    return answer.arrayBuffer();
  });
  const to = Date.now();
  asked.done = true;
  await asking;
  // The last stretch is written down after it has ended.
  await new Promise((resolve) => setTimeout(resolve, 250));
  const { delay, work } = await longestTurn(delays, { from, to });
  const memory = await server.memory();
  const held = memory === null ? '–' : `${memory.now.toFixed(0)} / ${memory.most.toFixed(0)}`;
  return `| ${language} | ${(took / 1000).toFixed(2)} | ${(bytes.byteLength / 1000).toFixed(0)} | ${work} | ${delay} | ${asked.slowest.toFixed(0)} | ${held} |`;
};

await using server = await Server.start();
const prepared = await prepare(server);
const memory = await server.memory();
console.log(
  `${groups} groups, ${cards} cards each, ${OPTIONS} forwarded options each; before: ${memory?.now.toFixed(0)} MiB\n`,
);
console.log('| language | s | kB | longest turn ms | loop held up ms | slowest answer ms | MiB now / most |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const language of ['en', 'fr', 'ar', 'en', 'en']) console.log(await measure(prepared, language));
