import type { RegisterEntry } from '@rapport/protocol/options';
import type { PlenaryGroup, PlenaryState } from '@rapport/protocol/plenary';
import { Results } from '../ballots/Results.tsx';
import { TimerClock } from '../group/TimerClock.tsx';
import { useT } from '../messages/use-t.ts';
import { DelegationTable } from '../plenary/DelegationTable.tsx';
import { Origin, VerdictChip } from '../plenary/EntryMarks.tsx';
import { Remarks } from '../plenary/Remarks.tsx';
import { groupName } from '../ui/group-name.ts';
import styles from './Screen.module.css';

/** What the chair has chosen, to be read from the last row. */
export const ScreenView = ({ state }: { state: PlenaryState }) => {
  const t = useT();
  const { view } = state;
  switch (view.kind) {
    case 'blank':
      return <Cover state={state} />;
    case 'progress':
      return (
        <>
          <h1>{t('plenary.view.progress')}</h1>
          <Progress groups={state.groups} />
        </>
      );
    case 'group': {
      const group = state.groups.find(({ id }) => id === view.groupId);
      return group === undefined ? <Cover state={state} /> : <GroupReport group={group} state={state} />;
    }
    case 'option': {
      const [entry] = state.register.filter(({ id }) => id === view.optionId);
      return entry === undefined ? <Cover state={state} /> : <Option entry={entry} state={state} />;
    }
    case 'register':
      return (
        <>
          <h1>{t('plenary.register')}</h1>
          <Entries entries={state.register} state={state} />
        </>
      );
    case 'ballot':
      return <Ballot state={state} ballotId={view.ballotId} />;
    case 'results': {
      const number = state.ballots.find(({ id }) => id === view.ballotId)?.number ?? 0;
      return state.results === null ? (
        <Cover state={state} />
      ) : (
        <div className={styles['results']}>
          <h1 className="visually-hidden">{t('plenary.view.results', { number })}</h1>
          <Results results={state.results} number={number} view="chart" place="plenary" />
          <DelegationTable results={state.results} />
        </div>
      );
    }
    case 'timer':
      return (
        <div className={styles['clock']}>
          <h1 className="visually-hidden">{t('plenary.view.timer')}</h1>
          <TimerClock timer={state.timer} />
        </div>
      );
  }
};

const Cover = ({ state }: { state: PlenaryState }) => (
  <div className={styles['cover']}>
    <h1 dir="auto">{state.symposium.title}</h1>
  </div>
);

const Progress = ({ groups }: { groups: readonly PlenaryGroup[] }) => {
  const t = useT();
  return (
    <ul className={styles['tiles']}>
      {groups.map((group) => (
        <li key={group.id} className={styles['tile']}>
          <h2 dir="auto">{groupName(t, group)}</h2>
          <p>{group.status === 'closed' ? t('organise.live.closed') : t(`shell.phase.${group.phase.kind}`)}</p>
          <p className={styles['soft']}>{t('plenary.reports.options', { count: group.forwarded })}</p>
        </li>
      ))}
    </ul>
  );
};

const GroupReport = ({ group, state }: { group: PlenaryGroup; state: PlenaryState }) => {
  const t = useT();
  return (
    <>
      <p className={styles['soft']} dir="auto">
        {group.round.question}
      </p>
      <h1 dir="auto">{groupName(t, group)}</h1>
      <Entries entries={state.register.filter((entry) => entry.group?.id === group.id)} state={state} withText />
    </>
  );
};

const Entries = ({
  entries,
  state,
  withText = false,
}: {
  entries: readonly RegisterEntry[];
  state: PlenaryState;
  withText?: boolean;
}) => {
  const t = useT();
  if (entries.length === 0) return <p>{t('plenary.register.empty')}</p>;
  return (
    <ul className={styles['entries']}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <h2 dir="auto">{entry.text.title}</h2>
          {withText && <p dir="auto">{entry.text.text}</p>}
          <p className={styles['marks']}>
            <span dir="ltr">{entry.code}</span>
            <VerdictChip entry={entry} blocs={state.symposium.blocs} />
            {entry.convergence.groups > 1 && <span>{t('plenary.convergence', entry.convergence)}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
};

const Option = ({ entry, state }: { entry: RegisterEntry; state: PlenaryState }) => {
  const t = useT();
  return (
    <article>
      <p className={styles['marks']}>
        <span dir="ltr">{entry.code}</span>
        <VerdictChip entry={entry} blocs={state.symposium.blocs} />
        {entry.convergence.groups > 1 && <span>{t('plenary.convergence', entry.convergence)}</span>}
      </p>
      <h1 dir="auto">{entry.text.title}</h1>
      <p className={styles['prose']} dir="auto">
        {entry.text.text}
      </p>
      <div className={styles['aside']}>
        <Remarks entry={entry} under={1} />
        <Origin entry={entry} />
      </div>
    </article>
  );
};

const Ballot = ({ state, ballotId }: { state: PlenaryState; ballotId: string }) => {
  const t = useT();
  const ballot = state.ballots.find(({ id }) => id === ballotId);
  if (ballot === undefined) return <Cover state={state} />;
  const { cast, entitled } = ballot.progress;
  return (
    <>
      <h1>
        {t('ballot.titleOfKind', {
          number: ballot.number,
          kind: t(`ballot.kind.${ballot.kind}`),
          options: ballot.options.length,
        })}
      </h1>
      <p className={styles['progress']}>
        <span className={styles['bar']} aria-hidden="true">
          <i style={{ inlineSize: `${entitled === 0 ? 0 : (cast / entitled) * 100}%` }} />
        </span>
        {t('ballot.progress', ballot.progress)}
      </p>
      <ul className={styles['entries']}>
        {ballot.options.map((option) => (
          <li key={option.id}>
            <h2 dir="auto">{option.title}</h2>
          </li>
        ))}
      </ul>
    </>
  );
};
