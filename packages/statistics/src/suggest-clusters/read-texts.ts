import { foldText } from '@rapport/domain/fold-text';
import { guessLanguage } from './guess-language.ts';
import { splitWords } from './split-words.ts';
import { stemWord } from './stem-word.ts';
import { STOP_WORDS, type KnownLanguage } from './stop-words.ts';

/** One word of a card: as written, and without what differs between forms of one word. */
export type Word = { written: string; folded: string; stem: string; small: boolean };
/** A card's words in order; those of the title first, and how many these are. */
export type CardWords = { words: Word[]; titleWords: number };

/**
 * What is read of a body, UTF-16 units: what a card is about stands at its beginning, and time has to be bounded. All
 * bodies of a board together get no more than the second, which is felt from 500 cards on.
 */
const BODY_READ = 1000;
const BODIES_READ = 500_000;

const LATIN: ReadonlySet<KnownLanguage> = new Set(['en', 'fr', 'de']);
const isLatin = (word: string): boolean => /\p{Script=Latin}/u.test(word);

/**
 * The words of each card. A text's language is guessed from its own small words; a Latin text without any is read as
 * most of the others are ("Joint training" beside English sentences).
 */
export const readTexts = (cards: readonly { title: string; body: string }[]): CardWords[] => {
  const read = Math.min(BODY_READ, Math.floor(BODIES_READ / cards.length));
  const split = cards.map(({ title, body }) => {
    const inTitle = splitWords(title);
    const written = [...inTitle, ...splitWords(body.slice(0, read))];
    const folded = written.map(foldText);
    return { written, folded, titleWords: inTitle.length, language: guessLanguage(folded) };
  });
  const votes = new Map<KnownLanguage, number>();
  for (const { language } of split) {
    if (language !== null && LATIN.has(language)) votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  const [usual] = [...votes].toSorted(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  return split.map(({ written, folded, titleWords, language }) => {
    const readAs = language ?? (folded.some(isLatin) ? (usual?.[0] ?? null) : null);
    const words = folded.map((word, index) => ({
      written: written[index] ?? word,
      folded: word,
      stem: stemWord(word, readAs),
      small: readAs !== null && STOP_WORDS[readAs].has(word),
    }));
    return { words, titleWords };
  });
};
