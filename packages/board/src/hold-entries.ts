import type * as Y from 'yjs';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { copyChildrenBefore, copyMapBefore, isReplaced, textBefore, valueBefore } from './before-transaction.ts';
import { readBodyText } from './body-text.ts';
import { asMap, cardsOf, clustersOf } from './layout.ts';
import { readCard, readCluster } from './read-board.ts';
import { replaceText } from './replace-text.ts';
import { isBody, replaceBody } from './set-card-text.ts';

type Text = { title: string; body: string };

/** What may not change now. */
export type Holds = {
  /** Text of a card under an open ballot; null when it is free. */
  frozenCard(id: CardId): Text | null;
  /** Title of a cluster under an open ballot; null when it is free. */
  frozenCluster(id: ClusterId): string | null;
  /** Whether membership and clusters stay as they are, by who touched the entry. */
  clustersHeld(root: 'cards' | 'clusters', key: string): boolean;
};

/** An edit of a frozen text that was set back, with what its author had written. */
export type SetBack = Text & { root: 'cards' | 'clusters' | 'options'; key: string };

/**
 * Sets back what members may not change, in the transaction in which they changed it, and leaves the rest of their
 * changes alone: cards taken off a board or put in another's place (a card leaves by the bin, or by its author's
 * withdrawal), the marks `late` and `proxy` of a card that was there before, texts under an open ballot and, where
 * they are held, clusters and what belongs to them. For the server; must run inside the changing transaction, before
 * `repairBoard`. Returns the texts it has set back.
 */
export const holdEntries = (doc: Y.Doc, touched: Iterable<{ root: string; key: string }>, holds: Holds): SetBack[] => {
  const setBack: SetBack[] = [];
  doc.transact((transaction) => {
    const entries = [...touched];
    // Clusters first: a card may belong again to one that has come back.
    for (const { root, key } of entries) {
      if (root === 'clusters') holdCluster(transaction, clustersOf(doc), key as ClusterId, holds, setBack);
    }
    for (const { root, key } of entries) {
      if (root === 'cards') holdCard(transaction, cardsOf(doc), key as CardId, holds, setBack);
    }
  });
  return setBack;
};

/** Puts an entry back that was removed or replaced; what it had become meanwhile is lost but for its text. */
const restore = (transaction: Y.Transaction, root: Y.Map<unknown>, key: string): Y.Map<unknown> | null => {
  const before = asMap(valueBefore(transaction, root, key));
  if (before === null) return null;
  const copy = copyMapBefore(transaction, before);
  root.set(key, copy);
  return copy;
};

const holdCard = (
  transaction: Y.Transaction,
  cards: Y.Map<unknown>,
  id: CardId,
  holds: Holds,
  setBack: SetBack[],
): void => {
  const frozen = holds.frozenCard(id);
  if (isReplaced(transaction, cards, id)) {
    const written = readCard(cards.get(id), id);
    restore(transaction, cards, id);
    if (frozen !== null && written !== null) note(setBack, 'cards', id, frozen, written);
    return;
  }
  const map = asMap(cards.get(id));
  if (map === null) return;
  const isNew = valueBefore(transaction, cards, id) === undefined;
  if (frozen !== null) {
    const written = readCard(map, id);
    if (written !== null) note(setBack, 'cards', id, frozen, written);
    replaceText(map, 'title', frozen.title);
    holdBody(transaction, map, frozen.body);
  }
  if (!isNew) for (const mark of ['late', 'proxy'] as const) keepValue(transaction, map, mark);
  if (holds.clustersHeld('cards', id)) {
    if (isNew) map.delete('cluster');
    else keepValue(transaction, map, 'cluster');
  }
};

/** Formatting comes back with the text where the body is still the same one. */
const holdBody = (transaction: Y.Transaction, map: Y.Map<unknown>, frozen: string): void => {
  const body = map.get('body');
  if (readBodyText(body) === frozen) return;
  if (isBody(body) && !isReplaced(transaction, map, 'body')) {
    const before = copyChildrenBefore(transaction, body);
    body.delete(0, body.length);
    body.insert(0, before);
  }
  replaceBody(map, frozen);
};

const holdCluster = (
  transaction: Y.Transaction,
  clusters: Y.Map<unknown>,
  id: ClusterId,
  holds: Holds,
  setBack: SetBack[],
): void => {
  const frozen = holds.frozenCluster(id);
  const held = holds.clustersHeld('clusters', id);
  if (frozen === null && !held) return;
  const before = asMap(valueBefore(transaction, clusters, id));
  if (before === null) {
    clusters.delete(id);
    return;
  }
  if (isReplaced(transaction, clusters, id)) {
    restore(transaction, clusters, id);
    return;
  }
  const written = readCluster(clusters.get(id), id);
  if (frozen !== null) {
    if (written !== null)
      note(setBack, 'clusters', id, { title: frozen, body: '' }, { title: written.title, body: '' });
    replaceText(before, 'title', frozen);
  }
  if (!held) return;
  const title = valueBefore(transaction, before, 'title');
  replaceText(before, 'title', textBefore(transaction, title));
  for (const key of ['colour', 'position'] as const) keepValue(transaction, before, key);
};

/** A plain value stays what it was before the transaction. */
const keepValue = (transaction: Y.Transaction, map: Y.Map<unknown>, key: string): void => {
  const before = valueBefore(transaction, map, key);
  if (before === undefined) {
    if (map.has(key)) map.delete(key);
  } else if (isReplaced(transaction, map, key)) map.set(key, before);
};

const note = (setBack: SetBack[], root: SetBack['root'], key: string, frozen: Text, written: Text): void => {
  const { title, body } = written;
  if (title !== frozen.title || body !== frozen.body) setBack.push({ root, key, title, body });
};
