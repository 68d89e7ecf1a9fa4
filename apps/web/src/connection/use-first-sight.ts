import { useEffect, useState } from 'react';
import { loadAllMessages } from '../messages/locale-store.ts';
import { firstSight } from './first-sight.ts';

let isPast = false;

/** False until the page shows what it was opened for; what is not needed for that waits. */
export const useFirstSight = (): boolean => {
  const [past, setPast] = useState(isPast);
  useEffect(() => {
    if (past) return;
    const wait = async (): Promise<void> => {
      await firstSight;
      // What comes now has more to say.
      await loadAllMessages().catch(() => undefined);
      isPast = true;
      setPast(true);
    };
    void wait();
  }, [past]);
  return past;
};
