import { setTimeout as wait } from 'node:timers/promises';
import { Connection, type Address } from './connection.ts';
import type { Dialect } from './dialects.ts';
import { Latencies } from './latencies.ts';
import { MarkScanner, MAX_PEOPLE } from './marker.ts';
import { Person } from './person.ts';

/** Where a room lies and with which token each of its people comes. */
export type Room = { name: string; tokens: readonly string[] };

export type LoadOptions = {
  address: Omit<Address, 'path'>;
  dialect: Dialect;
  rooms: readonly Room[];
  /** changes and cursor moves of each person, per second */
  updates: number;
  cursors: number;
  /** ms before and during which counts */
  warmMs: number;
  measureMs: number;
  /** people of each room through whose eyes latency is measured */
  watchers: number;
  /** Everybody asks for a durable token after each change, not only the watchers. */
  everybodyAsks: boolean;
  /** CPU of the server so far, ms. */
  cpu: () => number;
};

export type LoadFigures = {
  sentPerSecond: number;
  /** share of (change, watcher) pairs that arrived */
  delivered: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  ackP99: number | null;
  /** share of the server's core */
  cpu: number;
  /** how late the generator itself was */
  generatorP99: number | null;
  cursorsSeen: boolean;
  closed: number;
};

/** How long what is under way at the end may still take, ms. */
const LATE_MS = 3_000;
/** In place of a change's number. */
const CURSOR = -1;
/** People who come in at the same time. */
const AT_ONCE = 20;

/** One run of people who move cards and cursors at a steady rate, whether the server keeps up or not. */
export const runLoad = async (options: LoadOptions): Promise<LoadFigures> => {
  const { rooms, dialect, updates, cursors, warmMs, measureMs } = options;
  const totalMs = warmMs + measureMs;
  const people = rooms.flatMap((room) =>
    room.tokens.map((token, place) => ({ room, token, watches: place < options.watchers })),
  );
  if (people.length > MAX_PEOPLE) throw new Error(`no more than ${MAX_PEOPLE} people have marks of their own`);
  const count = Math.ceil((updates * totalMs) / 1000) + 1;
  const simulated = people.map(({ room, token, watches }, index) => {
    const person = new Person({ index, room: room.name, token, dialect });
    return { person, watches, moves: person.moves(0, { tokens: false }), sentAt: new Float64Array(count) };
  });

  const connections: Connection[] = [];
  let closed = 0;
  for (let from = 0; from < simulated.length; from += AT_ONCE) {
    await Promise.all(
      simulated.slice(from, from + AT_ONCE).map(async ({ person }) => {
        const connection = new Connection({ ...options.address, path: dialect.path(person.room, person.token) });
        connections[person.index] = connection;
        await dialect.greet(connection, person.room, person.answer);
      }),
    );
  }
  for (const one of simulated) {
    const tokens = options.everybodyAsks || one.watches;
    one.moves = one.person.moves(count, { tokens });
  }

  const latencies = new Latencies();
  const acks = new Latencies();
  const lateness = new Latencies();
  let measuring = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  const counts = (due: number): boolean => due >= measuring.from && due < measuring.to;
  const tally = { arrived: 0, expected: 0 };
  let cursorsSeen = false;
  let firstOfRoom = 0;
  for (const room of rooms) {
    const first = firstOfRoom;
    firstOfRoom += room.tokens.length;
    for (let index = first; index < firstOfRoom; index += 1) {
      const connection = connections[index];
      const one = simulated[index];
      if (connection === undefined || one === undefined) continue;
      void connection.closed.then(() => (closed += 1));
      connection.goRaw();
      if (!one.watches) continue;
      // A position replaces the one before: whoever sees a later one has not missed it.
      const seen = new Int32Array(room.tokens.length).fill(-1);
      const scanner = new MarkScanner(
        (sender, seq) => {
          const from = seen[sender - first];
          const sentAt = simulated[sender]?.sentAt;
          if (from === undefined || sentAt === undefined || seq <= from) return;
          const now = performance.now();
          seen[sender - first] = seq;
          for (let each = from + 1; each <= seq; each += 1) {
            const due = sentAt[each] ?? 0;
            if (!counts(due)) continue;
            tally.arrived += 1;
            latencies.add(now - due);
          }
        },
        (sender, seq) => {
          const due = simulated[sender]?.sentAt[seq] ?? 0;
          if (sender === index && counts(due)) acks.add(performance.now() - due);
        },
      );
      connection.raw = (bytes) => {
        cursorsSeen ||= bytes.includes('"cursor"');
        scanner.scan(bytes);
      };
    }
  }

  // Everything that will happen, in order of time.
  const events: { at: number; index: number; seq: number }[] = [];
  const spread = 0.618_033_988_7;
  const plan = (index: number, perSecond: number, moves: boolean): void => {
    const phase = (index * spread) % 1;
    const howMany = Math.floor((totalMs * perSecond) / 1000);
    for (let each = 0; each < howMany; each += 1) {
      events.push({ at: ((each + phase) * 1000) / perSecond, index, seq: moves ? each : CURSOR });
    }
  };
  for (const { person } of simulated) {
    plan(person.index, updates, true);
    plan(person.index, cursors, false);
  }
  events.sort((one, other) => one.at - other.at);

  const start = performance.now() + 50;
  measuring = { from: start + warmMs, to: start + totalMs };
  let cpuAtStart = 0;
  let cpuFrom = 0;
  let sent = 0;
  let next = 0;
  while (next < events.length) {
    const now = performance.now();
    if (cpuFrom === 0 && now >= measuring.from) {
      cpuAtStart = options.cpu();
      cpuFrom = now;
    }
    for (let event = events[next]; event !== undefined && start + event.at <= now; event = events[next]) {
      next += 1;
      const one = simulated[event.index];
      const connection = connections[event.index];
      if (one === undefined || connection === undefined) continue;
      if (event.seq === CURSOR) {
        connection.write(one.person.cursor());
        continue;
      }
      const due = start + event.at;
      const move = one.moves[event.seq];
      if (move === undefined) continue;
      one.sentAt[event.seq] = due;
      connection.write(move);
      if (!counts(due)) continue;
      lateness.add(performance.now() - due);
      sent += 1;
      const { room } = people[event.index] ?? {};
      tally.expected += Math.min(options.watchers, room?.tokens.length ?? 0);
    }
    await wait(1);
  }
  const cpu = (options.cpu() - cpuAtStart) / (performance.now() - cpuFrom);
  const patience = performance.now() + LATE_MS;
  while (tally.arrived < tally.expected && performance.now() < patience) await wait(20);
  for (const connection of connections) connection.end();
  return {
    sentPerSecond: Math.round((sent * 1000) / measureMs),
    delivered: tally.expected === 0 ? 1 : tally.arrived / tally.expected,
    p50: latencies.percentile(0.5),
    p95: latencies.percentile(0.95),
    p99: latencies.percentile(0.99),
    ackP99: acks.percentile(0.99),
    cpu,
    generatorP99: lateness.percentile(0.99),
    cursorsSeen,
    closed,
  };
};
