import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '@rapport/protocol/failures';
import { navigate } from '../location.ts';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { signIn, signOut, useSession } from '../session/session-store.ts';
import { FailureNote } from '../ui/FailureNote.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { warmGroupPage } from './group-page.ts';
import { Screen } from './Screen.tsx';
import { Welcome } from './Welcome.tsx';
import styles from './pages.module.css';

const leave = async (): Promise<void> => {
  await signOut();
  navigate(paths.home(), { replace: true });
};

/** A badge was scanned, or a link opened: signs in, shows who that is, and waits for **Go in**. */
export const BadgePage = ({ code }: { code: string }) => {
  const t = useT();
  usePageTitle(t('shell.badge.page'));
  const session = useSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [signedIn, setSignedIn] = useState(false);
  const asked = useRef(false);

  const enter = useCallback(async () => {
    setFailure(null);
    const outcome = await signIn({ joinCode: code });
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    setSignedIn(true);
    void warmGroupPage();
  }, [code]);

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void enter();
  }, [enter]);

  const symposium = signedIn ? session.me?.symposium : null;
  return (
    <Screen {...(symposium && { marking: symposium.marking, chathamHouse: symposium.chathamHouse })}>
      <div className={styles['column']}>
        {signedIn && session.status === 'in' ? (
          <Welcome me={session.me} onLeave={() => void leave()} />
        ) : failure === null ? (
          <div className={styles['card']}>
            <h1 className="visually-hidden">{t('shell.badge.page')}</h1>
            <Skeleton lines={4} />
          </div>
        ) : (
          <div className={styles['card']}>
            <h1>{t('shell.badge.failed')}</h1>
            <FailureNote failure={failure} onRetry={() => void enter()} />
            <p>{t('shell.badge.failedBody')}</p>
            <div>
              <LinkButton href={paths.home()}>{t('shell.badge.typeCode')}</LinkButton>
            </div>
          </div>
        )}
      </div>
    </Screen>
  );
};
