import { useEffect, useState } from 'react';
import type { CardId, GroupId } from '@rapport/domain/ids';
import { live } from '../connection/live.ts';

/** Whether a card is one's own, asked of the server: the document itself knows no author. */
export const useIsOwnCard = (groupId: GroupId, card: CardId): boolean => {
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      const outcome = await live.command('card.mine', { groupId });
      if (isHere && outcome.ok) setMine(new Set(outcome.value.cardIds));
    };
    void ask();
    return () => {
      isHere = false;
    };
  }, [groupId]);
  return mine.has(card);
};
