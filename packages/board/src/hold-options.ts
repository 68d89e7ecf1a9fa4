import type * as Y from 'yjs';
import type { OptionId } from '@rapport/domain/ids';
import { OPTION_FIELDS, type OptionText } from '@rapport/domain/options';
import { copyMapBefore, isReplaced, valueBefore } from './before-transaction.ts';
import type { SetBack } from './hold-entries.ts';
import { asMap, optionsOf } from './layout.ts';
import { readOption } from './read-options.ts';
import { replaceText } from './replace-text.ts';

/** What members may not change of options now. */
export type OptionHolds = {
  /** Whether the group has such an option: the register says so, not the document. */
  known(id: OptionId): boolean;
  /** The fields that may not change, with what they say; null when all are free. */
  frozen(id: OptionId): Partial<OptionText> | null;
};

/**
 * Sets back what members may not change of options, in the transaction in which they changed it: options they added,
 * removed or put in another's place, and frozen fields. For the server; must run inside the changing transaction, before
 * `repairBoard`. Returns the texts it has set back, of each the frozen fields that had been changed.
 */
export const holdOptions = (
  doc: Y.Doc,
  touched: Iterable<{ root: string; key: string }>,
  holds: OptionHolds,
): SetBack[] => {
  const keys = [...touched].filter(({ root }) => root === 'options').map(({ key }) => key as OptionId);
  const setBack: SetBack[] = [];
  if (keys.length === 0) return setBack;
  doc.transact((transaction) => {
    const options = optionsOf(doc);
    for (const id of keys) {
      if (!holds.known(id)) {
        if (options.has(id)) options.delete(id);
        continue;
      }
      const frozen = holds.frozen(id);
      const written = readOption(options.get(id), id);
      if (frozen !== null && written !== null) note(setBack, id, frozen, written);
      if (isReplaced(transaction, options, id)) {
        const before = asMap(valueBefore(transaction, options, id));
        if (before !== null) options.set(id, copyMapBefore(transaction, before));
      }
      const map = asMap(options.get(id));
      if (frozen === null || map === null) continue;
      for (const field of OPTION_FIELDS) {
        const wanted = frozen[field];
        if (wanted !== undefined) replaceText(map, field, wanted);
      }
    }
  });
  return setBack;
};

const note = (setBack: SetBack[], key: OptionId, frozen: Partial<OptionText>, written: OptionText): void => {
  const changed = OPTION_FIELDS.filter((field) => frozen[field] !== undefined && frozen[field] !== written[field]);
  if (changed.length === 0) return;
  const body = changed.filter((field) => field !== 'title').map((field) => written[field]);
  setBack.push({ root: 'options', key, title: written.title, body: body.join('\n\n') });
};
