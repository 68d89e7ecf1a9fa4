import { expect, test } from 'vitest';
import type { CardAuthor } from '@rapport/protocol/card-authors';
import type { CardId } from '@rapport/domain/ids';
import { withAuthors } from './authors-store.ts';

const known = (id: string, displayName: string): CardAuthor => ({
  cardId: id as CardId,
  author: { displayName, delegation: 'Norway', bloc: 'allied' },
});

test('what is told later comes on top, and what was known is left as it was', () => {
  const before = withAuthors(new Map(), [known('a', 'Ada'), known('b', 'Ben')]);
  const after = withAuthors(before, [{ cardId: 'a' as CardId, bloc: 'partner' }]);
  expect([...after.values()]).toEqual([{ cardId: 'a', bloc: 'partner' }, known('b', 'Ben')]);
  expect(before.get('a' as CardId)).toEqual(known('a', 'Ada'));
});
