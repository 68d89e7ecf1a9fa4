import type * as Y from 'yjs';
import { readBoard } from '@rapport/board/read-board';
import type { OptionSource } from '@rapport/domain/options';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';

/** What an option grows out of, with the title it has on the board now. */
export type NamedSource = OptionSource & { title: string };

/** Looks sources up on the board, in their order and each once; refuses the first that is not there by name. */
export const readSources = (doc: Y.Doc, sources: readonly OptionSource[]): Outcome<NamedSource[]> => {
  const board = readBoard(doc);
  const titles = {
    card: new Map<string, string>(board.cards.filter((card) => !card.binned).map(({ id, title }) => [id, title])),
    cluster: new Map<string, string>(board.clusters.map(({ id, title }) => [id, title])),
  };
  const named = new Map<string, NamedSource>();
  for (const [index, source] of sources.entries()) {
    const title = titles[source.kind].get(source.id);
    if (title === undefined) {
      return fail('invalid-input', `There is no such ${source.kind} on the board.`, `sources.${index}`);
    }
    named.set(`${source.kind}:${source.id}`, { ...source, title });
  }
  return succeed([...named.values()]);
};
