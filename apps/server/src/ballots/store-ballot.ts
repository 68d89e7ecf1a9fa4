import type { BallotRules } from '@rapport/domain/ballots';
import { newId, type BallotId, type BallotOptionId, type PhaseId, type RandomBytes } from '@rapport/domain/ids';
import type { CommandValue } from '@rapport/protocol/commands';
import type { Transaction } from '../db/database.ts';
import type { Assembly } from './read-ballots.ts';
import type { VotedText } from './read-options.ts';

/** Writes down a new, open ballot under the assembly's next number, with the texts it is about. Entitles nobody yet. */
export const storeBallot = async (
  tx: Transaction,
  of: Assembly,
  { rules, texts, phaseId }: { rules: BallotRules; texts: readonly VotedText[]; phaseId: PhaseId | null },
  random: RandomBytes,
): Promise<CommandValue['ballot.open']> => {
  const numbers = tx.selectFrom('ballot').select((eb) => eb.fn.max<number | null>('number').as('last'));
  const { last } = await (
    'groupId' in of ? numbers.where('group_id', '=', of.groupId) : numbers.where('symposium_id', '=', of.symposiumId)
  ).executeTakeFirstOrThrow();
  const ballotId = newId(random) as BallotId;
  await tx
    .insertInto('ballot')
    .values({
      id: ballotId,
      group_id: 'groupId' in of ? of.groupId : null,
      symposium_id: 'groupId' in of ? null : of.symposiumId,
      number: (last ?? 0) + 1,
      kind: rules.kind,
      phase_id: phaseId,
      status: 'open',
      settings: JSON.stringify(rules.settings),
      results: null,
    })
    .execute();
  const options = texts.map((text) => ({ ...text, id: newId(random) as BallotOptionId }));
  for (const [position, { id, subject, title, body }] of options.entries()) {
    await tx
      .insertInto('ballot_option')
      .values({ id, ballot_id: ballotId, position, subject_kind: subject.kind, subject_id: subject.id, title, body })
      .execute();
  }
  return { ballotId, options: options.map(({ id, subject, title }) => ({ id, subject, title })) };
};
