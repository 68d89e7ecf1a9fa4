import { useEffect, useState } from 'react';
import type { Failure } from '@rapport/protocol/failures';
import { restoreSession, useSession, type Session } from './session-store.ts';

/** Who sits in this tab, found out when nobody has yet; `failure` when the server could not say. */
export const useRestoredSession = (
  groupId: string | null = null,
): { session: Session; failure: Failure | null; retry: () => void } => {
  const session = useSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const unknown = session.status === 'unknown';
  useEffect(() => {
    if (unknown) void restoreSession(groupId).then(setFailure);
  }, [unknown, groupId]);
  const retry = (): void => {
    setFailure(null);
    void restoreSession(groupId).then(setFailure);
  };
  return { session, failure, retry };
};
