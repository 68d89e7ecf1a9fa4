import type { FontFacts } from './read-font.ts';

/** What stands for a character that no font can draw. */
export const UNDRAWN = '\uFFFD';

/** What is never seen: joiners, direction marks, selectors. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;
/** Ends lines and words; no font draws it. */
const SPACE = /^[\n\t]$/;

/**
 * The same value with every text in it as the fonts can draw it, and how many characters they cannot: what nobody sees
 * is left out, for the rest stands `UNDRAWN`. Keys stay as they are.
 */
export const drawEveryCharacter = <T>(value: T, fonts: readonly FontFacts[]): { value: T; undrawn: number } => {
  const known = new Map<string, boolean>();
  let undrawn = 0;
  const isDrawn = (character: string): boolean => {
    const drawn =
      known.get(character) ??
      (SPACE.test(character) || fonts.some((font) => font.covers(character.codePointAt(0) ?? 0)));
    known.set(character, drawn);
    return drawn;
  };
  const drawText = (text: string): string =>
    Array.from(text, (character) => {
      if (isDrawn(character)) return character;
      if (INVISIBLE.test(character)) return '';
      undrawn += 1;
      return UNDRAWN;
    }).join('');
  const draw = (item: unknown): unknown => {
    if (typeof item === 'string') return drawText(item);
    if (Array.isArray(item)) return item.map(draw);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, draw(inner)]));
  };
  return { value: draw(value) as T, undrawn };
};
