/** A stretch of text that runs one way; `language` is a guess from its script alone. */
export type DirectedText = { text: string; rightToLeft: boolean; language?: 'ar-SA' | 'he-IL' };

const RIGHT_TO_LEFT = String.raw`\p{Script_Extensions=Arabic}\p{Script_Extensions=Hebrew}\p{Script_Extensions=Syriac}\p{Script_Extensions=Thaana}\p{Script_Extensions=Nko}\p{Script_Extensions=Adlam}`;
/** A letter of such a script: marks and digits are shared between scripts and decide nothing. */
const isRightToLeftLetter = new RegExp(String.raw`^(?=\p{L})[${RIGHT_TO_LEFT}]`, 'u');
const LETTER = /\p{L}/u;
/** Words of such scripts with the spaces, signs and digits between them; signs beside a mark of that direction. */
const STRETCH = new RegExp(
  String.raw`[^\p{L}\p{N}\u200F]*\u200F[^\p{L}\p{N}]*|(?=\p{L})[${RIGHT_TO_LEFT}](?:[${RIGHT_TO_LEFT}\p{M}]|[^\p{L}]+(?=(?=\p{L})[${RIGHT_TO_LEFT}]))*`,
  'gu',
);

/** What keeps an embedded text to itself (UAX #9): its letters say nothing about the text around it. */
const ISOLATED = /\u2068[^\u2068\u2069]*\u2069/gu;
const ISOLATES = /[\u2068\u2069]/gu;

/** Which way a text runs as a whole: as its first letter does; without letters, as what it stands in. */
export const runsRightToLeft = (text: string, otherwise = false): boolean => {
  const first = LETTER.exec(text.replaceAll(ISOLATED, ''))?.[0] ?? LETTER.exec(text)?.[0];
  return first === undefined ? otherwise : isRightToLeftLetter.test(first);
};

/**
 * A text to be put into a sentence that runs one way: where it has letters of the other direction it is kept to itself,
 * so that neither puts the other out of order. Where only titles in it run the other way, kept to themselves already,
 * it stays: else what stands beside them would run their way.
 */
export const isolate = (text: string, rightToLeft: boolean): string => {
  const foreign = (text.replaceAll(ISOLATED, '').match(/\p{L}/gu) ?? []).some(
    (letter) => isRightToLeftLetter.test(letter) !== rightToLeft,
  );
  return foreign ? `\u2068${text.replaceAll(ISOLATES, '')}\u2069` : text;
};

/**
 * A text as stretches of one direction each, in a paragraph that runs from the right or not. Word and PowerPoint know no isolates: a mark of the paragraph's direction
 * stands where one begins or ends, so that signs and figures around what it holds stay in their places.
 */
export const splitByDirection = (marked: string, rightToLeft = runsRightToLeft(marked)): DirectedText[] => {
  const isMixed = (marked.match(/\p{L}/gu) ?? []).some((letter) => isRightToLeftLetter.test(letter) !== rightToLeft);
  const text = marked.replaceAll(ISOLATES, isMixed ? (rightToLeft ? '\u200F' : '\u200E') : '');
  const parts: DirectedText[] = [];
  let at = 0;
  for (const match of text.matchAll(STRETCH)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index), rightToLeft: false });
    const stretch = match[0];
    parts.push({
      text: stretch,
      rightToLeft: true,
      ...(/\p{Script=Arabic}/u.test(stretch) && { language: 'ar-SA' as const }),
      ...(/\p{Script=Hebrew}/u.test(stretch) && { language: 'he-IL' as const }),
    });
    at = match.index + stretch.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), rightToLeft: false });
  return parts;
};
