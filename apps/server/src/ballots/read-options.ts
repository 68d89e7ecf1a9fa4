import type * as Y from 'yjs';
import { readBoard } from '@rapport/board/read-board';
import type { BallotSubject } from '@rapport/domain/ballots';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';

/** What is voted on, with the text it has now. */
export type OptionText = { subject: BallotSubject; title: string; body: string };

/** Looks the subjects of a ballot up on the board, in their order; refuses the first that cannot be voted on by name. */
export const readOptions = (doc: Y.Doc, subjects: readonly BallotSubject[]): Outcome<OptionText[]> => {
  const board = readBoard(doc);
  const cards = new Map<string, OptionText>();
  for (const { id, title, body, binned } of board.cards) {
    if (!binned) cards.set(id, { subject: { kind: 'card', id }, title, body });
  }
  const clusters = new Map<string, OptionText>(
    board.clusters.map(({ id, title }) => [id, { subject: { kind: 'cluster', id }, title, body: '' }]),
  );
  const seen = new Set<string>();
  const options: OptionText[] = [];
  for (const [index, { kind, id }] of subjects.entries()) {
    const field = `options.${index}`;
    if (kind === 'option') return fail('not-available', 'Ballots on options of the register come later.', field);
    const option = (kind === 'card' ? cards : clusters).get(id);
    if (option === undefined) return fail('invalid-input', `There is no such ${kind} on the board.`, field);
    if (seen.has(`${kind}:${id}`)) return fail('invalid-input', `This ${kind} is named twice.`, field);
    seen.add(`${kind}:${id}`);
    options.push(option);
  }
  return succeed(options);
};
