import { useState } from 'react';
import { deny } from '@rapport/domain/permissions';
import { votes } from '@rapport/domain/roles';
import type { BlocId } from '@rapport/domain/blocs';
import type { GroupState } from '@rapport/protocol/group-state';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BallotPaper } from './BallotPaper.tsx';
import styles from './Ballots.module.css';
import { EnterPaperDialog } from './EnterPaperDialog.tsx';
import { PrintPapersDialog } from './PrintPapersDialog.tsx';

/** The open ballot: the paper for whoever may vote, the reason for whoever may not, and how far it is. */
export const BallotPanel = ({
  state,
  seat,
  send,
}: {
  state: Pick<GroupState, 'ballots' | 'me' | 'status' | 'boardLocked'>;
  /** Null for an organiser. */
  seat: { id: string; bloc: BlocId } | null;
  send: SendCommand;
}) => {
  const t = useT();
  const [entering, setEntering] = useState(false);
  const [printing, setPrinting] = useState(false);
  const { me } = state;
  const ballot = state.ballots.findLast((one) => one.status === 'open');
  if (ballot === undefined) return <EmptyState title={t('ballot.none')} />;
  const mayVote = seat !== null && me.entitled.includes(ballot.id);
  return (
    <section className={styles['panel']} aria-labelledby="ballot-title">
      <div>
        <h2 id="ballot-title" className={styles['title']}>
          {t('ballot.titleOfKind', {
            number: ballot.number,
            kind: t(`ballot.kind.${ballot.kind}`),
            options: ballot.options.length,
          })}
        </h2>
        <p className={styles['soft']}>
          {t('ballot.progress', ballot.progress)}
          {ballot.settings.closesWithTimer === true && ` · ${t('ballot.closesWithTimer')}`}
        </p>
      </div>
      {mayVote ? (
        <BallotPaper
          key={ballot.id}
          ballot={ballot}
          seatId={seat.id}
          bloc={seat.bloc}
          hasCast={me.cast.includes(ballot.id)}
          send={send}
        />
      ) : (
        <>
          <Callout title={t('ballot.notEntitled')}>
            <p>{t(votes(me.role) ? 'ballot.notEntitled.absent' : 'ballot.notEntitled.role')}</p>
          </Callout>
          <ul className={styles['plain']} aria-label={t('ballot.options')}>
            {ballot.options.map((option) => (
              <li key={option.id} dir="auto">
                {option.title}
              </li>
            ))}
          </ul>
        </>
      )}
      {deny('ballot.enter', me.role, state) === null && (
        <div className={styles['row']}>
          <Button onPress={() => setEntering(true)}>{t('ballot.enter.open')}</Button>
          <Button onPress={() => setPrinting(true)}>{t('ballot.print.open')}</Button>
        </div>
      )}
      {printing && (
        <PrintPapersDialog
          path={`/api/ballots/${ballot.id}/papers.pdf`}
          missing={ballot.progress.entitled - ballot.progress.cast}
          onClose={() => setPrinting(false)}
        />
      )}
      {entering && <EnterPaperDialog key={ballot.id} ballot={ballot} send={send} onClose={() => setEntering(false)} />}
    </section>
  );
};
