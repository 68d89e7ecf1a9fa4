import * as Y from 'yjs';
import { LIMITS } from '@rapport/domain/limits';
import { cutText } from './cut-text.ts';
import { readBodyText, writeBodyText } from './body-text.ts';

/** What the editor knows: which elements may stand in which. Anything else it would silently throw away. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  '': ['paragraph', 'bulletList', 'orderedList'],
  paragraph: ['hardBreak'],
  hardBreak: [],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'bulletList', 'orderedList'],
};
const MAX_DEPTH = 8;
/** Marks a text may carry; a link also an address that is checked. */
const MARKS: ReadonlySet<string> = new Set(['bold', 'italic', 'link']);
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)/i;

const isSound = (node: Y.XmlFragment, name: string, depth: number): boolean =>
  depth <= MAX_DEPTH &&
  node
    .toArray()
    .every((child) =>
      child instanceof Y.XmlText
        ? name === 'paragraph'
        : child instanceof Y.XmlElement &&
          CHILDREN[name]?.includes(child.nodeName) === true &&
          isSound(child, child.nodeName, depth + 1),
    );

const isSafeMark = (mark: string, value: unknown): boolean => {
  if (!MARKS.has(mark)) return false;
  if (mark !== 'link') return true;
  const href: unknown = typeof value === 'object' && value !== null && 'href' in value ? value.href : null;
  return typeof href === 'string' && href.length <= 2000 && SAFE_ADDRESS.test(href);
};

/** Takes marks and embeds off a text that no editor of ours makes. */
const cleanText = (text: Y.XmlText): void => {
  let index = 0;
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof insert !== 'string') {
      text.delete(index, 1);
      continue;
    }
    const unsafe = Object.entries(attributes ?? {}).filter(([mark, value]) => !isSafeMark(mark, value));
    if (unsafe.length > 0) text.format(index, insert.length, Object.fromEntries(unsafe.map(([mark]) => [mark, null])));
    index += insert.length;
  }
};

const cleanTexts = (node: Y.XmlFragment): void => {
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) cleanText(child);
    else if (child instanceof Y.XmlElement) cleanTexts(child);
  }
};

/**
 * Mends a body in place: formatting the editor does not know and links to unsafe addresses lose their mark, elements
 * it does not know become plain paragraphs of their text, and what is longer than a card may be is cut.
 */
export const repairBody = (body: Y.XmlFragment): void => {
  if (isSound(body, '', 0)) cleanTexts(body);
  const text = readBodyText(body);
  if (text.length <= LIMITS.cardBody && isSound(body, '', 0)) return;
  body.delete(0, body.length);
  writeBodyText(body, cutText(text, LIMITS.cardBody));
};
