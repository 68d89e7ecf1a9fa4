import type { GroupId } from '@rapport/domain/ids';
import type { Phase, PhaseKind } from '@rapport/domain/phases';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { GroupMove } from '@rapport/protocol/group-move';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Phases, PrivateCards } from './phases.ts';

type GroupRow = { id: GroupId; number: number; name: string; phase_id: string };
type Way = { from: Phase; to: Phase | null };

/** The step of a kind a group goes to: the next one there is, else the nearest one behind it; null: it has none. */
const stepOf = (phases: readonly Phase[], from: Phase, kind: PhaseKind): Phase | null => {
  const steps = phases.filter((phase) => phase.kind === kind);
  return steps.find((phase) => phase.index > from.index) ?? steps.findLast((phase) => phase.index < from.index) ?? null;
};

/** Moves all groups of a round at once, each as if its own facilitator had done it. */
export class CommonMoves {
  readonly #db: Database;
  readonly #phases: Phases;
  readonly #privateCards: Pick<PrivateCards, 'hiddenCount'>;

  constructor(options: { db: Database; phases: Phases; privateCards: Pick<PrivateCards, 'hiddenCount'> }) {
    this.#db = options.db;
    this.#phases = options.phases;
    this.#privateCards = options.privateCards;
  }

  /** `phase.moveAll` */
  async moveAll(
    caller: Caller,
    input: CommandParsed<'phase.moveAll'>,
  ): Promise<Outcome<CommandValue['phase.moveAll']>> {
    if (caller.kind !== 'organiser') return fail('role-refused', 'Only an organiser may move all groups at once.');
    const groups = await this.#openGroups(input);
    if (groups.length === 0) return fail('not-found', 'There is no group there that is open.');
    const moves: GroupMove[] = [];
    // One after the other: thirty transactions at once would only wait for each other.
    for (const group of groups) moves.push(await this.#move(caller, group, input));
    return succeed({ groups: moves });
  }

  #openGroups({ symposiumId, roundId }: CommandParsed<'phase.moveAll'>): Promise<GroupRow[]> {
    const open = this.#db.query
      .selectFrom('group')
      .select(['id', 'number', 'name', 'phase_id'])
      .where('symposium_id', '=', symposiumId)
      .where('status', '=', 'open')
      .orderBy('number');
    return (roundId === undefined ? open : open.where('round_id', '=', roundId)).execute();
  }

  async #way(group: GroupRow, kind: PhaseKind): Promise<Way> {
    const phases = await this.#db.query
      .selectFrom('phase')
      .select(['id', 'kind', 'minutes', 'index'])
      .where('group_id', '=', group.id)
      .orderBy('index')
      .execute();
    const from = phases.find((phase) => phase.id === group.phase_id);
    if (from === undefined) throw new Error('a group stands in a phase that is not its own');
    return { from, to: from.kind === kind ? from : stepOf(phases, from, kind) };
  }

  async #move(caller: Caller, group: GroupRow, input: CommandParsed<'phase.moveAll'>): Promise<GroupMove> {
    const { from, to } = await this.#way(group, input.kind);
    const move = {
      groupId: group.id,
      number: group.number,
      name: group.name,
      from: from.kind,
      hiddenCards: 0,
      ballots: 0,
    };
    if (to === null) return { ...move, outcome: 'no-step' };
    if (to.id === from.id) return { ...move, outcome: 'there' };
    const planned: GroupMove = {
      ...move,
      outcome: to.index > from.index ? 'moves' : 'back',
      hiddenCards: from.kind === 'write' ? await this.#privateCards.hiddenCount(group.id) : 0,
      ballots: (await this.#phases.castBallots(this.#db.query, group.id, { from, to })).length,
    };
    if (input.plan) return planned;
    const { drafts, ballots } = input;
    const moved = await this.#phases.move(caller, { groupId: group.id, phaseId: to.id, drafts, ballots });
    return moved.ok ? planned : { ...planned, outcome: 'refused', refusal: moved.failure.code };
  }
}
