import { useEffect, useState } from 'react';
import type { BallotResults } from '@rapport/domain/ballot-results';
import type { BallotId } from '@rapport/domain/ids';
import type { Outcome } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Results } from './Results.tsx';
import styles from './ResultsPanel.module.css';
import { SaveResultMenu } from './SaveResultMenu.tsx';

/** The results of the group's closed ballots, the latest first. They never change, so each is asked for once. */
export const ResultsPanel = ({
  state,
  send,
}: {
  state: Pick<GroupState, 'number' | 'ballots' | 'me' | 'symposium'>;
  send: SendCommand;
}) => {
  const t = useT();
  const { ballots, me, symposium } = state;
  const closed = ballots.filter((ballot) => ballot.status === 'closed').toReversed();
  const [chosen, setChosen] = useState<BallotId | null>(null);
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [answers, setAnswers] = useState<Readonly<Record<BallotId, Outcome<BallotResults>>>>({});
  const ballot = closed.find((one) => one.id === chosen) ?? closed[0];
  const ballotId = ballot?.id;

  const missing = ballotId !== undefined && answers[ballotId] === undefined ? ballotId : null;
  useEffect(() => {
    if (missing === null) return;
    const ask = async (): Promise<void> => {
      const answer = await send('ballot.results', { ballotId: missing });
      setAnswers((before) => ({ ...before, [missing]: answer }));
    };
    void ask();
  }, [missing, send]);
  const forget = (id: BallotId): void =>
    setAnswers((before) => Object.fromEntries(Object.entries(before).filter(([one]) => one !== id)));

  if (ballot === undefined) return <EmptyState title={t('results.none')} />;
  const answer = answers[ballot.id];
  return (
    <div className={styles['panel']}>
      <div className={styles['tools']}>
        {closed.length > 1 && (
          <Select
            label={t('results.which')}
            hideLabel
            value={ballot.id}
            onChange={setChosen}
            options={closed.map((one) => ({
              value: one.id,
              label: t('ballot.titleOfKind', {
                number: one.number,
                kind: t(`ballot.kind.${one.kind}`),
                options: one.options.length,
              }),
            }))}
          />
        )}
        <Button onPress={() => setView(view === 'chart' ? 'table' : 'chart')}>
          {t(view === 'chart' ? 'results.asTable' : 'results.asChart')}
        </Button>
        {answer?.ok === true && (
          <SaveResultMenu
            results={answer.value}
            number={ballot.number}
            group={state.number}
            marking={symposium.marking}
          />
        )}
      </div>
      {me.entitled.includes(ballot.id) && !me.cast.includes(ballot.id) && (
        <Callout>
          <p>{t('results.notCast')}</p>
        </Callout>
      )}
      {answer === undefined && <Skeleton lines={6} />}
      {answer?.ok === false && <FailureNote failure={answer.failure} onRetry={() => forget(ballot.id)} />}
      {answer?.ok === true && <Results results={answer.value} number={ballot.number} view={view} />}
    </div>
  );
};
