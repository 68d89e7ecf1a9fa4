import { expect, test } from 'vitest';
import { diffTexts } from './text-diff.ts';

/** `[-old-]{+new+}` */
const written = (before: string, after: string): string =>
  diffTexts(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

test.each([
  ['', '', ''],
  ['a b', 'a b', 'a b'],
  ['', 'new', '{+new+}'],
  ['Create a hub.', 'Create a shared hub.', 'Create a {+shared +}hub.'],
  ['Create a joint training hub.', 'Create a joint exercise hub.', 'Create a joint [-training-]{+exercise+} hub.'],
  ['one two three four', 'one zwei drei four', 'one [-two three-]{+zwei drei+} four'],
  ['One.\nTwo.', 'One.\nTwo.\nThree.', 'One.\nTwo.{+\nThree.+}'],
  ['إنشاء مركز تدريب', 'إنشاء مركز تدريب مشترك', 'إنشاء مركز تدريب{+ مشترك+}'],
])('%j → %j', (before, after, expected) => {
  expect(written(before, after)).toBe(expected);
});

test('both texts can be read out of the difference', () => {
  const before = 'Nations open their exercises to Partners, twice a year.';
  const after = 'Allies open all exercises to Partners\nat least once a year.';
  const pieces = diffTexts(before, after);
  const without = (kind: string): string =>
    pieces
      .filter((piece) => piece.kind !== kind)
      .map(({ text }) => text)
      .join('');
  expect(without('added')).toBe(before);
  expect(without('removed')).toBe(after);
});
