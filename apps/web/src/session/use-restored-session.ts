import { useEffect, useState } from 'react';
import type { Failure } from '@rapport/protocol/failures';
import type { Place } from './remembered-seats.ts';
import { restoreSession, useSession, type Session } from './session-store.ts';

/** Who sits in this tab, found out when nobody has yet; `failure` when the server could not say. */
export const useRestoredSession = (place: Place): { session: Session; failure: Failure | null; retry: () => void } => {
  const session = useSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const unknown = session.status === 'unknown';
  useEffect(() => {
    if (unknown) void restoreSession(place).then(setFailure);
  }, [unknown, place]);
  const retry = (): void => {
    setFailure(null);
    void restoreSession(place).then(setFailure);
  };
  return { session, failure, retry };
};
