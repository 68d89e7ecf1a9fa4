import { lazy, Suspense, useEffect } from 'react';
import { ID_PATTERN, type GroupId } from '@rapport/domain/ids';
import { loadAllMessages } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { signIn } from '../session/session-store.ts';
import { useRestoredSession } from '../session/use-restored-session.ts';
import { FailureNote } from '../ui/FailureNote.tsx';
import { groupPage } from './group-page.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { notFound } from './not-found.ts';
import { onArrival } from './on-arrival.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { Screen } from './Screen.tsx';
import styles from './pages.module.css';

const { Page: NotFoundPage } = notFound;
const { Page: GroupPage } = groupPage;

const { Page: ReportPage } = onArrival(async () => (await import('../report/ReportPage.tsx')).ReportPage);

// Whoever sits here already needs no form.
const SignInPanel = lazy(async () => ({ default: (await import('./SignInPanel.tsx')).SignInPanel }));

/** Lets in whoever sits in this tab; asks who that is when the browser knows several, or nobody. */
export const GroupGate = ({ groupId, page = 'board' }: { groupId: string; page?: 'board' | 'report' }) => {
  const t = useT();
  const { session, failure, retry } = useRestoredSession(`group ${groupId}`);
  const isOutside = session.status !== 'in' && (session.status === 'out' || failure !== null);
  useEffect(() => {
    // No board is coming yet: what there is to say is about the door.
    if (isOutside) void loadAllMessages();
  }, [isOutside]);
  if (!ID_PATTERN.test(groupId)) return <NotFoundPage />;
  if (session.status === 'in') {
    return page === 'board' ? <GroupPage groupId={groupId as GroupId} /> : <ReportPage groupId={groupId as GroupId} />;
  }
  if (session.status === 'unknown' && failure === null) return <PageSkeleton />;
  return (
    <Screen>
      <div className={styles['column']}>
        <h1>{t('shell.gate.title')}</h1>
        {failure === null ? (
          <Suspense fallback={<Skeleton lines={3} />}>
            <SignInPanel place={`group ${groupId}`} onSignIn={signIn} />
          </Suspense>
        ) : (
          <FailureNote failure={failure} onRetry={retry} />
        )}
      </div>
    </Screen>
  );
};
