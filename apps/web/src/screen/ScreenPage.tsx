import { useEffect, useRef, useState } from 'react';
import type { Failure } from '@rapport/protocol/failures';
import { useConnection } from '../connection/live.ts';
import { usePlenary, watchPlenary } from '../connection/plenary-store.ts';
import { useT } from '../messages/use-t.ts';
import { signIn, useSession } from '../session/session-store.ts';
import { BlocsContext } from '../ui/blocs-context.ts';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Marking } from '../ui/Marking.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { ScreenView } from './ScreenView.tsx';
import styles from './Screen.module.css';
import { useAwake } from './use-awake.ts';
import { Wall } from './Wall.tsx';

/** `/screen/<code>`: a projector. It knows nobody, shows what the chair chooses, and comes back by itself. */
export const ScreenPage = ({ code }: { code: string }) => {
  const t = useT();
  usePageTitle(t('plenary.screen'));
  useAwake();
  const me = useSession((session) => session.me);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef(false);
  const enter = async (): Promise<void> => {
    setFailure(null);
    const outcome = await signIn({ screenCode: code });
    if (!outcome.ok) setFailure(outcome.failure);
  };
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void enter();
  });
  const symposiumId = me?.role === 'screen' ? (me.symposium?.id ?? null) : null;
  useEffect(() => (symposiumId === null ? undefined : watchPlenary(symposiumId)), [symposiumId]);
  const { state, failure: refused, retry } = usePlenary();
  const offline = useConnection((connection) => connection.state === 'offline');
  const problem = failure ?? refused;
  return (
    <div className={styles['screen']}>
      {state !== null && (
        <Marking place="top" marking={state.symposium.marking} chathamHouse={state.symposium.chathamHouse} />
      )}
      <Wall key={JSON.stringify(state?.view ?? null)}>
        {problem !== null && <FailureNote failure={problem} onRetry={failure === null ? retry : () => void enter()} />}
        {state === null && problem === null && <Skeleton lines={6} />}
        {state !== null && (
          <BlocsContext value={state.symposium.blocs}>
            <ScreenView state={state} />
          </BlocsContext>
        )}
      </Wall>
      {offline && state !== null && (
        <p className={styles['offline']} role="status">
          {t('plenary.offline')}
        </p>
      )}
      {state !== null && <Marking place="bottom" marking={state.symposium.marking} />}
    </div>
  );
};
