import { diffArrays } from 'diff';

export type TextPiece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Words, spaces and signs, each by itself, in any script. */
const segmentsOf = (text: string): string[] =>
  Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text), ({ segment }) => segment);

/**
 * What turns one text into another, word by word. A space between two changed words is changed with them, so that a
 * replaced phrase is one phrase and not a ladder of words.
 */
export const diffTexts = (before: string, after: string): TextPiece[] => {
  const pieces: TextPiece[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') pieces.push({ kind: 'removed', text: removed });
    if (added !== '') pieces.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  const changes = diffArrays(segmentsOf(before), segmentsOf(after));
  changes.forEach((change, index) => {
    const text = change.value.join('');
    if (change.removed) removed += text;
    else if (change.added) added += text;
    else if (/^[^\S\n]+$/.test(text) && removed !== '' && added !== '' && index < changes.length - 1) {
      removed += text;
      added += text;
    } else {
      flush();
      pieces.push({ kind: 'same', text });
    }
  });
  flush();
  return pieces;
};
