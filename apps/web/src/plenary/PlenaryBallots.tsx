import { useState } from 'react';
import type { BallotResults } from '@rapport/domain/ballot-results';
import type { BallotId } from '@rapport/domain/ids';
import type { Failure } from '@rapport/protocol/failures';
import type { PlenaryState, ScreenView } from '@rapport/protocol/plenary';
import { EnterPaperDialog } from '../ballots/EnterPaperDialog.tsx';
import { PrintPapersDialog } from '../ballots/PrintPapersDialog.tsx';
import { Results } from '../ballots/Results.tsx';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { DelegationTable } from './DelegationTable.tsx';
import styles from './Plenary.module.css';

/** Ballots of the plenary: how far the open one is, and what the closed ones said. */
export const PlenaryBallots = ({
  state,
  send,
  onShow,
}: {
  state: PlenaryState;
  send: SendCommand;
  /** Puts something on the projector; absent where one may not. */
  onShow?: (view: ScreenView) => void;
}) => {
  const t = useT();
  const [closing, setClosing] = useState<BallotId | null>(null);
  const [read, setRead] = useState<{ number: number; results: BallotResults } | null>(null);
  const [paper, setPaper] = useState<{ kind: 'print' | 'enter'; ballot: PlenaryState['ballots'][number] } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const look = async (ballotId: BallotId, number: number): Promise<void> => {
    const outcome = await send('ballot.results', { ballotId });
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) setRead({ number, results: outcome.value });
  };
  const ballots = state.ballots.toReversed();
  if (ballots.length === 0) return null;
  return (
    <section className={styles['panel']} aria-labelledby="ballots-title">
      <h2 id="ballots-title">{t('plenary.ballots')}</h2>
      {failure !== null && <FailureNote failure={failure} />}
      <ul className={styles['lines']}>
        {ballots.map((ballot) => (
          <li key={ballot.id} className={styles['line']}>
            <div>
              <strong>
                {t('ballot.titleOfKind', {
                  number: ballot.number,
                  kind: t(`ballot.kind.${ballot.kind}`),
                  options: ballot.options.length,
                })}
              </strong>
              <p className={styles['soft']}>{t('ballot.progress', ballot.progress)}</p>
            </div>
            <div className={styles['row']}>
              {onShow !== undefined && (
                <Button
                  size="small"
                  onPress={() => onShow({ kind: ballot.status === 'open' ? 'ballot' : 'results', ballotId: ballot.id })}
                >
                  {t('plenary.show')}
                </Button>
              )}
              {ballot.status === 'open' && onShow !== undefined && (
                <>
                  <Button size="small" onPress={() => setPaper({ kind: 'print', ballot })}>
                    {t('ballot.print.open')}
                  </Button>
                  <Button size="small" onPress={() => setPaper({ kind: 'enter', ballot })}>
                    {t('ballot.enter.open')}
                  </Button>
                </>
              )}
              {ballot.status === 'open' && onShow !== undefined && (
                <Button size="small" variant="primary" onPress={() => setClosing(ballot.id)}>
                  {t('plenary.ballot.close')}
                </Button>
              )}
              {ballot.status !== 'open' && (
                <Button size="small" onPress={() => void look(ballot.id, ballot.number)}>
                  {t('plenary.ballot.results')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        title={t('plenary.ballot.close.title')}
        body={<p>{t('plenary.ballot.close.body')}</p>}
        confirm={t('plenary.ballot.close')}
        isOpen={closing !== null}
        onConfirm={async () => {
          if (closing !== null) await tellRefusal(send('ballot.close', { ballotId: closing }));
        }}
        onClose={() => setClosing(null)}
      />
      {paper?.kind === 'print' && (
        <PrintPapersDialog
          path={`/api/ballots/${paper.ballot.id}/papers.pdf`}
          missing={paper.ballot.progress.entitled - paper.ballot.progress.cast}
          onClose={() => setPaper(null)}
        />
      )}
      {paper?.kind === 'enter' && (
        <EnterPaperDialog ballot={paper.ballot} place="plenary" send={send} onClose={() => setPaper(null)} />
      )}
      {read !== null && (
        <Dialog
          title={t('plenary.view.results', { number: read.number })}
          isOpen
          width="wide"
          onClose={() => setRead(null)}
        >
          <Results results={read.results} number={read.number} view="chart" place="plenary" />
          <DelegationTable results={read.results} />
        </Dialog>
      )}
    </section>
  );
};
