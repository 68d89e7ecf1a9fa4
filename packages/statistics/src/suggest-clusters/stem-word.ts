import type { KnownLanguage } from './stop-words.ts';

const VOWEL = /[aeiouy]/;
const DOUBLED = /([bdfgmnprt])\1$/;

/** Plural, -ed and -ing of English: steps 1a–1c of Porter, *An algorithm for suffix stripping*, Program 14 (1980). */
const stemEnglish = (word: string): string => {
  let stem = word;
  if (stem.endsWith('sses') || stem.endsWith('ies')) stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && !stem.endsWith('ss') && !stem.endsWith('us')) stem = stem.slice(0, -1);
  for (const suffix of ['ing', 'ed']) {
    if (!stem.endsWith(suffix) || stem.length < suffix.length + 3) continue;
    const rest = stem.slice(0, -suffix.length);
    if (!VOWEL.test(rest)) continue;
    stem = DOUBLED.test(rest) ? rest.slice(0, -1) : rest;
    break;
  }
  // "change", "changes" and "changing" meet without their e; "try" and "tries" with an i.
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return stem.length > 2 && stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem;
};

/** Plural and feminine of French, after Savoy, *A stemming procedure …*, JASIS 50 (1999), the minimal form. */
const stemFrench = (word: string): string => {
  let stem = word;
  if (stem.endsWith('eaux')) return stem.slice(0, -1);
  if (stem.length < 5) return stem;
  if (stem.endsWith('aux')) return `${stem.slice(0, -2)}l`;
  if (stem.endsWith('x') || stem.endsWith('s')) stem = stem.slice(0, -1);
  if (stem.endsWith('r') && stem.length > 5) stem = stem.slice(0, -1);
  while (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return DOUBLED.test(stem) ? stem.slice(0, -1) : stem;
};

/** Case and number endings of German, after Savoy, *Light stemming approaches …*, SAC 2006. */
const stemGerman = (word: string): string => {
  // "Partners" and "Partnern" first become "Partner".
  const stem = /er[ns]$/.test(word) ? word.slice(0, -1) : word;
  for (const ending of ['em', 'en', 'er', 'es', 'e', 's', 'n']) {
    if (stem.endsWith(ending) && stem.length - ending.length >= 4) return stem.slice(0, -ending.length);
  }
  return stem;
};

/** The article and its one-letter prefixes before an Arabic word ("and the", "with the", "for the"). */
const stemArabic = (word: string): string => {
  for (const prefix of ['وال', 'بال', 'كال', 'فال', 'ال', 'لل']) {
    if (word.startsWith(prefix) && word.length - prefix.length >= 3) return word.slice(prefix.length);
  }
  return word;
};

const STEMS: Readonly<Partial<Record<KnownLanguage, (word: string) => string>>> = {
  en: stemEnglish,
  fr: stemFrench,
  de: stemGerman,
  ar: stemArabic,
};

/** A folded word without the endings that only carry grammar; the same word when none of the language are known. */
export const stemWord = (word: string, language: KnownLanguage | null): string =>
  language === null || /\d/.test(word) ? word : (STEMS[language]?.(word) ?? word);
