import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { GroupId } from '@rapport/domain/ids';
import type { GroupState } from '@rapport/protocol/group-state';
import type { Me } from '@rapport/protocol/http';
import { useGroup, watchGroup } from '../connection/group-store.ts';
import { useConnection } from '../connection/live.ts';
import { loadAllMessages } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { PageSkeleton } from '../pages/PageSkeleton.tsx';
import { Screen } from '../pages/Screen.tsx';
import { paths } from '../paths.ts';
import { useSession } from '../session/session-store.ts';
import { BlocsContext } from '../ui/blocs-context.ts';
import { FailureNote } from '../ui/FailureNote.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';

// Hardly anybody is put elsewhere while a page is open.
const MovedAway = lazy(async () => ({ default: (await import('./MovedAway.tsx')).MovedAway }));

/** A group that is followed, who looks at it, and what is wrong with the connection, if anything is. */
export type Watched = { state: GroupState; seat: Me['seat']; problem: ReactNode };

/** Follows a group while one of its pages is there, and shows the page or says why it cannot. */
export const WatchedGroup = ({
  groupId,
  children,
}: {
  groupId: GroupId;
  children: (watched: Watched) => ReactNode;
}) => {
  const [attempt, setAttempt] = useState(0);
  return (
    <Attempt key={attempt} groupId={groupId} onRetry={() => setAttempt(attempt + 1)}>
      {children}
    </Attempt>
  );
};

const Attempt = ({
  groupId,
  onRetry,
  children,
}: {
  groupId: GroupId;
  onRetry: () => void;
  children: (watched: Watched) => ReactNode;
}) => {
  const t = useT();
  useEffect(() => watchGroup(groupId), [groupId]);
  const { state, failure, moved } = useGroup();
  const refused = useConnection((connection) => connection.refused);
  const me = useSession((session) => session.me);
  const problem = failure ?? refused;
  useEffect(() => {
    // Words for what went wrong are not among the first.
    if (problem !== null) void loadAllMessages();
  }, [problem]);

  if (moved !== null) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <MovedAway groups={moved} />
      </Suspense>
    );
  }
  if (state === null || state.id !== groupId) {
    if (problem === null) return <PageSkeleton />;
    return (
      <Screen>
        <FailureNote failure={problem} onRetry={onRetry} />
        <LinkButton href={paths.home()}>{t('group.moved.home')}</LinkButton>
      </Screen>
    );
  }
  const watched = {
    state,
    seat: me?.seat ?? null,
    problem: problem !== null && <FailureNote failure={problem} onRetry={onRetry} />,
  };
  return <BlocsContext value={state.symposium.blocs}>{children(watched)}</BlocsContext>;
};
