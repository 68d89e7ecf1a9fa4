import type { Bloc, BlocId } from '@rapport/domain/blocs';
import type { GroupId } from '@rapport/domain/ids';
import { leads } from '@rapport/domain/roles';
import { Timer } from '@rapport/domain/timer';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import { Spotlight, type GroupState } from '@rapport/protocol/group-state';
import type { Caller } from '../access/caller.ts';
import { readBallots } from '../ballots/read-ballots.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { streamOf, type Revisions } from '../events/revisions.ts';
import { readGroupOptions, readMyOptions } from '../options/read-group-options.ts';
import { noSuchGroup } from './allow.ts';
import type { WrittenCards } from './draft-counts.ts';
import { readHelp } from './help-requests.ts';
import { readAnnouncements } from './notices.ts';
import type { Presence } from './presence.ts';
import { roleOf, type RoleInGroup } from './role-of.ts';

/** What a group's state needs that is in no row. */
export type LiveFacts = {
  clock: Clock;
  presence: Presence;
  revisions: Revisions;
  /** Drafts and finished private cards of everybody together; answers from memory, at once. */
  privateCards: (groupId: GroupId) => WrittenCards;
};

type Query = Database['query'];

/** The caller's own line in the state. */
export const readMe = async (query: Query, who: RoleInGroup, groupId: GroupId): Promise<GroupState['me']> => {
  if (who.seatId === null)
    return { role: who.role, done: false, checkedIn: false, entitled: [], cast: [], options: [] };
  const seat = await query
    .selectFrom('group_seat')
    .select(['done', 'checked_in'])
    .where('group_id', '=', groupId)
    .where('seat_id', '=', who.seatId)
    .executeTakeFirst();
  const ballots = await query
    .selectFrom('ballot_seat')
    .innerJoin('ballot', 'ballot.id', 'ballot_seat.ballot_id')
    .select(['ballot.id', 'ballot_seat.cast'])
    .where('ballot.group_id', '=', groupId)
    .where('ballot_seat.seat_id', '=', who.seatId)
    .orderBy('ballot.number')
    .execute();
  return {
    role: who.role,
    done: seat?.done === 1,
    checkedIn: seat?.checked_in === 1,
    entitled: ballots.map((ballot) => ballot.id),
    cast: ballots.filter((ballot) => ballot.cast === 1).map((ballot) => ballot.id),
    options: await readMyOptions(query, groupId, who.seatId),
  };
};

/** What this caller may know of a group's session; `not-found` for strangers. */
export const readGroupState = async (
  query: Query,
  caller: Caller,
  groupId: GroupId,
  facts: LiveFacts,
): Promise<Outcome<GroupState>> => {
  const who = await roleOf(query, caller, groupId);
  if (who === null) return noSuchGroup();
  // Taken before anything is read: a state may know more than its revision says, never less.
  const revision = facts.revisions.current(groupId, streamOf(who.role));
  const group = await query
    .selectFrom('group')
    .innerJoin('round', 'round.id', 'group.round_id')
    .innerJoin('symposium', 'symposium.id', 'group.symposium_id')
    .selectAll('group')
    .select([
      'round.title as roundTitle',
      'round.question',
      'symposium.slug',
      'symposium.title as symposiumTitle',
      'symposium.marking',
      'symposium.chatham_house',
      'symposium.blocs',
      'symposium.sides',
      'symposium.forward_limit',
    ])
    .where('group.id', '=', groupId)
    .executeTakeFirst();
  if (group === undefined) return noSuchGroup();
  const phases = await query
    .selectFrom('phase')
    .select(['id', 'kind', 'minutes', 'index'])
    .where('group_id', '=', groupId)
    .orderBy('index')
    .execute();
  const phase = phases.find((one) => one.id === group.phase_id);
  if (phase === undefined) throw new Error('a group stands in a phase that is not its own');
  return succeed({
    id: group.id,
    number: group.number,
    name: group.name,
    question: group.question,
    symposium: {
      id: group.symposium_id,
      slug: group.slug,
      title: group.symposiumTitle,
      marking: JSON.parse(group.marking) as Record<string, string>,
      chathamHouse: group.chatham_house === 1,
      blocs: JSON.parse(group.blocs) as Bloc[],
      sides: JSON.parse(group.sides) as [BlocId, BlocId],
      forwardLimit: group.forward_limit,
    },
    round: { id: group.round_id, title: group.roundTitle },
    attribution: group.attribution,
    status: group.status,
    phase,
    phases,
    timer: Timer.parse(JSON.parse(group.timer)),
    serverTime: isoNow(facts.clock),
    revision,
    ...(await facts.presence.counts(query, groupId)),
    ...facts.privateCards(groupId),
    revealed: group.revealed === 1,
    reveal: group.reveal_ends_at === null ? null : { endsAt: group.reveal_ends_at },
    boardLocked: group.board_locked === 1,
    clustersLocked: group.clusters_locked === 1,
    ballots: await readBallots(query, { groupId }),
    options: await readGroupOptions(query, groupId),
    announcements: await readAnnouncements(query, groupId),
    spotlight: group.spotlight === null ? null : Spotlight.parse(JSON.parse(group.spotlight)),
    help: leads(who.role) ? await readHelp(query, groupId) : [],
    me: await readMe(query, who, groupId),
    code: leads(who.role) ? group.code : null,
  });
};
