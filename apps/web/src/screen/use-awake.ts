import { useEffect } from 'react';

/** Keeps the projector's computer from going to sleep, where the browser can; asks again when the page is seen again. */
export const useAwake = (): void => {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (over) await lock.release();
      } catch {
        // Low on power, or not allowed: the screen may sleep then.
      }
    };
    const onSeen = (): void => void hold();
    void hold();
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', onSeen);
      void lock?.release();
    };
  }, []);
};
