import * as Y from 'yjs';
import { readBodyText } from './body-text.ts';
import { cutText } from './cut-text.ts';

/**
 * Makes the text under `key` read `wanted`, touching only the stretch that differs so that cursors elsewhere in it stay
 * where they are. Puts a text there when something else stands there.
 */
export const replaceText = (map: Y.Map<unknown>, key: string, wanted: string): void => {
  const to = cutText(wanted);
  const text = map.get(key);
  if (!(text instanceof Y.Text) || text instanceof Y.XmlText) {
    map.set(key, new Y.Text(to));
    return;
  }
  const from = readBodyText(text);
  if (from === to && text.length === to.length) return;
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < from.length - start && end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  // Half of a surrogate pair must not be parted from the other: Yjs would replace both by U+FFFD.
  if (start > 0 && isHigh(from.charCodeAt(start - 1))) start -= 1;
  if (end > 0 && isLow(from.charCodeAt(from.length - end))) end -= 1;
  // Something that is not text hides in it: lengths and characters do not match, so all of it goes.
  if (text.length !== from.length) {
    start = 0;
    end = 0;
  }
  text.delete(start, text.length - start - end);
  text.insert(start, to.slice(start, to.length - end));
};

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
