/**
 * A hall that votes: `node bench/votes/load.ts`. Thirty groups of fourteen voters and whoever leads them sit on one
 * server; a dot ballot is open in every group and everybody hands in a paper within ten seconds, every fifth a second
 * one instead of the first. Then all ballots are closed at once. Every paper has to be counted once.
 * `--database <url>` takes an empty PostgreSQL database, `--within <s>` another time, 0 for all at the same moment.
 */
import { randomBytes } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import type { Socket } from 'socket.io-client';
import { call, command, connect, forAll, percentile, timed } from './client.ts';
import { Server } from './server.ts';

/** People who come in at the same time. */
const AT_ONCE = 20;
const OPTIONS = 9;
/** Of nine options: three dots, at most two on one. */
const BUDGET = 3;

const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    groups: { type: 'string', default: '30' },
    voters: { type: 'string', default: '14' },
    within: { type: 'string', default: '10' },
  },
});
const groupCount = Number(values.groups);
const voterCount = Number(values.voters);
const withinMs = Number(values.within) * 1000;

type Closed = { type: string; ballot: { id: string } };
type Results = { base: { valid: number; entitled: number }; options: { id: string; dots: number; voters: number }[] };
/** `seen`: when the results of the ballot were there, and what they said. */
type Voter = { socket: Socket; paperKey: string; seen: Promise<{ at: number; results: Results }> };
type Group = {
  id: string;
  lead: Socket;
  voters: Voter[];
  ballotId: string;
  optionIds: string[];
  /** Dots and voters that every option must have. */
  dots: number[];
  people: number[];
};

/** Numbers between 0 and 1 from a seed: every run votes alike. */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const random = seeded(30);

const rosterOf = (): string => {
  const lines = ['participant_id,display_name,role,nation_code,breakout_group'];
  for (let group = 1; group <= groupCount; group += 1) {
    lines.push(`lead-${group},Lead ${group},facilitator,NO,${group}`);
    for (let voter = 1; voter <= voterCount; voter += 1) {
      const nation = voter % 2 === 0 ? 'NO' : 'JO';
      lines.push(`voter-${group}-${voter},Voter ${voter} of ${group},participant,${nation},${group}`);
    }
  }
  return lines.join('\n');
};

/** Dots of one paper, as places of options. */
const choose = (): Map<number, number> => {
  const dots = new Map<number, number>();
  for (let left = BUDGET; left > 0;) {
    const option = Math.floor(random() * OPTIONS);
    if ((dots.get(option) ?? 0) === 2) continue;
    dots.set(option, (dots.get(option) ?? 0) + 1);
    left -= 1;
  }
  return dots;
};

/** As the web client does: it is told of the close, then it asks for the results. */
const seeResults = (socket: Socket): Voter['seen'] =>
  new Promise((resolve, reject) => {
    socket.on('event', (event: Closed) => {
      if (event.type !== 'ballot.closed') return;
      command<Results>(socket, 'ballot.results', { ballotId: event.ballot.id }).then(
        (results) => resolve({ at: performance.now(), results }),
        reject,
      );
    });
  });

/** Everybody comes in, and a ballot is open in every group. */
const seatEverybody = async (server: Server): Promise<Group[]> => {
  const { url } = server;
  const { token: organiser } = await call<{ token: string }>(`${url}/api/sessions`, null, {
    organiserKey: server.organiserKey,
  });
  const symposium = await call<{ id: string }>(`${url}/api/symposia`, organiser, {
    title: 'A hall that votes',
    startsOn: '2026-02-14',
  });
  await call(`${url}/api/symposia/${symposium.id}/roster`, organiser, rosterOf(), 'PUT');
  const round = await call<{ groups: { id: string; number: number }[] }>(
    `${url}/api/symposia/${symposium.id}/rounds`,
    organiser,
    { title: 'Votes', question: 'Which of these?', useRosterGroups: true },
  );
  const codes: Record<string, string>[] = parse(
    await call<string>(`${url}/api/symposia/${symposium.id}/join-codes.csv`, organiser, '', 'GET'),
    { columns: true, bom: true },
  );
  const sockets = new Map<string, Socket>();
  await forAll(AT_ONCE, codes, async (row) => {
    const groupId = round.groups.find(({ number }) => String(number) === row['group'])?.id;
    const { token } = await call<{ token: string }>(`${url}/api/sessions`, null, { joinCode: row['join_code'] });
    const socket = await connect(url, token);
    await command(socket, 'group.watch', { groupId });
    sockets.set(row['participant_id'] ?? '', socket);
  });
  const socketOf = (participant: string): Socket => {
    const socket = sockets.get(participant);
    if (socket === undefined) throw new Error(`${participant} did not come in`);
    return socket;
  };
  const groups: Group[] = [];
  for (const { id, number } of round.groups) {
    const cards = Array.from({ length: OPTIONS }, (_, index) => ({ title: `Option ${index + 1}` }));
    const { ids } = await call<{ ids: string[] }>(`${url}/api/groups/${id}/cards`, organiser, cards);
    const lead = socketOf(`lead-${number}`);
    const opened = await command<{ ballotId: string; options: { id: string }[] }>(lead, 'ballot.open', {
      groupId: id,
      kind: 'dots',
      options: ids.map((card) => ({ kind: 'card', id: card })),
    });
    groups.push({
      id,
      lead,
      voters: Array.from({ length: voterCount }, (_, index) => {
        const socket = socketOf(`voter-${number}-${index + 1}`);
        return { socket, paperKey: randomBytes(16).toString('hex'), seen: seeResults(socket) };
      }),
      ballotId: opened.ballotId,
      optionIds: opened.options.map((option) => option.id),
      dots: Array<number>(OPTIONS).fill(0),
      people: Array<number>(OPTIONS).fill(0),
    });
  }
  return groups;
};

/** Hands in a paper; only the last one of a voter counts. */
const cast = async (group: Group, voter: Voter, chosen: ReadonlyMap<number, number>): Promise<number> => {
  const dots = Object.fromEntries([...chosen].map(([option, count]) => [group.optionIds[option] ?? '', count]));
  const { ballotId } = group;
  const [, ms] = await timed(() =>
    command(voter.socket, 'ballot.cast', { ballotId, paperKey: voter.paperKey, choices: { dots } }),
  );
  return ms;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const vote = async (groups: readonly Group[]): Promise<number[]> => {
  const acks: number[] = [];
  await Promise.all(
    groups.flatMap((group) =>
      group.voters.map(async (voter, index) => {
        const chosen = choose();
        for (const [option, count] of chosen) {
          group.dots[option] = (group.dots[option] ?? 0) + count;
          group.people[option] = (group.people[option] ?? 0) + 1;
        }
        const changesMind = index % 5 === 4;
        const [first, at, then] = [choose(), random() * withinMs * 0.7, random() * withinMs * 0.3];
        await pause(at);
        if (changesMind) acks.push(await cast(group, voter, first));
        await pause(then);
        acks.push(await cast(group, voter, chosen));
      }),
    ),
  );
  return acks;
};

/** What is wrong with the results of a group; nothing when every paper was counted once. */
const differences = (group: Group, { base, options }: Results): string[] => {
  const wrong = base.valid === voterCount ? [] : [`${base.valid} of ${voterCount} papers`];
  for (const [index, id] of group.optionIds.entries()) {
    const line = options.find((option) => option.id === id);
    if (line?.dots === group.dots[index] && line?.voters === group.people[index]) continue;
    wrong.push(`option ${index + 1}: ${line?.dots}/${line?.voters} for ${group.dots[index]}/${group.people[index]}`);
  }
  return wrong;
};

const shown = (times: readonly number[]): string =>
  `${Math.round(percentile(times, 0.5))} / ${Math.round(percentile(times, 0.99))} / ${Math.round(Math.max(...times))}`;

const measure = async (databaseUrl: string | null): Promise<boolean> => {
  await using server = await Server.start({ databaseUrl });
  const groups = await seatEverybody(server);
  const before = await server.cpuMs();
  const [acks, castMs] = await timed(() => vote(groups));
  const castCpu = ((await server.cpuMs()) ?? 0) - (before ?? 0);
  const pressed = performance.now();
  const closings = await Promise.all(
    groups.map((group) => timed(() => command<Results>(group.lead, 'ballot.close', { ballotId: group.ballotId }))),
  );
  const seen = await Promise.all(
    groups.map(async (group) => ({ group, views: await Promise.all(group.voters.map((voter) => voter.seen)) })),
  );
  const wrong = seen.flatMap(({ group, views }) =>
    views.flatMap(({ results }) => differences(group, results).map((one) => `${group.id}: ${one}`)),
  );
  console.log(
    `| ${[
      databaseUrl === null ? 'SQLite' : 'PostgreSQL',
      `${groupCount} × ${voterCount} in ${values.within} s`,
      acks.length,
      (castMs / 1000).toFixed(1),
      shown(acks),
      `${Math.round((castCpu / castMs) * 100)} %`,
      shown(closings.map(([, ms]) => ms)),
      shown(seen.flatMap(({ views }) => views.map(({ at }) => at - pressed))),
      Math.round((await server.memory())?.most ?? 0),
      loadavg()[0]?.toFixed(1),
      wrong.length === 0 ? 'counted once' : `${wrong.length} differ`,
    ].join(' | ')} |`,
  );
  for (const one of wrong.slice(0, 20)) console.error(one);
  for (const group of groups) {
    group.lead.close();
    for (const { socket } of group.voters) socket.close();
  }
  return wrong.length === 0;
};

console.log(`Node ${process.versions.node}, ${cpus().length} cores\n`);
console.log(
  '| database | hall | papers | cast s | ack p50 / p99 / most ms | server CPU | close p50 / p99 / most ms | results seen p50 / p99 / most ms | memory MiB | load | papers were |',
);
console.log(`|${' --- |'.repeat(11)}`);
process.exitCode = (await measure(values.database ?? null)) ? 0 : 1;
