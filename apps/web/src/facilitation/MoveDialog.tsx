import { useState } from 'react';
import type { Phase } from '@rapport/domain/phases';
import type { Failure } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { planMove } from './move-plan.ts';
import styles from './Effects.module.css';

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
  const [drafts, setDrafts] = useState<'reveal' | 'keep'>('reveal');
  const [ballots, setBallots] = useState<'keep' | 'archive'>('keep');
  const [lock, setLock] = useState(true);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const plan = planMove(state, to);
  // Something was written or cast since the state was sent: the server asks then.
  const asksDrafts = plan.asksDrafts || failure?.code === 'cards-hidden';
  const asksBallots = plan.asksBallots || failure?.code === 'ballots-cast';
  const target = t(`shell.phase.${to.kind}`);

  const move = async (): Promise<void> => {
    setPending(true);
    const outcome = await send('phase.move', {
      groupId: state.id,
      phaseId: to.id,
      ...(asksDrafts && { drafts }),
      ...(asksBallots && { ballots }),
    });
    if (outcome.ok && plan.offersLock && lock) {
      await tellRefusal(send('board.lock', { groupId: state.id, what: 'clusters' }));
    }
    setPending(false);
    if (outcome.ok) onClose();
    else setFailure(outcome.failure);
  };

  return (
    <Dialog
      role="alertdialog"
      title={t('lead.move.title', { phase: target })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" isPending={pending} onPress={() => void move()}>
            {t('lead.move.confirm', { phase: target })}
          </Button>
        </>
      }
    >
      <ul className={styles['effects']}>
        <li>{t(`phase.next.${to.kind}`)}</li>
        {plan.effects.map((effect) => (
          <li key={effect}>
            {t(`lead.move.${effect}`, {
              minutes: to.minutes,
              steps: plan.skipped.map((phase) => t(`shell.phase.${phase.kind}`)).join(', '),
            })}
          </li>
        ))}
      </ul>
      {asksDrafts && (
        <RadioGroup
          label={t('lead.move.drafts', { cards: state.cardsWritten })}
          value={drafts}
          onChange={setDrafts}
          options={[
            { value: 'reveal', label: t('lead.move.drafts.reveal'), hint: t('lead.move.drafts.reveal.hint') },
            { value: 'keep', label: t('lead.move.drafts.keep'), hint: t('lead.move.drafts.keep.hint') },
          ]}
        />
      )}
      {asksBallots && (
        <RadioGroup
          label={t('lead.move.ballots')}
          value={ballots}
          onChange={setBallots}
          options={[
            { value: 'keep', label: t('lead.move.ballots.keep'), hint: t('lead.move.ballots.keep.hint') },
            { value: 'archive', label: t('lead.move.ballots.archive'), hint: t('lead.move.ballots.archive.hint') },
          ]}
        />
      )}
      {plan.offersLock && (
        <Checkbox isSelected={lock} onChange={setLock} hint={t('lead.move.lock.hint')}>
          {t('lead.move.lock')}
        </Checkbox>
      )}
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
};
