import { useEffect, useState } from 'react';
import type { Failure } from '@rapport/protocol/failures';
import { GroupState } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import { api } from '../session/http.ts';
import { continueAs, signIn } from '../session/session-store.ts';
import { useRestoredSession } from '../session/use-restored-session.ts';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { Lobby } from './Lobby.tsx';
import { Screen } from './Screen.tsx';
import { SignOutButton } from './SignOutButton.tsx';
import { SignInPanel } from './SignInPanel.tsx';
import styles from './pages.module.css';

const ASK_EVERY_MS = 20_000;

type Loaded = { groups: GroupState[] | null; failure: Failure | null };

/** `ids` separated by blanks: a text stays the same for as long as the groups do. */
const readGroups = async (ids: string): Promise<Loaded> => {
  const answers = await Promise.all(
    ids
      .split(' ')
      .filter((id) => id !== '')
      .map((id) => api.get(`/api/groups/${id}`, GroupState)),
  );
  const refused = answers.find((answer) => !answer.ok);
  return {
    groups: answers.flatMap((answer) => (answer.ok ? [answer.value] : [])),
    failure: refused?.ok === false ? refused.failure : null,
  };
};

/** The waiting room of a symposium; asks now and then whether a group has come. */
export const LobbyPage = ({ slug }: { slug: string }) => {
  const t = useT();
  const { session, failure: unreachable, retry } = useRestoredSession('lobby');
  const [loaded, setLoaded] = useState<Loaded>({ groups: null, failure: null });
  const { me, tab } = session;
  const symposium = me?.symposium ?? null;
  const belongs = symposium?.slug === slug;
  usePageTitle(symposium?.title ?? '');

  const groupIds = me?.groups.map((group) => group.id).join(' ') ?? '';
  useEffect(() => {
    if (!belongs || tab === null) return;
    void readGroups(groupIds).then(setLoaded);
    const timer = setInterval(() => {
      // The answer may name new groups; they are read when it does.
      if (document.visibilityState === 'visible') void continueAs(tab).then(() => readGroups(groupIds).then(setLoaded));
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [belongs, tab, groupIds]);

  return (
    <Screen
      {...(symposium && { marking: symposium.marking, chathamHouse: symposium.chathamHouse })}
      {...(session.status === 'in' && { actions: <SignOutButton /> })}
    >
      {belongs && me !== null ? (
        <>
          {loaded.failure !== null && (
            <FailureNote failure={loaded.failure} onRetry={() => void readGroups(groupIds).then(setLoaded)} />
          )}
          <Lobby me={me} groups={loaded.groups} />
        </>
      ) : (
        <div className={styles['column']}>
          {session.status === 'unknown' && unreachable === null && <Skeleton lines={4} />}
          {unreachable !== null && <FailureNote failure={unreachable} onRetry={retry} />}
          {session.status !== 'unknown' && (
            <>
              <h1>{t('shell.lobby.notYours')}</h1>
              <SignInPanel place="lobby" onSignIn={signIn} />
            </>
          )}
        </div>
      )}
    </Screen>
  );
};
