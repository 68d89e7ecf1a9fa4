import * as Y from 'yjs';
import type { OptionId } from '@rapport/domain/ids';
import { OPTION_FIELDS, OPTION_LIMITS, type OptionText } from '@rapport/domain/options';
import { cutText } from './cut-text.ts';
import { optionMap, optionsOf } from './layout.ts';
import { replaceText } from './replace-text.ts';

/** Puts an option's live text on the board; fields left out begin empty. For the server: members cannot add any. */
export const addOption = (doc: Y.Doc, id: OptionId, text: Partial<OptionText>, origin: unknown): void =>
  doc.transact(() => {
    const map = new Y.Map<unknown>(
      OPTION_FIELDS.map((field) => [field, new Y.Text(cutText(text[field] ?? '', OPTION_LIMITS[field]))]),
    );
    optionsOf(doc).set(id, map);
  }, origin);

/** Takes an option's live text off the board. For the server. */
export const removeOption = (doc: Y.Doc, id: OptionId, origin: unknown): void =>
  doc.transact(() => optionsOf(doc).delete(id), origin);

/**
 * Sets fields of an option's live text from outside an editor; what is equal already is not touched. False when there
 * is no such option.
 */
export const setOptionText = (doc: Y.Doc, id: OptionId, text: Partial<OptionText>, origin: unknown): boolean => {
  const map = optionMap(doc, id);
  if (map === null) return false;
  doc.transact(() => {
    for (const field of OPTION_FIELDS) {
      const wanted = text[field];
      if (wanted !== undefined) replaceText(map, field, cutText(wanted, OPTION_LIMITS[field]));
    }
  }, origin);
  return true;
};
