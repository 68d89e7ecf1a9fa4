import { STOP_WORDS, type KnownLanguage } from './stop-words.ts';

const LATIN = ['en', 'fr', 'de'] as const;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * The language of a text by its script and the small words in it, from the text alone; null when it holds none that
 * decides, or is in another language. `words` are folded.
 */
export const guessLanguage = (words: readonly string[]): KnownLanguage | null => {
  const mostlyIn = (letters: RegExp): boolean =>
    words.length > 0 && words.filter((word) => letters.test(word)).length * 2 >= words.length;
  if (mostlyIn(ARABIC)) return 'ar';
  // Japanese is written with the same characters as Chinese and with its own between them.
  if (mostlyIn(HAN)) return words.some((word) => KANA.test(word)) ? 'ja' : 'zh';
  let best: KnownLanguage | null = null;
  let most = 0;
  for (const language of LATIN) {
    const found = words.filter((word) => STOP_WORDS[language].has(word)).length;
    if (found === most) best = null;
    if (found > most) [best, most] = [language, found];
  }
  return best;
};
