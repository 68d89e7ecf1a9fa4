import type { DifferencePart } from './report-blocks.ts';

/** Words with the space before them: joined they are the text. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/gu) ?? [];

const bare = (word: string): string => word.trim();

/** `[i][j]`: how many words the rests from `i` and `j` on have in common, in order. */
const commonWords = (before: readonly string[], after: readonly string[]): number[][] => {
  const lengths = Array.from({ length: before.length + 1 }, () => Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] =
        bare(before[i] ?? '') === bare(after[j] ?? '') ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return lengths;
};

/**
 * What became of a text, word by word (longest common subsequence), in the words of the later one where they are the
 * same. What was removed stands before what was added in its place.
 */
export const wordDifference = (before: string, after: string): DifferencePart[] => {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const common = commonWords(old, now);
  const parts: DifferencePart[] = [];
  const push = (kind: DifferencePart['kind'], text: string): void => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [one, other] = [old[i], now[j]];
    if (one !== undefined && other !== undefined && bare(one) === bare(other)) {
      push('same', other);
      i += 1;
      j += 1;
    } else if (one !== undefined && (other === undefined || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      push('removed', one);
      i += 1;
    } else if (other !== undefined) {
      push('added', other);
      j += 1;
    }
  }
  return parts;
};
