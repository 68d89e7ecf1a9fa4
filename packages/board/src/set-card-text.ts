import * as Y from 'yjs';
import type { CardId } from '@rapport/domain/ids';
import { readBodyText, writeBodyText } from './body-text.ts';
import { cardMap } from './layout.ts';
import { replaceText } from './replace-text.ts';

/**
 * Sets title and body of a card (plain text, one paragraph a line) from outside an editor: an import, or the server
 * setting back an edit of a frozen text. What is equal already is not touched. False when there is no such card.
 */
export const setCardText = (
  doc: Y.Doc,
  card: { id: CardId; title?: string; body?: string },
  origin: unknown,
): boolean => {
  const map = cardMap(doc, card.id);
  if (map === null) return false;
  const { title, body } = card;
  doc.transact(() => {
    if (title !== undefined) replaceText(map, 'title', title);
    if (body !== undefined) replaceBody(map, body);
  }, origin);
  return true;
};

/** Makes the body read `to`; puts a body there when something else stands there. */
export const replaceBody = (map: Y.Map<unknown>, to: string): void => {
  const body = map.get('body');
  if (isBody(body)) {
    if (readBodyText(body) === to) return;
    body.delete(0, body.length);
    writeBodyText(body, to);
    return;
  }
  const fresh = new Y.XmlFragment();
  map.set('body', fresh);
  writeBodyText(fresh, to);
};

/** An element or a text of XML is a fragment by class but not what editors bind to. */
export const isBody = (value: unknown): value is Y.XmlFragment =>
  value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement);
