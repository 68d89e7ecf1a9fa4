/** Scripts written without spaces between words; ICU's dictionaries know where one ends. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SPACED = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

const segmenters = new Map<string, Intl.Segmenter>();
const segmenterOf = (language: string): Intl.Segmenter => {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
};

/** Parts at an apostrophe: French elides before it ("l'eau"), English appends after it ("group's", "don't"). */
const splitAtApostrophe = (word: string): string[] => {
  const [first = '', ...rest] = word.split(/['’ʼ]/);
  return first.length <= 2 || /qu$/i.test(first) ? [first, ...rest] : [first];
};

/** The words of a text as they are written, in order; numbers are words too. */
export const splitWords = (text: string): string[] => {
  if (!UNSPACED.test(text)) return (text.match(SPACED) ?? []).flatMap(splitAtApostrophe);
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenterOf(KANA.test(text) ? 'ja' : 'zh').segment(text)) {
    if (isWordLike === true) words.push(...splitAtApostrophe(segment));
  }
  return words;
};

export const isUnspaced = (word: string): boolean => UNSPACED.test(word);
