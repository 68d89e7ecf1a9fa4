import type { CardId, GroupId } from '@rapport/domain/ids';
import { live } from '../connection/live.ts';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { failureText } from '../ui/failure-text.ts';
import { notify } from '../ui/toast-store.ts';
import { useDiscussion } from './discussion-store.ts';

/** Whether each of these cards is marked as similar to each other. */
export const useAllSimilar = (cards: readonly CardId[]): boolean =>
  useDiscussion(({ talk }) =>
    cards.every((one) => cards.every((other) => one === other || talk.similar.get(one)?.has(other) === true)),
  );

/** Marks cards as similar, or takes the marks away, and says so. */
export const markSimilar = async (groupId: GroupId, cardIds: readonly CardId[], similar: boolean): Promise<void> => {
  const outcome = await live.command('similar.mark', { groupId, cardIds: [...cardIds], similar });
  if (!outcome.ok) return notify({ text: failureText(translateNow, outcome.failure), tone: 'danger' });
  announce(similar ? translateNow('similar.said', { pairs: outcome.value.pairs }) : translateNow('similar.unsaid'));
};
