import type * as Y from 'yjs';
import { ID_PATTERN, type OptionId } from '@rapport/domain/ids';
import { OPTION_LIMITS, type OptionText } from '@rapport/domain/options';
import { asMap, optionsOf } from './layout.ts';
import { readText } from './read-board.ts';

/** The live text of one option. */
export type BoardOption = OptionText & { id: OptionId };

/** One entry of the root of options; null when it is none. Never throws: a field that is no text reads as empty. */
export const readOption = (entry: unknown, id: string): BoardOption | null => {
  const map = asMap(entry);
  if (map === null || !ID_PATTERN.test(id)) return null;
  return {
    id: id as OptionId,
    title: readText(map.get('title'), OPTION_LIMITS.title),
    text: readText(map.get('text'), OPTION_LIMITS.text),
    rationale: readText(map.get('rationale'), OPTION_LIMITS.rationale),
    actors: readText(map.get('actors'), OPTION_LIMITS.actors),
    resources: readText(map.get('resources'), OPTION_LIMITS.resources),
    horizon: readText(map.get('horizon'), OPTION_LIMITS.horizon),
  };
};

/** The live texts of all options of a board, in order of ids. Which of them are the group's only its rows know. */
export const readOptions = (doc: Y.Doc): BoardOption[] =>
  [...optionsOf(doc)]
    .map(([id, entry]) => readOption(entry, id))
    .filter((option) => option !== null)
    .toSorted((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id)));
