import { parse } from 'csv-parse/sync';
import { io, type Socket } from 'socket.io-client';
import { Server } from '../votes/server.ts';
import { keepLoopDelays, longestTurn } from './read-loop-delays.ts';

/**
 * What the options paper and the seal of a large symposium cost: a real server over its public interface, groups with
 * cards and two forwarded options each. `node bench/reports/measure-paper.ts [groups] [cards] [languages]`, say `30 200 en,fr,ar`.
 */
const [GROUPS = 30, CARDS = 200] = process.argv.slice(2, 4).map(Number);
const LANGUAGES = (process.argv[4] ?? 'en,fr,ar').split(',');
const OPTIONS = 2;

type Outcome = { ok: boolean; value?: unknown; failure?: { code: string; message: string } };

await using delays = await keepLoopDelays();
await using server = await Server.start();

const call = async (method: string, path: string, token: string | null, body?: unknown, type = 'application/json') => {
  const answer = await fetch(server.url + path, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
};
const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T;

const signIn = async (body: object): Promise<string> =>
  (await json<{ token: string }>(call('POST', '/api/sessions', null, body))).token;

const live = (token: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = io(server.url, { path: '/live', transports: ['websocket'], auth: { token } });
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
const command = async (socket: Socket, name: string, input: object): Promise<Record<string, unknown>> => {
  const outcome = (await socket.emitWithAck('command', { name, input })) as Outcome;
  if (!outcome.ok) throw new Error(`${name}: ${outcome.failure?.code} ${outcome.failure?.message}`);
  return (outcome.value ?? {}) as Record<string, unknown>;
};

const organiser = await signIn({ organiserKey: server.organiserKey });
const symposium = await json<{ id: string }>(
  call('POST', '/api/symposia', organiser, {
    title: 'Measured symposium',
    startsOn: '2026-02-14',
    languages: LANGUAGES,
  }),
);
const people = Array.from({ length: GROUPS }, (_, at) => [
  `F${at},Facilitator ${at},facilitator,NO,${at + 1}`,
  `R${at},Rapporteur ${at},rapporteur,IT,${at + 1}`,
  `P${at},Participant ${at},participant,SE,${at + 1}`,
]).flat();
await call(
  'PUT',
  `/api/symposia/${symposium.id}/roster`,
  organiser,
  ['participant_id,display_name,role,nation_code,breakout_group', ...people].join('\n'),
  'text/csv',
);
const round = await json<{ groups: { id: string; number: number }[] }>(
  call('POST', `/api/symposia/${symposium.id}/rounds`, organiser, {
    title: 'Round 1',
    question: 'What should we do next?',
    useRosterGroups: true,
    template: [{ kind: 'draft', minutes: 5 }],
  }),
);
const codes: Record<string, string>[] = parse(
  await (await call('GET', `/api/symposia/${symposium.id}/join-codes.csv`, organiser)).text(),
  { columns: true, bom: true },
);
const tokenOf = (id: string): Promise<string> =>
  signIn({ joinCode: codes.find((row) => row['participant_id'] === id)?.['join_code'] ?? '' });

const WORDS =
  'Partners meet every autumn in one of their schools and share what they have learnt, in two languages and within a month.';
for (const [at, group] of round.groups.entries()) {
  const cards = Array.from({ length: CARDS }, (_, card) => ({ title: `Idea ${card} of group ${at}`, body: WORDS }));
  const { ids } = await json<{ ids: string[] }>(call('POST', `/api/groups/${group.id}/cards`, organiser, cards));
  const leader = await live(await tokenOf(`F${at}`));
  const member = await live(await tokenOf(`P${at}`));
  for (const one of [leader, member]) await command(one, 'group.watch', { groupId: group.id });
  for (let option = 0; option < OPTIONS; option += 1) {
    const { optionId } = await command(member, 'option.create', {
      groupId: group.id,
      sources: [{ kind: 'card', id: ids[option] }],
    });
    const { version } = await command(leader, 'option.freeze', { optionId });
    await command(leader, 'readback.ask', { groupId: group.id, optionIds: [optionId] });
    await command(member, 'report.readback', { optionId, version, answer: 'accept' });
    await command(leader, 'option.forward', { groupId: group.id, optionIds: [optionId] });
  }
  leader.close();
  member.close();
}

type Row = { what: string; ms: number; bytes: number; delay: number; own: number; memory: number };
const rows: Row[] = [];
const measured = async (what: string, work: () => Promise<number>): Promise<void> => {
  const from = Date.now();
  const bytes = await work();
  const to = Date.now();
  // The last stretch is written down after it has ended.
  await new Promise((resolve) => setTimeout(resolve, 250));
  const { delay, own } = await longestTurn(delays, { from, to });
  rows.push({ what, ms: to - from, bytes, delay, own, memory: (await server.memory())?.most ?? 0 });
};
const size = async (path: string): Promise<number> =>
  (await (await call('GET', path, organiser)).arrayBuffer()).byteLength;

await measured('nothing, 5 s', async () => {
  await new Promise((resolve) => setTimeout(resolve, 5000));
  return 0;
});
await measured('register, csv', () => size(`/api/symposia/${symposium.id}/register?format=csv`));
for (const format of ['md', 'csv', 'json', 'docx', 'pptx', 'pdf']) {
  await measured(`options paper, ${format}`, () =>
    size(`/api/symposia/${symposium.id}/paper?format=${format}&lang=en`),
  );
}
for (const first of [0, 8, 16]) {
  await measured(`pages from ${first} on`, () =>
    size(`/api/symposia/${symposium.id}/paper/pages?lang=en&first=${first}`),
  );
}
await measured('options paper, pdf, ar', () => size(`/api/symposia/${symposium.id}/paper?format=pdf&lang=ar`));
let files = 0;
const leading = await live(organiser);
await measured('close all groups', async () => {
  for (const { id } of round.groups) await command(leading, 'group.close', { groupId: id });
  return 0;
});
leading.close();
await measured('seal', async () => {
  await call('POST', `/api/symposia/${symposium.id}/seal`, organiser, {});
  for (;;) {
    const state = await json<{ status: string; failed: boolean; files: number }>(
      call('GET', `/api/symposia/${symposium.id}/seal`, organiser),
    );
    files = state.files;
    if (state.failed) throw new Error('the seal failed');
    if (state.status === 'sealed') return 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
});
await measured('archive of the seal', () => size(`/api/symposia/${symposium.id}/seal/archive`));

console.log(`${GROUPS} groups, ${CARDS} cards each, ${GROUPS * OPTIONS} options, ${files} sealed files`);
console.log('| what | s | kB | held up by itself, ms | held up in all, ms | most memory, MiB |');
console.log('|---|---:|---:|---:|---:|---:|');
for (const { what, ms, bytes, own, delay, memory } of rows) {
  const figures = [
    (ms / 1000).toFixed(2),
    bytes === 0 ? '' : Math.round(bytes / 1000),
    own.toFixed(0),
    delay.toFixed(0),
  ];
  console.log(`| ${what} | ${figures.join(' | ')} | ${memory.toFixed(0)} |`);
}
