import type { PhaseTemplate } from '@rapport/domain/phases';
import type { GroupRole } from '@rapport/domain/roles';
import type { NewSymposium, Round, RosterReport, SignedIn, Symposium } from '@rapport/protocol/http';
import { parse } from 'csv-parse/sync';
import type { TestServer } from './boot-server.ts';
import { must, type HttpClient } from './http-client.ts';

/** Somebody of the seeded group, signed in. */
export type Person = {
  token: string;
  http: HttpClient;
  seatId: NonNullable<SignedIn['seat']>['id'];
  displayName: string;
  delegation: string;
  email: string;
  joinCode: string;
  role: GroupRole;
};

/** First names of participants in order; the blocs change from one to the next: allied, partner, organisation, … */
const NAMES = ['alice', 'bob', 'dora', 'emil', 'fatima', 'goran', 'hana', 'ivan', 'jamila', 'karel', 'lena', 'mounir'];

/** Codes under which delegations of the three blocs stand in a roster: nation, organisation. */
const DELEGATIONS = [
  ['NO', ''],
  ['JO', ''],
  ['', 'OSCE'],
  ['IT', ''],
  ['SE', ''],
  ['', 'EU'],
] as const;

/** Names nobody's text holds by accident, so that a leak is a leak. */
const familyName = (first: string): string => `${first[0]?.toUpperCase()}${first.slice(1)} Quillfeather-${first}`;

export type SeedOptions = {
  /** How many voting participants; alice is the first, bob the second. */
  participants?: number;
  symposium?: Partial<NewSymposium>;
  template?: PhaseTemplate;
  question?: string;
};

/**
 * A symposium with one group made through the product's own calls: carol facilitates, rita is rapporteur, otto
 * observes, alice, bob and so on take part; mallory sits in another group of the same round.
 */
export const seedGroup = async (server: TestServer, options: SeedOptions = {}) => {
  const { participants = 3 } = options;
  const voters = Array.from({ length: participants }, (_, index) => NAMES[index] ?? `voter${index}`);
  const people: { first: string; role: GroupRole; group: number }[] = [
    { first: 'carol', role: 'facilitator', group: 1 },
    { first: 'rita', role: 'rapporteur', group: 1 },
    { first: 'otto', role: 'observer', group: 1 },
    ...voters.map((first) => ({ first, role: 'participant' as const, group: 1 })),
    { first: 'walter', role: 'facilitator', group: 2 },
    { first: 'mallory', role: 'participant', group: 2 },
  ];
  const header = 'participant_id,display_name,role,nation_code,organisation_code,breakout_group,email';
  const lines = people.map(({ first, role, group }, index) => {
    const [nation, organisation] = DELEGATIONS[Math.max(0, index - 3) % DELEGATIONS.length] ?? DELEGATIONS[0];
    return `ID-${first},${familyName(first)},${role},${nation},${organisation},${group},${first}@quillfeather.example.org`;
  });

  const { organiser } = server;
  const symposium = await must(
    organiser.post<Symposium>('/api/symposia', {
      title: 'Seeded symposium',
      startsOn: '2026-02-14',
      ...options.symposium,
    }),
  );
  const report = await must(
    organiser.put<RosterReport>(`/api/symposia/${symposium.id}/roster`, [header, ...lines].join('\n')),
  );
  if (report.created !== people.length) throw new Error(`the seeded roster was not taken: ${JSON.stringify(report)}`);
  const round = await must(
    organiser.post<Round>(`/api/symposia/${symposium.id}/rounds`, {
      title: 'First round',
      question: options.question ?? 'What should we do next?',
      useRosterGroups: true,
      ...(options.template !== undefined && { template: options.template }),
    }),
  );
  const codes = await must(organiser.get<string>(`/api/symposia/${symposium.id}/join-codes.csv`));
  const rows: Record<string, string>[] = parse(codes, { columns: true });
  const codeOf = new Map(rows.map((row) => [row['participant_id'], row['join_code'] ?? '']));

  const signedIn = new Map<string, Person>();
  for (const { first, role } of people) {
    const joinCode = codeOf.get(`ID-${first}`) ?? '';
    const session = await server.signIn(joinCode);
    if (session.seat === null) throw new Error(`${first} has no seat`);
    signedIn.set(first, {
      token: session.token,
      http: server.http(session.token),
      seatId: session.seat.id,
      displayName: session.seat.displayName,
      delegation: session.seat.delegation,
      email: `${first}@quillfeather.example.org`,
      joinCode,
      role,
    });
  }
  const person = (first: string): Person => {
    const found = signedIn.get(first);
    if (found === undefined) throw new Error(`nobody is called ${first}`);
    return found;
  };
  const [group, otherGroup] = round.groups;
  if (group === undefined || otherGroup === undefined) throw new Error('the round has no groups');
  return {
    symposium,
    round,
    groupId: group.id,
    groupCode: group.code,
    otherGroupId: otherGroup.id,
    person,
    /** Everybody of both groups. */
    people: [...signedIn.values()],
    /** Voting participants of the group, alice first. */
    voters: voters.map(person),
    carol: person('carol'),
    rita: person('rita'),
    otto: person('otto'),
    mallory: person('mallory'),
  };
};

export type SeededGroup = Awaited<ReturnType<typeof seedGroup>>;
