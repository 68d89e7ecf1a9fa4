import { Link } from '../ui/Link.tsx';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { signIn, signOut } from '../session/session-store.ts';
import { useRestoredSession } from '../session/use-restored-session.ts';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { Screen } from './Screen.tsx';
import { SignInPanel } from './SignInPanel.tsx';
import { Welcome } from './Welcome.tsx';
import styles from './pages.module.css';

/** The front door: a code, a badge, a group code – or straight on for whoever sits here already. */
export const HomePage = () => {
  const t = useT();
  usePageTitle('');
  const { session, failure, retry } = useRestoredSession('front-door');
  const symposium = session.me?.symposium;
  return (
    <Screen {...(symposium && { marking: symposium.marking, chathamHouse: symposium.chathamHouse })}>
      <div className={styles['column']}>
        {session.status === 'in' && <Welcome me={session.me} onLeave={() => void signOut()} />}
        {session.status === 'unknown' && failure === null && <Skeleton lines={4} />}
        {session.status === 'unknown' && failure !== null && <FailureNote failure={failure} onRetry={retry} />}
        {session.status === 'out' && (
          <>
            <div className={styles['stack']}>
              <h1>{t('shell.home.title')}</h1>
              <p className={styles['soft']}>{t('shell.home.lead')}</p>
            </div>
            <SignInPanel place="front-door" onSignIn={signIn} />
          </>
        )}
        <footer className={styles['foot']}>
          <p className={styles['small']}>{t('shell.home.notice')}</p>
          <p className={styles['small']}>
            <Link href={paths.organise()}>{t('shell.home.organise')}</Link>
          </p>
        </footer>
      </div>
    </Screen>
  );
};
