import type * as Y from 'yjs';

/** An entry of a root map that a member changed in this tick. */
export type TouchedEntry<A> = { root: string; key: string; by: A };

type Changed = Y.Transaction['changed'];

/** Which entries of which roots lie above the changed types. */
export const touchedEntries = (doc: Y.Doc, changed: Changed): { root: string; key: string }[] => {
  const found = new Map<string, { root: string; key: string }>();
  const add = (root: Y.AbstractType<unknown>, key: string | null): void => {
    const name = rootName(doc, root);
    found.set(`${name}\n${key ?? ''}`, { root: name, key: key ?? '' });
  };
  for (const [changedType, keys] of changed) {
    let type = changedType as Y.AbstractType<unknown>;
    if (type._item === null) for (const key of keys) add(type, key);
    else {
      let item = type._item;
      for (
        type = item.parent as Y.AbstractType<unknown>;
        type._item !== null;
        type = item.parent as Y.AbstractType<unknown>
      ) {
        item = type._item;
      }
      add(type, item.parentSub);
    }
  }
  return [...found.values()];
};

const rootName = (doc: Y.Doc, type: Y.AbstractType<unknown>): string => {
  for (const [name, root] of doc.share) if (root === type) return name;
  return '';
};

/** Puts what one change touched to what those before it did. */
export const mergeChanged = (into: Changed, from: Changed): Changed => {
  for (const [type, keys] of from) {
    const known = into.get(type);
    if (known === undefined) into.set(type, keys);
    else for (const key of keys) known.add(key);
  }
  return into;
};

/**
 * Yjs remembers where it last worked in a text, and moves that only for what is written through the text itself. What
 * members sent would leave it wrong in a transaction of the room's own, and the next repair would hit other letters.
 */
export const forgetPlaces = ({ changed }: Y.Transaction): void => {
  for (const { _searchMarker: places } of changed.keys()) if (places !== null) places.length = 0;
};
