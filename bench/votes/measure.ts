/**
 * Real votes through the public contract: `node bench/votes/measure.ts <folder>`. The folder holds conversations of
 * Polis, one folder each with `cards.csv` and `votes.csv`; it is not part of the repository. Every conversation becomes
 * one board and one large group of a server that is started for it; every statement a card, every voter a seat, every
 * vote a level of an endorsement (1 → endorse, −1 → oppose, 0 → abstain). The tallies have to be those of the files.
 */
import { readdir } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Socket } from 'socket.io-client';
import { call, command, connect, forAll, percentile, timed } from './client.ts';
import { readConversation, type Conversation, type Vote } from './conversation.ts';
import { Server } from './server.ts';

/** Options of one ballot; a longer list is voted on in several, one after the other. */
const MOST_OPTIONS = 200;
/** Voters that hand in, or come in, at the same time. */
const AT_ONCE = 50;

const LEVEL = { 1: 'endorse', 0: 'abstain', [-1]: 'oppose' } as const;

type Level = { level: (typeof LEVEL)[Vote['value']] };
type Line = { id: string; levels: Record<string, number>; notJudged: number };
type Results = { base: { valid: number; entitled: number }; options: Line[] };

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/** What one conversation took; times in ms, memory in MiB. */
type Row = {
  name: string;
  cards: number;
  voters: number;
  votes: number;
  papers: number;
  ballots: number;
  importMs: number;
  comeInMs: number;
  openMs: number;
  castMs: number;
  p50: number;
  p99: number;
  closeMs: number;
  reportMs: number;
  memory: number;
  differences: string[];
};

/** The roster: who leads, and a seat for every voter. Sides are given by number; they say nothing about anybody. */
const rosterOf = (voters: readonly string[]): string =>
  [
    'participant_id,display_name,role,nation_code,breakout_group',
    'lead,Lead,facilitator,NO,1',
    ...voters.map((voter, index) => `voter-${voter},Voter ${voter},participant,${index % 2 === 0 ? 'NO' : 'JO'},1`),
  ].join('\n');

const measure = async (name: string, { statements, votes }: Conversation): Promise<Row> => {
  await using server = await Server.start();
  const { url } = server;
  const voters = [...new Set(votes.map((vote) => vote.voter))];
  const { token: organiser } = await call<{ token: string }>(`${url}/api/sessions`, null, {
    organiserKey: server.organiserKey,
  });
  const symposium = await call<{ id: string }>(`${url}/api/symposia`, organiser, {
    title: name,
    startsOn: '2026-02-14',
  });
  await call(`${url}/api/symposia/${symposium.id}/roster`, organiser, rosterOf(voters), 'PUT');
  const round = await call<{ groups: { id: string }[] }>(`${url}/api/symposia/${symposium.id}/rounds`, organiser, {
    title: 'Votes',
    question: 'Which of these?',
    useRosterGroups: true,
  });
  const groupId = round.groups[0]?.id ?? '';
  const codes: Record<string, string>[] = parse(
    await call<string>(`${url}/api/symposia/${symposium.id}/join-codes.csv`, organiser, '', 'GET'),
    { columns: true, bom: true },
  );

  // Titles are short; a longer statement stands whole in the body.
  const [cards, importMs] = await timed(async () => {
    const ids: string[] = [];
    for (let from = 0; from < statements.length; from += 500) {
      const some = statements.slice(from, from + 500);
      const imported = await call<{ ids: string[] }>(
        `${url}/api/groups/${groupId}/cards`,
        organiser,
        some.map(({ text }) => (text.length <= 200 ? { title: text } : { title: text.slice(0, 200), body: text })),
      );
      ids.push(...imported.ids);
    }
    return new Map(statements.map((statement, index) => [statement.id, ids[index] ?? '']));
  });

  const sockets = new Map<string, Socket>();
  const [, comeInMs] = await timed(() =>
    forAll(AT_ONCE, codes, async (row) => {
      const { token } = await call<{ token: string }>(`${url}/api/sessions`, null, { joinCode: row['join_code'] });
      const socket = await connect(url, token);
      await command(socket, 'group.watch', { groupId });
      sockets.set(row['participant_id'] ?? '', socket);
    }),
  );
  const lead = sockets.get('lead');
  if (lead === undefined) throw new Error('nobody leads');

  const row: Row = {
    name,
    cards: statements.length,
    voters: voters.length,
    votes: votes.length,
    papers: 0,
    ballots: 0,
    importMs,
    comeInMs,
    openMs: 0,
    castMs: 0,
    p50: 0,
    p99: 0,
    closeMs: 0,
    reportMs: 0,
    memory: 0,
    differences: [],
  };
  const acks: number[] = [];
  for (let from = 0; from < statements.length; from += MOST_OPTIONS) {
    const some = statements.slice(from, from + MOST_OPTIONS);
    const [opened, openMs] = await timed(() =>
      command<{ ballotId: string; options: { id: string; subject: { id: string } }[] }>(lead, 'ballot.open', {
        groupId,
        kind: 'endorsement',
        options: some.map((statement) => ({ kind: 'card', id: cards.get(statement.id) })),
      }),
    );
    const optionOf = new Map(some.map((statement, index) => [statement.id, opened.options[index]?.id ?? '']));
    const papers = new Map<string, Record<string, Level>>();
    for (const { voter, statement, value } of votes) {
      const optionId = optionOf.get(statement);
      if (optionId === undefined) continue;
      const levels = papers.get(voter) ?? {};
      papers.set(voter, levels);
      levels[optionId] = { level: LEVEL[value] };
    }
    const { ballotId } = opened;
    const [, castMs] = await timed(() =>
      forAll(AT_ONCE, [...papers], async ([voter, levels]) => {
        const socket = sockets.get(`voter-${voter}`);
        if (socket === undefined) throw new Error('a voter without a seat');
        const paperKey = `key-of-voter-${voter.padStart(8, '0')}`;
        const [, ms] = await timed(() => command(socket, 'ballot.cast', { ballotId, paperKey, choices: { levels } }));
        acks.push(ms);
      }),
    );
    const [results, closeMs] = await timed(() => command<Results>(lead, 'ballot.close', { ballotId }));
    row.ballots += 1;
    row.papers += papers.size;
    row.openMs += openMs;
    row.castMs += castMs;
    row.closeMs += closeMs;
    if (results.base.valid !== papers.size) row.differences.push(`${results.base.valid} of ${papers.size} papers`);
    const lines = new Map(results.options.map((line) => [line.id, line]));
    for (const statement of some) {
      const line = lines.get(optionOf.get(statement.id) ?? '');
      const told = [line?.levels['endorse'], line?.levels['oppose'], line?.levels['abstain']];
      const counted = [statement.agrees, statement.disagrees, statement.passes];
      const judged = counted.reduce((sum, count) => sum + count, 0);
      if (told.join(' ') !== counted.join(' ') || line?.notJudged !== papers.size - judged) {
        row.differences.push(`card ${statement.id}: ${told.join('/')} for ${counted.join('/')}`);
      }
    }
  }
  const [, reportMs] = await timed(() => call(`${url}/api/groups/${groupId}/report?format=json`, organiser, '', 'GET'));
  row.reportMs = reportMs;
  row.p50 = percentile(acks, 0.5);
  row.p99 = percentile(acks, 0.99);
  row.memory = (await server.memory())?.most ?? 0;
  for (const socket of sockets.values()) socket.close();
  return row;
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/votes/measure.ts <folder with conversations>');
  process.exit(2);
}
const names = (await readdir(folder, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();
console.log(`Node ${process.versions.node}, ${cpus().length} cores\n`);
console.log(
  '| conversation | cards | voters | votes | ballots | papers | import ms | come in s | open ms | cast s | ack p50 / p99 ms | close ms | report ms | memory MiB | tallies |',
);
console.log(`|${' --- |'.repeat(15)}`);
let differs = false;
for (const name of names) {
  const row = await measure(name, await readConversation(join(folder, name)));
  console.log(
    `| ${[
      row.name,
      row.cards,
      row.voters,
      row.votes,
      row.ballots,
      row.papers,
      Math.round(row.importMs),
      seconds(row.comeInMs),
      Math.round(row.openMs / row.ballots),
      seconds(row.castMs),
      `${Math.round(row.p50)} / ${Math.round(row.p99)}`,
      Math.round(row.closeMs / row.ballots),
      Math.round(row.reportMs),
      Math.round(row.memory),
      row.differences.length === 0 ? 'equal' : `${row.differences.length} differ`,
    ].join(' | ')} |`,
  );
  for (const difference of row.differences.slice(0, 20)) console.error(`${name}: ${difference}`);
  differs ||= row.differences.length > 0;
}
process.exitCode = differs ? 1 : 0;
