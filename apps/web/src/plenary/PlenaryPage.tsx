import { useEffect, useState, type ReactNode } from 'react';
import type { SymposiumId } from '@rapport/domain/ids';
import { Symposium } from '@rapport/protocol/http';
import type { Failure } from '@rapport/protocol/failures';
import { Link } from '../ui/Link.tsx';
import { live, useConnection } from '../connection/live.ts';
import { usePlenary, watchPlenary } from '../connection/plenary-store.ts';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Screen } from '../pages/Screen.tsx';
import { SignInPanel } from '../pages/SignInPanel.tsx';
import { SignOutButton } from '../pages/SignOutButton.tsx';
import pages from '../pages/pages.module.css';
import { paths } from '../paths.ts';
import { api } from '../session/http.ts';
import { signIn } from '../session/session-store.ts';
import { useRestoredSession } from '../session/use-restored-session.ts';
import { BlocsContext } from '../ui/blocs-context.ts';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { ChairView } from './ChairView.tsx';
import { SeatView } from './SeatView.tsx';
import styles from './Plenary.module.css';

const send: SendCommand = (name, input) => live.command(name, input);

/** `/s/<slug>/plenary`: the chair's device, or a seat's. */
export const PlenaryPage = ({ slug }: { slug: string }) => {
  const t = useT();
  const { session, failure, retry } = useRestoredSession('lobby');
  const { me } = session;
  const [found, setFound] = useState<{ id: SymposiumId | null; failure: Failure | null }>({ id: null, failure: null });
  const isOrganiser = me?.role === 'organiser';
  const own = me?.symposium?.slug === slug ? me.symposium.id : null;
  useEffect(() => {
    if (!isOrganiser) return;
    void api
      .get(`/api/symposia/${encodeURIComponent(slug)}`, Symposium)
      .then((outcome) =>
        setFound(outcome.ok ? { id: outcome.value.id, failure: null } : { id: null, failure: outcome.failure }),
      );
  }, [isOrganiser, slug]);
  const id = isOrganiser ? found.id : own;
  if (me !== null && id !== null)
    return <Watched symposiumId={id} slug={slug} seat={me.seat} isOrganiser={isOrganiser} />;
  const problem = failure ?? found.failure;
  const asksIn = session.status !== 'unknown' && !isOrganiser;
  return (
    <Screen {...(session.status === 'in' && { actions: <SignOutButton /> })}>
      <div className={pages['column']}>
        {problem !== null && <FailureNote failure={problem} onRetry={retry} />}
        {problem === null && !asksIn && <Skeleton lines={4} />}
        {asksIn && (
          <>
            <h1>{t('shell.lobby.notYours')}</h1>
            <SignInPanel place="lobby" onSignIn={signIn} />
          </>
        )}
      </div>
    </Screen>
  );
};

const Watched = ({
  symposiumId,
  slug,
  seat,
  isOrganiser,
}: {
  symposiumId: SymposiumId;
  slug: string;
  seat: NonNullable<ReturnType<typeof useRestoredSession>['session']['me']>['seat'];
  isOrganiser: boolean;
}) => {
  const t = useT();
  useEffect(() => watchPlenary(symposiumId), [symposiumId]);
  const { state, failure, retry } = usePlenary();
  const offline = useConnection((connection) => connection.state === 'offline');
  usePageTitle(t('plenary.title'));
  const frame = (children: ReactNode) => (
    <Screen
      width="wide"
      actions={<SignOutButton />}
      {...(state !== null && { marking: state.symposium.marking, chathamHouse: state.symposium.chathamHouse })}
    >
      <nav className={styles['crumb']}>
        <Link href={isOrganiser ? paths.symposium(slug) : paths.lobby(slug)}>
          <bdi>{state?.symposium.title ?? slug}</bdi>
        </Link>
      </nav>
      {offline && (
        <Callout tone="warn" live>
          {t('plenary.offline')}
        </Callout>
      )}
      {failure !== null && <FailureNote failure={failure} onRetry={retry} />}
      {state === null ? children : <BlocsContext value={state.symposium.blocs}>{children}</BlocsContext>}
    </Screen>
  );
  if (state === null) return frame(failure === null && <Skeleton lines={6} />);
  if (state.me.role === 'chair')
    return frame(
      <ChairView
        state={state}
        isOrganiser={isOrganiser}
        seat={seat}
        send={send}
        fetchFile={(path) => api.file(path)}
      />,
    );
  return frame(<SeatView state={state} seat={seat} send={send} />);
};
