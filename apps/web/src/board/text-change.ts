/** One replaced stretch of a text, UTF-16 units. */
export type TextChange = { at: number; remove: number; insert: string };

/** A change of a Yjs text as it is told to observers. */
export type TextDelta = readonly { retain?: number; insert?: unknown; delete?: number }[];

/** What turns `before` into `after`, as one stretch; null when they are equal. Never splits a surrogate pair. */
export const changeBetween = (before: string, after: string, caret: number): TextChange | null => {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  // Whatever is after the caret was there before: so "a|a" typed into "a" is found where it was typed.
  let tail = 0;
  const mostTail = Math.min(shorter, after.length - caret);
  while (tail < mostTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  let head = 0;
  while (head < shorter - tail && before[head] === after[head]) head += 1;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail += 1;
  }
  if (head > 0 && isHigh(before.charCodeAt(head - 1))) head -= 1;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail -= 1;
  return { at: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) };
};

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Where a position of the text before `delta` lies after it; text inserted at the position itself pushes it on. */
export const mapPosition = (position: number, delta: TextDelta): number => {
  let old = 0;
  let shift = 0;
  for (const step of delta) {
    if (old > position) break;
    if (step.retain !== undefined) old += step.retain;
    else if (typeof step.insert === 'string') shift += step.insert.length;
    else if (step.delete !== undefined) {
      shift -= Math.min(step.delete, Math.max(0, position - old));
      old += step.delete;
    }
  }
  return Math.max(0, position + shift);
};
