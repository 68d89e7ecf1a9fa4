import * as Y from 'yjs';

/**
 * The document as it was before a running transaction, without a copy of it: deleted content stays in memory until the
 * outermost transaction ends, and every item knows what stood in its place before. Only for use inside `doc.transact`.
 */

type Keyed = { readonly _map: Map<string, Y.Item> };
type Listed = { readonly _start: Y.Item | null };

const isNew = (transaction: Y.Transaction, item: Y.Item): boolean =>
  item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);

/** Linear on purpose: the ranges of a running transaction are not in order yet. */
const diedNow = (transaction: Y.Transaction, item: Y.Item): boolean =>
  (transaction.deleteSet.clients.get(item.id.client) ?? []).some(
    (range) => range.clock <= item.id.clock && item.id.clock < range.clock + range.len,
  );

const wasThere = (transaction: Y.Transaction, item: Y.Item): boolean =>
  !isNew(transaction, item) && (!item.deleted || diedNow(transaction, item));

/** The item that held a key before the transaction; null when the key was absent. */
const itemBefore = (transaction: Y.Transaction, map: Keyed, key: string): Y.Item | null => {
  let item: Y.Item | null = map._map.get(key) ?? null;
  while (item !== null && isNew(transaction, item)) item = item.left;
  return item !== null && wasThere(transaction, item) ? item : null;
};

const valueOf = (item: Y.Item): unknown =>
  item.content instanceof Y.ContentType ? item.content.type : item.content.getContent().at(-1);

/** What a key of a map held before the transaction; undefined when it was absent. A type is returned as it is now. */
export const valueBefore = (transaction: Y.Transaction, map: Y.Map<unknown>, key: string): unknown => {
  const item = itemBefore(transaction, map, key);
  return item === null ? undefined : valueOf(item);
};

/** Whether the value under a key is another one than before the transaction, or gone. False for a key that is new. */
export const isReplaced = (transaction: Y.Transaction, map: Y.Map<unknown>, key: string): boolean => {
  const before = itemBefore(transaction, map, key);
  return before !== null && (before.deleted || map._map.get(key) !== before);
};

const childrenBefore = (transaction: Y.Transaction, type: Listed): Y.Item[] => {
  const children: Y.Item[] = [];
  for (let item = type._start; item !== null; item = item.right) {
    if (wasThere(transaction, item)) children.push(item);
  }
  return children;
};

/** The plain characters a text held before the transaction; empty for anything that is no text. */
export const textBefore = (transaction: Y.Transaction, text: unknown): string =>
  text instanceof Y.Text
    ? childrenBefore(transaction, text)
        .map(({ content }) => (content instanceof Y.ContentString ? content.str : ''))
        .join('')
    : '';

/** A new text that reads, formatting included, as the text did before the transaction. */
const copyText = <T extends Y.Text>(transaction: Y.Transaction, from: Y.Text, to: T): T => {
  const delta: { insert: string; attributes: Record<string, unknown> }[] = [];
  const attributes: Record<string, unknown> = {};
  for (const { content } of childrenBefore(transaction, from)) {
    if (content instanceof Y.ContentString) delta.push({ insert: content.str, attributes: { ...attributes } });
    else if (content instanceof Y.ContentFormat) {
      if (content.value === null) delete attributes[content.key];
      else attributes[content.key] = content.value;
    }
  }
  to.applyDelta(delta);
  return to;
};

/** What stood in a fragment before the transaction, as new elements and texts that can be inserted anywhere. */
export const copyChildrenBefore = (transaction: Y.Transaction, fragment: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] =>
  childrenBefore(transaction, fragment)
    .map(valueOf)
    .flatMap((child): (Y.XmlElement | Y.XmlText)[] => {
      if (child instanceof Y.XmlText) return [copyText(transaction, child, new Y.XmlText())];
      if (!(child instanceof Y.XmlElement)) return [];
      const copy = new Y.XmlElement(child.nodeName);
      for (const key of child._map.keys()) {
        const item = itemBefore(transaction, child, key);
        const value = item === null ? undefined : valueOf(item);
        if (typeof value === 'string') copy.setAttribute(key, value);
      }
      copy.insert(0, copyChildrenBefore(transaction, child));
      return [copy];
    });

/** A new map that reads as the map did before the transaction: plain values, texts and bodies, as cards hold them. */
export const copyMapBefore = (transaction: Y.Transaction, map: Y.Map<unknown>): Y.Map<unknown> => {
  const copy = new Y.Map<unknown>();
  for (const key of map._map.keys()) {
    const item = itemBefore(transaction, map, key);
    if (item === null) continue;
    const value = valueOf(item);
    if (value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement)) {
      const body = new Y.XmlFragment();
      body.insert(0, copyChildrenBefore(transaction, value));
      copy.set(key, body);
    } else if (value instanceof Y.Text) copy.set(key, copyText(transaction, value, new Y.Text()));
    else if (!(value instanceof Y.AbstractType)) copy.set(key, value);
  }
  return copy;
};
