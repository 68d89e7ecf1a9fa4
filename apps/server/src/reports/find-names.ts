import { foldText } from '@rapport/domain/fold-text';
import { DEMONYMS } from './demonyms.ts';

/** Somebody on the roster, as far as texts may name them. */
export type RosterName = { displayName: string; delegation: string; delegationCode: string };

/** How a word has to be written to be taken for a name: `capital` where it may also be a common word. */
type Care = 'any' | 'capital' | 'exact';
type Needle = { tokens: readonly string[]; care: Care; exact: string };

/** English words that begin a sentence seldom and mean a nation only with a capital. */
const COMMON: ReadonlySet<string> = new Set(['polish', 'turkey', 'jordan', 'swede']);
/**
 * The organisation a symposium is held by: its name stands in every other text and says nothing of who spoke.
 */
const HOSTS: ReadonlySet<string> = new Set(['NATO', 'OTAN']);
/** Shorter single words are met by chance. */
const SHORTEST_NAME = 4;

const WORD = /[\p{L}\p{N}\p{M}\u200C\u200D]+/gu;
/** Scripts that write words without spaces between them, or hang particles on them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const ARABIC = /\p{Script=Arabic}/u;
/** Conjunctions, prepositions and the article that Arabic writes together with the word they belong to. */
const ARABIC_PREFIX = /^(?:[وف])?(?:(?:[بكل])?ال|لل|[بكل])?/u;
const ARABIC_ENDINGS = ['', 'ه', 'ون', 'ين', 'ات'] as const;

const fold = (word: string): string => foldText(word).replaceAll(/[\u200C\u200D]/g, '');
const wordsOf = (text: string): string[] => text.normalize('NFC').match(WORD) ?? [];
const withoutArticle = (word: string): string => (word.length > 4 ? word.replace(/^ال/u, '') : word);

/** `France` → `French`: Arabic puts ي behind what is left of the name without its end. */
const nisbas = (name: string): string[] => {
  const [word, ...more] = wordsOf(name).map(fold);
  if (word === undefined || more.length > 0 || !ARABIC.test(word)) return [];
  return [`${withoutArticle(word).replace(/(?:يا|[اه])$/u, '')}ي`];
};

const hasCase = (word: string): boolean => word.toLowerCase() !== word.toUpperCase();

/** Whether a word begins with a capital, in scripts that have any. */
const isCapital = (word: string): boolean => {
  const first = Array.from(word)[0] ?? '';
  return !hasCase(first) || first !== first.toLowerCase();
};

/**
 * Finds names of people and delegations of a roster in texts: whole words, whatever their case and accents, in any
 * script. What may be a common word too counts only with a capital, an abbreviation only as it is written.
 */
export class NameFinder {
  readonly #byFirst = new Map<string, Needle[]>();
  readonly #unspaced: string[] = [];

  /** `namesOf` gives the names of a delegation in all languages, by its code. */
  constructor(roster: readonly RosterName[], namesOf: (code: string) => readonly string[]) {
    const people = new Set(roster.map(({ displayName }) => displayName));
    for (const name of people) this.#addPerson(name);
    const delegations = new Map(roster.map((one) => [`${one.delegationCode} ${one.delegation}`, one]));
    for (const { delegation, delegationCode } of delegations.values()) {
      if (!HOSTS.has(delegation)) this.#add(delegation, 'any');
      if (HOSTS.has(delegationCode)) continue;
      for (const name of namesOf(delegationCode)) this.#addNation(name);
      for (const word of DEMONYMS[delegationCode]?.split(' ') ?? []) this.#addDemonym(word);
    }
  }

  /** The words of the text that are such names, each once, as they stand there. */
  find(text: string): string[] {
    const words = wordsOf(text);
    const folded = words.map(fold);
    const found = new Set<string>();
    for (let at = 0; at < words.length; at++) {
      const length = this.#longestAt(words, folded, at);
      if (length === 0) continue;
      found.add(words.slice(at, at + length).join(' '));
      at += length - 1;
    }
    for (const name of this.#unspaced) if (text.includes(name)) found.add(name);
    return [...found];
  }

  #longestAt(words: readonly string[], folded: readonly string[], at: number): number {
    let longest = 0;
    for (const form of formsOf(folded[at] ?? '')) {
      for (const needle of this.#byFirst.get(form) ?? []) {
        const { length } = needle.tokens;
        if (length > longest && fits(needle, words, folded, at)) longest = length;
      }
    }
    return longest;
  }

  #addPerson(name: string): void {
    const words = wordsOf(name);
    this.#add(name, 'any');
    const [, ...family] = words;
    if (family.length === 0) return;
    const last = family.at(-1) ?? '';
    for (const part of new Set([family.join(' '), last])) {
      // Without capitals one word of a name cannot be told from any other word.
      const tells = hasCase(part) ? part.length >= SHORTEST_NAME : part.includes(' ') || UNSPACED.test(part);
      if (tells) this.#add(part, 'capital');
    }
  }

  #addNation(name: string): void {
    this.#add(name, 'any');
    for (const nisba of nisbas(name)) this.#addDemonym(nisba);
  }

  #addDemonym(word: string): void {
    this.#add(word, 'any');
    if (ARABIC.test(word)) for (const ending of ARABIC_ENDINGS) this.#add(`${word}${ending}`, 'any');
    else if (!/^\p{Lu}+$/u.test(word)) this.#add(`${word}s`, 'any');
  }

  #add(name: string, care: Care): void {
    if (UNSPACED.test(name)) {
      if (name.length > 1) this.#unspaced.push(name.normalize('NFC'));
      return;
    }
    const words = wordsOf(name);
    const tokens = words.map((word) => withoutArticleIfArabic(fold(word)));
    const [first] = tokens;
    if (first === undefined) return;
    const isShort = words.length === 1 && /^\p{Lu}{2,8}$/u.test(name);
    // A code of two letters is a word in somebody's language.
    if (isShort && name.length < 3 && name !== 'UK' && name !== 'US' && name !== 'EU' && name !== 'UN') return;
    const needle: Needle = {
      tokens,
      care: isShort ? 'exact' : words.length === 1 && COMMON.has(first) ? 'capital' : care,
      exact: name,
    };
    this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), needle]);
  }
}

const withoutArticleIfArabic = (word: string): string => (ARABIC.test(word) ? withoutArticle(word) : word);

/** The word itself, and in Arabic what is left without what is written together with it. */
const formsOf = (word: string): readonly string[] => {
  if (!ARABIC.test(word)) return [word];
  return [...new Set([word, withoutArticle(word), word.replace(ARABIC_PREFIX, ''), word.replace(/^[وف]/u, '')])];
};

const fits = (
  { tokens, care, exact }: Needle,
  words: readonly string[],
  folded: readonly string[],
  at: number,
): boolean => {
  for (let index = 1; index < tokens.length; index++) {
    const word = folded[at + index];
    if (word === undefined || !formsOf(word).includes(tokens[index] ?? '')) return false;
  }
  const first = words[at] ?? '';
  if (care === 'exact') return first === exact;
  return care === 'any' || isCapital(first);
};
