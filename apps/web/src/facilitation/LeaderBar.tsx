import { lazy, Suspense, useState } from 'react';
import type { Phase, PhaseKind } from '@rapport/domain/phases';
import type { GroupState } from '@rapport/protocol/group-state';
import { askRoom } from '../connection/group-store.ts';
import { CoverageMeter } from '../reading/CoverageMeter.tsx';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useSecondsLeft } from '../group/use-seconds-left.ts';
import { HistoryDialog } from '../history/HistoryDialog.tsx';
import { useT } from '../messages/use-t.ts';
import { canBeReadBack, isPursued } from '../options/option-steps.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { AnnounceDialog } from './AnnounceDialog.tsx';
import { AttributionDialog } from './AttributionDialog.tsx';
import { CloseGroupDialog, ReopenGroupDialog } from './ClosingDialogs.tsx';
import styles from './LeaderBar.module.css';
import { EnterCardDialog } from './EnterCardDialog.tsx';
import { finishedCards } from './move-plan.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { nextStep, type NextStep } from './next-step.ts';
import { OpenBallotDialog, type Votable } from './OpenBallotDialog.tsx';
import { PickPhaseDialog } from './PickPhaseDialog.tsx';
import { RolesDialog } from './RolesDialog.tsx';
import { RoomDialog } from './RoomDialog.tsx';
import { runGroupTimer } from './group-timer.ts';
import { TimerControls } from './TimerControls.tsx';

// Asked for at the end of a session.
const AskReadbackDialog = lazy(async () => ({
  default: (await import('../options/AskReadbackDialog.tsx')).AskReadbackDialog,
}));
const ForwardDialog = lazy(async () => ({ default: (await import('../options/ForwardDialog.tsx')).ForwardDialog }));

type Props = {
  state: GroupState;
  /** Folds all but the next step into one menu. */
  narrow: boolean;
  /** What stands on the board when a ballot is being opened. */
  readVotable: () => Votable;
  /** Has the board propose clusters; done when they are shown. */
  suggest: () => Promise<void>;
  /** Asks how the board is to be tidied. */
  tidy: () => void;
  /** Shows a card on the board. */
  onGoTo: (id: string) => void;
  send: SendCommand;
};

/** Phases in which a group goes through its cards. */
const READS: readonly PhaseKind[] = ['clarify', 'discuss'];

/** What is asked for before a deed. */
type Asking =
  | {
      kind:
        | 'pick-phase'
        | 'reveal'
        | 'close-ballot'
        | 'ask-readback'
        | 'forward'
        | 'enter-card'
        | 'announce'
        | 'attribution'
        | 'roles'
        | 'history'
        | 'room'
        | 'close-group'
        | 'reopen';
    }
  | { kind: 'move'; to: Phase }
  | { kind: 'open-ballot'; votable: Votable };

const RevealCountdown = ({ endsAt }: { endsAt: string }) => {
  const t = useT();
  return <>{t('lead.next.revealing', { seconds: useSecondsLeft(endsAt) })}</>;
};

/** The bar of whoever leads the group, in the same place in every phase: what comes next and what it will do. */
export const LeaderBar = ({ state, narrow, readVotable, suggest, tidy, onGoTo, send }: Props) => {
  const t = useT();
  const [asking, setAsking] = useState<Asking | null>(null);
  const groupId = state.id;
  const next = nextStep(state);
  const open = state.ballots.findLast((ballot) => ballot.status === 'open');
  const isOpen = state.status === 'open';
  const [suggesting, setSuggesting] = useState(false);
  const askForClusters = async (): Promise<void> => {
    setSuggesting(true);
    await suggest();
    setSuggesting(false);
  };
  const close = (): void => setAsking(null);
  const openBallot = (): void => setAsking({ kind: 'open-ballot', votable: readVotable() });
  const canReveal = isOpen && state.reveal === null && state.cardsWritten > 0;
  const following = state.phases.find((phase) => phase.index === state.phase.index + 1);

  const lock = (what: 'board' | 'clusters'): void => {
    const locked = what === 'board' ? state.boardLocked : state.clustersLocked;
    void tellRefusal(send(locked ? 'board.unlock' : 'board.lock', { groupId, what }));
  };
  const lockLabel = (what: 'board' | 'clusters'): string => {
    const locked = what === 'board' ? state.boardLocked : state.clustersLocked;
    return t(`lead.${locked ? 'unlock' : 'lock'}.${what}`);
  };

  const goOn = (): void => {
    switch (next.kind) {
      case 'move':
        return setAsking({ kind: 'move', to: next.to });
      case 'open-ballot':
        return openBallot();
      case 'wait-for-reveal':
        return void tellRefusal(send('drafts.reveal', { groupId, now: true }));
      case 'reveal':
      case 'close-ballot':
      case 'ask-readback':
      case 'forward':
      case 'close-group':
      case 'reopen':
        return setAsking({ kind: next.kind });
    }
  };

  const act = (id: string): void => {
    switch (id) {
      case 'move-on':
        if (following !== undefined) setAsking({ kind: 'move', to: following });
        return;
      case 'open-ballot':
        return openBallot();
      case 'tidy':
        return tidy();
      case 'suggest':
        return void askForClusters();
      case 'lock-board':
        return lock('board');
      case 'lock-clusters':
        return lock('clusters');
      case 'stop-timer':
        return void tellRefusal(send('timer.stop', { groupId }));
      case 'start-timer':
        return void tellRefusal(send(state.timer.state === 'running' ? 'timer.pause' : 'timer.start', { groupId }));
      case 'more-time':
        return void tellRefusal(send('timer.adjust', { groupId, deltaMs: 60_000 }));
      case 'room':
        void askRoom(groupId);
        return setAsking({ kind: 'room' });
      case 'pick-phase':
      case 'reveal':
      case 'close-ballot':
      case 'ask-readback':
      case 'forward':
      case 'enter-card':
      case 'announce':
      case 'attribution':
      case 'roles':
      case 'history':
      case 'close-group':
        return setAsking({ kind: id });
    }
  };

  const items: MenuItem[] = [];
  if (isOpen) {
    if (next.kind !== 'move' && following !== undefined) {
      items.push({ id: 'move-on', label: t('lead.move.open', { phase: t(`shell.phase.${following.kind}`) }) });
    }
    items.push({ id: 'pick-phase', label: t('lead.menu.pickPhase') });
    if (narrow) {
      items.push(
        {
          id: 'start-timer',
          label: t(state.timer.state === 'running' ? 'lead.menu.pauseTimer' : 'lead.menu.startTimer'),
        },
        { id: 'more-time', label: t('lead.menu.moreTime') },
      );
    }
    items.push({ id: 'stop-timer', label: t('lead.menu.stopTimer'), isDisabled: state.timer.state === 'stopped' });
    if (canReveal && next.kind !== 'reveal') items.push({ id: 'reveal', label: t('lead.reveal.open') });
    if (open === undefined && next.kind !== 'open-ballot') {
      items.push({ id: 'open-ballot', label: t('lead.ballot.open') });
    }
    if (open !== undefined && next.kind !== 'close-ballot') {
      items.push({ id: 'close-ballot', label: t('lead.ballot.close') });
    }
    if (narrow || state.phase.kind !== 'cluster') {
      items.push({ id: 'suggest', label: t('lead.suggest'), isDisabled: suggesting });
    }
    items.push({ id: 'tidy', label: t('tidy.open') });
    if (next.kind !== 'ask-readback' && state.options.some(canBeReadBack)) {
      items.push({ id: 'ask-readback', label: t('lead.menu.askReadback') });
    }
    if (next.kind !== 'forward' && state.options.some(isPursued)) {
      items.push({ id: 'forward', label: t('lead.menu.forward') });
    }
    items.push(
      { id: 'lock-clusters', label: lockLabel('clusters') },
      { id: 'lock-board', label: lockLabel('board') },
      { id: 'enter-card', label: t('lead.menu.enterCard') },
      { id: 'announce', label: t('lead.menu.announce') },
      { id: 'roles', label: t('lead.menu.roles') },
      { id: 'attribution', label: t('lead.menu.attribution') },
    );
  }
  items.push({ id: 'room', label: t('lead.menu.room') }, { id: 'history', label: t('lead.menu.history') });
  if (isOpen && next.kind !== 'close-group') {
    items.push({ id: 'close-group', label: t('lead.menu.close'), tone: 'danger' });
  }

  return (
    <section
      data-region=""
      className={`${styles['bar']} ${narrow ? styles['narrow'] : ''}`}
      aria-label={t('lead.label')}
    >
      {!narrow && isOpen && (
        <>
          <TimerControls timer={state.timer} onDeed={(deed) => runGroupTimer(send, groupId, deed)} />
          {canReveal && state.phase.kind === 'write' && next.kind !== 'reveal' && (
            <Button onPress={() => setAsking({ kind: 'reveal' })}>{t('lead.reveal.open')}</Button>
          )}
          {state.phase.kind === 'cluster' && (
            <Button isPending={suggesting} onPress={() => void askForClusters()}>
              {t('lead.suggest')}
            </Button>
          )}
          {(state.phase.kind === 'cluster' || state.clustersLocked) && (
            <Button onPress={() => lock('clusters')}>{lockLabel('clusters')}</Button>
          )}
          {state.boardLocked && <Button onPress={() => lock('board')}>{lockLabel('board')}</Button>}
        </>
      )}
      <Menu label={t('lead.menu')} {...(narrow && { icon: <MoreIcon /> })} items={items} onAction={act} />
      {!narrow && isOpen && (
        <span className={styles['counts']}>
          {t('group.done.count', { done: state.done, present: state.present })}
          {state.cardsWritten > 0 && ` · ${t('lead.cardsFinished', { cards: finishedCards(state) })}`}
          {state.draftsOpen > 0 && ` · ${t('lead.draftsOpen', { cards: state.draftsOpen })}`}
        </span>
      )}
      {isOpen && READS.includes(state.phase.kind) && <CoverageMeter onGoTo={onGoTo} />}
      <div className={styles['next']}>
        <p className={styles['effect']} {...(next.kind === 'wait-for-reveal' && { role: 'status' })}>
          <NextEffect next={next} />
        </p>
        <Button variant="primary" onPress={goOn}>
          {next.kind === 'move'
            ? t('lead.move.open', { phase: t(`shell.phase.${next.to.kind}`) })
            : t(`lead.next.${next.kind}`)}
        </Button>
      </div>

      {asking?.kind === 'move' && <MoveDialog state={state} to={asking.to} send={send} onClose={close} />}
      {asking?.kind === 'pick-phase' && (
        <PickPhaseDialog state={state} onPick={(to) => setAsking({ kind: 'move', to })} onClose={close} />
      )}
      {asking?.kind === 'open-ballot' && (
        <OpenBallotDialog state={state} votable={asking.votable} send={send} onClose={close} />
      )}
      {(asking?.kind === 'ask-readback' || asking?.kind === 'forward') && (
        <Suspense>
          {asking.kind === 'forward' ? (
            <ForwardDialog state={state} send={send} onClose={close} />
          ) : (
            <AskReadbackDialog state={state} send={send} onClose={close} />
          )}
        </Suspense>
      )}
      {asking?.kind === 'enter-card' && <EnterCardDialog groupId={groupId} send={send} onClose={close} />}
      {asking?.kind === 'announce' && (
        <AnnounceDialog
          title={t('lead.announce.title')}
          body={t('lead.announce.body')}
          onSend={(text) => send('announcement.send', { groupId, text })}
          onClose={close}
        />
      )}
      {asking?.kind === 'attribution' && <AttributionDialog state={state} send={send} onClose={close} />}
      {asking?.kind === 'roles' && <RolesDialog state={state} send={send} onClose={close} />}
      {asking?.kind === 'history' && <HistoryDialog groupId={groupId} canRestore={isOpen} onClose={close} />}
      {asking?.kind === 'room' && <RoomDialog state={state} onClose={close} />}
      {asking?.kind === 'close-group' && <CloseGroupDialog state={state} send={send} onClose={close} />}
      {asking?.kind === 'reopen' && <ReopenGroupDialog state={state} send={send} onClose={close} />}
      <ConfirmDialog
        title={t('lead.reveal.title')}
        isOpen={asking?.kind === 'reveal'}
        confirm={t('lead.reveal.confirm')}
        onClose={close}
        onConfirm={async () => {
          await tellRefusal(send('drafts.reveal', { groupId }));
        }}
        body={
          <ul className={styles['effects']}>
            <li>{t('lead.reveal.all', { cards: finishedCards(state) })}</li>
            <li>{t('lead.reveal.grace', { cards: state.draftsOpen })}</li>
            <li>{t('lead.reveal.final')}</li>
          </ul>
        }
      />
      <ConfirmDialog
        title={t('lead.ballot.close.title')}
        isOpen={asking?.kind === 'close-ballot' && open !== undefined}
        confirm={t('lead.ballot.close.confirm')}
        onClose={close}
        onConfirm={async () => {
          if (open !== undefined) await tellRefusal(send('ballot.close', { ballotId: open.id }));
        }}
        body={
          <>
            <p>{t('ballot.progress', { cast: open?.progress.cast ?? 0, entitled: open?.progress.entitled ?? 0 })}</p>
            <ul className={styles['effects']}>
              <li>{t('lead.ballot.close.publishes')}</li>
              <li>{t('lead.ballot.close.final')}</li>
            </ul>
          </>
        }
      />
    </section>
  );
};

/** What the next step will do, in a line. */
const NextEffect = ({ next }: { next: NextStep }) => {
  const t = useT();
  switch (next.kind) {
    case 'move':
      return (
        <>
          {t('lead.next')} <strong>{t(`shell.phase.${next.to.kind}`)}</strong>. {t(`phase.next.${next.to.kind}`)}
        </>
      );
    case 'wait-for-reveal':
      return <RevealCountdown endsAt={next.endsAt} />;
    case 'close-ballot':
      return <>{t('ballot.progress', next.ballot.progress)}</>;
    case 'reveal':
    case 'open-ballot':
    case 'ask-readback':
    case 'forward':
    case 'close-group':
    case 'reopen':
      return <>{t(`lead.effect.${next.kind}`)}</>;
  }
};
