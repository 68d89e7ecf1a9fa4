import { useState } from 'react';
import { defaultDotSettings, type BallotSubject } from '@rapport/domain/ballots';
import { LIMITS } from '@rapport/domain/limits';
import type { Failure } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Effects.module.css';

/** What stands on the board and can be voted on. */
export type Votable = {
  cards: readonly { id: string }[];
  clusters: readonly { id: string }[];
  /** Cards somebody has selected on the board, if any. */
  selected: readonly { id: string }[];
};

type Choice = keyof Votable;

const readNumber = (text: string): number | null => {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= 1 && value <= 50 ? value : null;
};

/** Opens a dot ballot: on what, with how many dots, and who may vote. */
export const OpenBallotDialog = ({
  state,
  votable,
  send,
  onClose,
}: {
  state: GroupState;
  votable: Votable;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const counts = {
    clusters: votable.clusters.length,
    cards: votable.cards.length,
    selected: votable.selected.length,
  };
  const [choice, setChoice] = useState<Choice>(() =>
    counts.selected > 1 ? 'selected' : counts.clusters > 1 ? 'clusters' : 'cards',
  );
  // Null follows what the method proposes for the number of options.
  const [budgetText, setBudgetText] = useState<string | null>(null);
  const [capText, setCapText] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const options: BallotSubject[] = votable[choice].map(({ id }) => ({
    kind: choice === 'clusters' ? 'cluster' : 'card',
    id,
  }));
  const proposed = defaultDotSettings(Math.max(1, options.length));
  const budget = budgetText === null ? proposed.budget : readNumber(budgetText);
  const cap = capText === null ? Math.min(proposed.cap, budget ?? proposed.cap) : readNumber(capText);
  const capFits = cap !== null && budget !== null && cap <= budget;
  const tooMany = options.length > LIMITS.ballotOptions;
  const isReady = options.length > 0 && !tooMany && capFits;

  const open = async (): Promise<void> => {
    if (budget === null || cap === null) return;
    setPending(true);
    const outcome = await send('ballot.open', { groupId: state.id, kind: 'dots', options, settings: { budget, cap } });
    setPending(false);
    if (outcome.ok) onClose();
    else setFailure(outcome.failure);
  };

  return (
    <Dialog
      title={t('lead.ballot.open.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" isDisabled={!isReady} isPending={pending} onPress={() => void open()}>
            {t('lead.ballot.open.confirm', { options: options.length })}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('lead.ballot.what')}
        value={choice}
        onChange={setChoice}
        options={[
          {
            value: 'clusters',
            label: t('lead.ballot.clusters', { count: counts.clusters }),
            isDisabled: counts.clusters === 0,
          },
          { value: 'cards', label: t('lead.ballot.cards', { count: counts.cards }), isDisabled: counts.cards === 0 },
          {
            value: 'selected',
            label: t('lead.ballot.selected', { count: counts.selected }),
            hint: t('lead.ballot.selected.hint'),
            isDisabled: counts.selected === 0,
          },
        ]}
      />
      {tooMany && <p role="alert">{t('lead.ballot.tooMany', { most: LIMITS.ballotOptions })}</p>}
      <div className={styles['numbers']}>
        <TextField
          label={t('lead.ballot.budget')}
          hint={t('lead.ballot.budget.hint', { proposed: proposed.budget })}
          inputMode="numeric"
          value={budgetText ?? String(proposed.budget)}
          onChange={setBudgetText}
          error={budget === null ? t('lead.ballot.number') : undefined}
        />
        <TextField
          label={t('lead.ballot.cap')}
          hint={t('lead.ballot.cap.hint', { proposed: proposed.cap })}
          inputMode="numeric"
          value={capText ?? String(cap)}
          onChange={setCapText}
          error={
            cap === null
              ? t('lead.ballot.number')
              : budget !== null && !capFits
                ? t('lead.ballot.capTooHigh')
                : undefined
          }
        />
      </div>
      <ul className={styles['effects']}>
        <li>{t('lead.ballot.entitled')}</li>
        <li>{t('lead.ballot.frozen')}</li>
        <li>{t('lead.ballot.sealed')}</li>
      </ul>
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
};
