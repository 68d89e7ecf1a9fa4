import { useEffect, useState } from 'react';
import { serverNow } from '../connection/server-clock.ts';

/** The server's time (ms), once a second: what is drawn from it changes with the seconds. */
export const useNow = (): number => {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
};
