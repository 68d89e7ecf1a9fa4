import type { Attribution } from '@rapport/domain/attribution';
import type { BallotSubject } from '@rapport/domain/ballots';
import type { GroupId, OptionId } from '@rapport/domain/ids';
import type { OptionText } from '@rapport/domain/options';
import type { PhaseKind } from '@rapport/domain/phases';
import type { Database } from '../db/database.ts';

/** A card, cluster or option of a board, as one key. */
export type SubjectKey = `${BallotSubject['kind']}:${string}`;

export type FrozenText = { title: string; body: string };

/** What a tick has to know of a group's session. */
export type GroupCondition = {
  status: 'open' | 'closed';
  phaseKind: PhaseKind;
  boardLocked: boolean;
  clustersLocked: boolean;
  revealed: boolean;
  attribution: Attribution;
  chathamHouse: boolean;
  /** Texts under an open ballot: edits of them are set back. */
  ballotsFrozen: ReadonlyMap<SubjectKey, FrozenText>;
  /** The group's options, with their text where it is frozen: members write only in those with null. */
  options: ReadonlyMap<OptionId, OptionText | null>;
};

/**
 * The session truth as far as ticks ask for it, kept in memory because a tick cannot wait for a query. Services `set`
 * what they have changed in `afterCommit`, before they announce it.
 */
export class GroupConditions {
  readonly #db: Database;
  readonly #known = new Map<GroupId, GroupCondition>();
  readonly #loads = new Map<GroupId, Promise<GroupCondition | null>>();
  /** Changes made while a load was reading rows that may already be old. */
  readonly #during = new Map<GroupId, Partial<GroupCondition>>();

  constructor(options: { db: Database }) {
    this.#db = options.db;
  }

  /** Reads the group once; null when there is no such group. */
  load(groupId: GroupId): Promise<GroupCondition | null> {
    const known = this.#known.get(groupId);
    if (known !== undefined) return Promise.resolve(known);
    let load = this.#loads.get(groupId);
    if (load === undefined) {
      load = this.#read(groupId).finally(() => {
        this.#loads.delete(groupId);
        this.#during.delete(groupId);
      });
      this.#loads.set(groupId, load);
    }
    return load;
  }

  /** What was loaded; null when nothing was. */
  get(groupId: GroupId): GroupCondition | null {
    return this.#known.get(groupId) ?? null;
  }

  /** Takes over what a service has changed. A group that was never loaded is read from its rows when it is needed. */
  set(groupId: GroupId, patch: Partial<GroupCondition>): void {
    const known = this.#known.get(groupId);
    if (known !== undefined) this.#known.set(groupId, { ...known, ...patch });
    else if (this.#loads.has(groupId)) this.#during.set(groupId, { ...this.#during.get(groupId), ...patch });
  }

  /** Takes over one option: its frozen text, null when it can be written in, undefined when there is none any more. */
  setOption(groupId: GroupId, optionId: OptionId, text: OptionText | null | undefined): void {
    const known = this.#known.get(groupId)?.options;
    if (known === undefined) return;
    const options = new Map(known);
    if (text === undefined) options.delete(optionId);
    else options.set(optionId, text);
    this.set(groupId, { options });
  }

  async #read(groupId: GroupId): Promise<GroupCondition | null> {
    const condition = await readCondition(this.#db.query, groupId);
    if (condition === null) return null;
    const current = { ...condition, ...this.#during.get(groupId) };
    this.#known.set(groupId, current);
    return current;
  }
}

const readCondition = async (query: Database['query'], groupId: GroupId): Promise<GroupCondition | null> => {
  const group = await query
    .selectFrom('group')
    .innerJoin('phase', 'phase.id', 'group.phase_id')
    .innerJoin('symposium', 'symposium.id', 'group.symposium_id')
    .select([
      'group.status',
      'phase.kind',
      'group.board_locked',
      'group.clusters_locked',
      'group.revealed',
      'group.attribution',
      'symposium.chatham_house',
    ])
    .where('group.id', '=', groupId)
    .executeTakeFirst();
  if (group === undefined) return null;
  const frozen = await query
    .selectFrom('ballot_option')
    .innerJoin('ballot', 'ballot.id', 'ballot_option.ballot_id')
    .select(['ballot_option.subject_kind', 'ballot_option.subject_id', 'ballot_option.title', 'ballot_option.body'])
    .where('ballot.group_id', '=', groupId)
    .where('ballot.status', '=', 'open')
    .execute();
  const ballotsFrozen = new Map<SubjectKey, FrozenText>();
  for (const { subject_kind: kind, subject_id: id, title, body } of frozen) {
    ballotsFrozen.set(`${kind}:${id}`, { title, body });
  }
  const rows = await query
    .selectFrom('option')
    .leftJoin('option_version', (join) =>
      join
        .onRef('option_version.option_id', '=', 'option.id')
        .onRef('option_version.number', '=', 'option.version')
        .on('option.frozen', '=', 1),
    )
    .select([
      'option.id',
      'option_version.title',
      'option_version.text',
      'option_version.rationale',
      'option_version.actors',
      'option_version.resources',
      'option_version.horizon',
    ])
    .where('option.group_id', '=', groupId)
    .execute();
  const options = new Map<OptionId, OptionText | null>();
  for (const { id, ...row } of rows) options.set(id, row.title === null ? null : (row as OptionText));
  return {
    status: group.status,
    phaseKind: group.kind,
    boardLocked: group.board_locked === 1,
    clustersLocked: group.clusters_locked === 1,
    revealed: group.revealed === 1,
    attribution: group.attribution,
    chathamHouse: group.chatham_house === 1,
    ballotsFrozen,
    options,
  };
};
