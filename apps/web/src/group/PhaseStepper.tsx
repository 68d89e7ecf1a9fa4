import type { Phase } from '@rapport/domain/phases';
import type { GroupState } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { CheckIcon } from '../ui/icons/CheckIcon.tsx';
import { ChevronIcon } from '../ui/icons/ChevronIcon.tsx';
import { Flyout } from './Flyout.tsx';
import styles from './PhaseStepper.module.css';

type Props = {
  state: Pick<GroupState, 'phase' | 'phases' | 'ballots'>;
  /** `row` shows the steps; `button` opens them as a list; `small` is the same button for a phone. */
  shape: 'row' | 'button' | 'small';
  onSeeResults: () => void;
};

/** Steps this near to the current one show their names; the others are dots with a name for those who ask. */
const NAMED_BEFORE = 1;
const NAMED_AFTER = 2;

/** A step that is over: what remains of it. */
const PastStep = ({
  phase,
  ballots,
  onSeeResults,
}: {
  phase: Phase;
  ballots: Props['state']['ballots'];
  onSeeResults: () => void;
}) => {
  const t = useT();
  const voted = ballots.some((ballot) => ballot.phaseId === phase.id && ballot.status === 'closed');
  return (
    <>
      <p>{t('group.steps.past')}</p>
      {voted && (
        <Button size="small" onPress={onSeeResults}>
          {t('group.steps.results')}
        </Button>
      )}
    </>
  );
};

/** What was, what is and what comes: one can look back at a step, never ahead. */
export const PhaseStepper = ({ state, shape, onSeeResults }: Props) => {
  const t = useT();
  const { phase: current, phases, ballots } = state;
  if (shape !== 'row') {
    return (
      <Flyout
        label={t('group.steps.label')}
        variant="secondary"
        trigger={
          <>
            {shape === 'small' && (
              <span className={styles['count']} aria-hidden="true">
                {current.index + 1}/{phases.length}
              </span>
            )}
            <span className={shape === 'small' ? 'visually-hidden' : styles['count']}>
              {t('group.steps.count', { step: current.index + 1, of: phases.length })}
            </span>
            <strong className={styles['current']}>{t(`shell.phase.${current.kind}`)}</strong>
            <ChevronIcon />
          </>
        }
      >
        {(close) => (
          <ol className={styles['list']}>
            {phases.map((phase) => {
              const when = phase.index < current.index ? 'past' : phase.index === current.index ? 'now' : 'later';
              return (
                <li key={phase.id} className={styles[when]} aria-current={when === 'now' ? 'step' : undefined}>
                  <span className={styles['listName']}>
                    {when === 'past' && <CheckIcon />}
                    {t(`shell.phase.${phase.kind}`)}
                    <small>
                      {when === 'now' ? t('group.steps.now') : t('group.minutes', { minutes: phase.minutes })}
                    </small>
                  </span>
                  {when === 'past' &&
                    ballots.some(({ phaseId, status }) => phaseId === phase.id && status === 'closed') && (
                      <Button
                        size="small"
                        variant="quiet"
                        onPress={() => {
                          close();
                          onSeeResults();
                        }}
                      >
                        {t('group.steps.results')}
                      </Button>
                    )}
                </li>
              );
            })}
          </ol>
        )}
      </Flyout>
    );
  }
  return (
    <ol className={styles['steps']} aria-label={t('group.steps.label')}>
      {phases.map((phase) => {
        const name = t(`shell.phase.${phase.kind}`);
        const distance = phase.index - current.index;
        const named = distance >= -NAMED_BEFORE && distance <= NAMED_AFTER;
        if (distance < 0) {
          return (
            <li key={phase.id} className={styles['past']}>
              <Flyout
                label={name}
                trigger={
                  <>
                    <CheckIcon />
                    <span className={named ? undefined : 'visually-hidden'}>{name}</span>
                  </>
                }
              >
                {(close) => (
                  <PastStep
                    phase={phase}
                    ballots={ballots}
                    onSeeResults={() => {
                      close();
                      onSeeResults();
                    }}
                  />
                )}
              </Flyout>
            </li>
          );
        }
        return (
          <li
            key={phase.id}
            className={styles[distance === 0 ? 'now' : 'later']}
            aria-current={distance === 0 ? 'step' : undefined}
            title={named ? undefined : name}
          >
            {named ? <span>{name}</span> : <span className={styles['dot']} role="img" aria-label={name} />}
          </li>
        );
      })}
    </ol>
  );
};
