import { useState } from 'react';
import type { Phase } from '@rapport/domain/phases';
import type { FailureCode, Outcome } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DeedDialog } from '../ui/DeedDialog.tsx';
import { finishedCards, planMove } from './move-plan.ts';
import styles from './Effects.module.css';
import { MoveQuestions, type MoveChoices } from './MoveQuestions.tsx';

/** The second step of moving the group: what will happen, and what has to be decided before. */
export const MoveDialog = ({
  state,
  to,
  send,
  onClose,
}: {
  state: GroupState;
  to: Phase;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const [choices, setChoices] = useState<MoveChoices>({ drafts: 'reveal', ballots: 'keep' });
  const [lock, setLock] = useState(true);
  const [refused, setRefused] = useState<FailureCode | null>(null);
  const plan = planMove(state, to);
  // Something was written or cast since the state was sent: the server asks then.
  const asksDrafts = plan.asksDrafts || refused === 'cards-hidden';
  const asksBallots = plan.asksBallots || refused === 'ballots-cast';
  const target = t(`shell.phase.${to.kind}`);

  const move = async (): Promise<Outcome<unknown>> => {
    const outcome = await send('phase.move', {
      groupId: state.id,
      phaseId: to.id,
      ...(asksDrafts && { drafts: choices.drafts }),
      ...(asksBallots && { ballots: choices.ballots }),
    });
    if (outcome.ok && plan.offersLock && lock) {
      await tellRefusal(send('board.lock', { groupId: state.id, what: 'clusters' }));
    }
    return outcome;
  };

  return (
    <DeedDialog
      role="alertdialog"
      title={t('lead.move.title', { phase: target })}
      confirm={t('lead.move.confirm', { phase: target })}
      deed={move}
      onRefused={({ code }) => setRefused(code)}
      onClose={onClose}
    >
      <ul className={styles['effects']}>
        <li>{t(`phase.next.${to.kind}`)}</li>
        {plan.effects.map((effect) => (
          <li key={effect}>
            {t(`lead.move.${effect}`, {
              minutes: to.minutes,
              cards: state.draftsOpen,
              steps: plan.skipped.map((phase) => t(`shell.phase.${phase.kind}`)).join(', '),
            })}
          </li>
        ))}
      </ul>
      <MoveQuestions
        choices={choices}
        hiddenCards={asksDrafts ? finishedCards(state) : null}
        asksBallots={asksBallots}
        onChange={setChoices}
      />
      {plan.offersLock && (
        <Checkbox isSelected={lock} onChange={setLock} hint={t('lead.move.lock.hint')}>
          {t('lead.move.lock')}
        </Checkbox>
      )}
    </DeedDialog>
  );
};
