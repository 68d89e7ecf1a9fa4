import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Failure } from '@rapport/protocol/failures';
import { useT } from '../messages/use-t.ts';
import { SeatChoice } from '../pages/SeatChoice.tsx';
import { Screen } from '../pages/Screen.tsx';
import { seatsFor } from '../session/remembered-seats.ts';
import { signIn } from '../session/session-store.ts';
import { useRestoredSession } from '../session/use-restored-session.ts';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import pages from '../pages/pages.module.css';
import { KeyForm } from './KeyForm.tsx';

/** The key in a link like `/organise#key=…`: after the `#`, so that it is never sent or logged with the address. */
const keyInAddress = (): string | null => new URLSearchParams(location.hash.slice(1)).get('key');

/** Shows its children to organisers, and to everybody else a way to become one: the key. */
export const OrganiserGate = ({ children }: { children: ReactNode }) => {
  const t = useT();
  const { session, failure: unreachable, retry } = useRestoredSession('organise');
  const [failure, setFailure] = useState<Failure | null>(null);
  // Decided once: the address is cleaned as soon as the key has been read.
  const [key] = useState(keyInAddress);
  const [trying, setTrying] = useState(key !== null);
  const tried = useRef(false);

  useEffect(() => {
    if (key === null || tried.current) return;
    tried.current = true;
    history.replaceState(null, '', location.pathname);
    const open = async (): Promise<void> => {
      const outcome = await signIn({ organiserKey: key });
      if (!outcome.ok) setFailure(outcome.failure);
      setTrying(false);
    };
    void open();
  }, [key]);

  if (session.status === 'in' && session.me.role === 'organiser') return children;
  const organisers = seatsFor('organise');
  const waiting = trying || (session.status === 'unknown' && unreachable === null);
  return (
    <Screen>
      <div className={pages['column']}>
        <h1>{t('organise.key.title')}</h1>
        {waiting ? (
          <Skeleton lines={3} />
        ) : (
          <>
            {unreachable !== null && <FailureNote failure={unreachable} onRetry={retry} />}
            {session.status === 'in' && (
              <Callout tone="warn">{t('organise.key.otherSeat', { name: session.me.seat?.displayName ?? '' })}</Callout>
            )}
            <div className={pages['card']}>
              {organisers.length > 0 && <SeatChoice seats={organisers} />}
              <KeyForm refused={failure} onSubmit={(organiserKey) => signIn({ organiserKey })} />
            </div>
          </>
        )}
      </div>
    </Screen>
  );
};
