import type * as Y from 'yjs';
import { readBoard } from '@rapport/board/read-board';
import { readOptions as readBoardOptions } from '@rapport/board/read-options';
import type { BallotSubject } from '@rapport/domain/ballots';
import type { GroupId } from '@rapport/domain/ids';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Database } from '../db/database.ts';

/** What is voted on, with the text it has now. */
export type VotedText = { subject: BallotSubject; title: string; body: string };

/** The group's options that may be voted on. */
export const readPursued = async (query: Database['query'], groupId: GroupId): Promise<ReadonlySet<string>> => {
  const rows = await query
    .selectFrom('option')
    .select('id')
    .where('group_id', '=', groupId)
    .where('state', 'not in', ['set-aside', 'merged'])
    .execute();
  return new Set(rows.map(({ id }) => id));
};

/**
 * Looks the subjects of a ballot up on the board, in their order; refuses the first that cannot be voted on by name.
 * `pursued` are the group's options that may be voted on.
 */
export const readOptions = (
  doc: Y.Doc,
  subjects: readonly BallotSubject[],
  pursued: ReadonlySet<string>,
): Outcome<VotedText[]> => {
  const board = readBoard(doc);
  const cards = new Map<string, VotedText>();
  for (const { id, title, body, binned } of board.cards) {
    if (!binned) cards.set(id, { subject: { kind: 'card', id }, title, body });
  }
  const clusters = new Map<string, VotedText>(
    board.clusters.map(({ id, title }) => [id, { subject: { kind: 'cluster', id }, title, body: '' }]),
  );
  const policies = new Map<string, VotedText>();
  for (const { id, title, text } of readBoardOptions(doc)) {
    if (pursued.has(id)) policies.set(id, { subject: { kind: 'option', id }, title, body: text });
  }
  const places = { card: cards, cluster: clusters, option: policies };
  const seen = new Set<string>();
  const options: VotedText[] = [];
  for (const [index, { kind, id }] of subjects.entries()) {
    const field = `options.${index}`;
    const option = places[kind].get(id);
    if (option === undefined) return fail('invalid-input', `There is no such ${kind} on the board.`, field);
    if (seen.has(`${kind}:${id}`)) return fail('invalid-input', `This ${kind} is named twice.`, field);
    if (kind === 'option' && option.title.trim() === '') {
      return fail('title-missing', 'An option needs a title before it can be voted on.', field);
    }
    seen.add(`${kind}:${id}`);
    options.push(option);
  }
  return succeed(options);
};
