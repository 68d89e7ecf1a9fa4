import { useId, useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import type { Failure } from '@rapport/protocol/failures';
import type { GroupOption, MyOption } from '@rapport/protocol/options';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { CheckIcon } from '../ui/icons/CheckIcon.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Options.module.css';

/** A seat's answer to the text that is read back: accept, or object and say why. Another press changes it. */
export const AnswerFields = ({
  option,
  answer,
  send,
}: {
  option: GroupOption;
  answer: MyOption['answer'];
  send: SendCommand;
}) => {
  const t = useT();
  const label = useId();
  const [objecting, setObjecting] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState<MyOption['answer']>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const version = option.readback?.version ?? null;
  if (version === null) return null;

  const give = async (chosen: 'accept' | 'object'): Promise<void> => {
    setPending(chosen);
    const outcome = await send('report.readback', {
      optionId: option.id,
      version,
      answer: chosen,
      ...(chosen === 'object' && { reason }),
    });
    setPending(null);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    setFailure(null);
    setObjecting(false);
    announce(t(`options.answer.said.${chosen}`, { code: option.code }));
  };
  const handIn = (): void => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') void give('object');
  };
  return (
    <div className={styles['answer']} role="group" aria-labelledby={label}>
      <span id={label} className="visually-hidden">
        {t('options.answer.label', { code: option.code })}
      </span>
      <div className={styles['actions']}>
        <Button
          aria-pressed={answer === 'accept'}
          isPending={pending === 'accept'}
          onPress={() => {
            if (answer !== 'accept') void give('accept');
            else setObjecting(false);
          }}
        >
          {answer === 'accept' && <CheckIcon />}
          {t('options.answer.accept')}
        </Button>
        <Button aria-pressed={answer === 'object'} aria-expanded={objecting} onPress={() => setObjecting(!objecting)}>
          {answer === 'object' && <CheckIcon />}
          {t(answer === 'object' ? 'options.answer.objected' : 'options.answer.object')}
        </Button>
      </div>
      {answer !== null && !objecting && <p className={styles['soft']}>{t(`options.answer.now.${answer}`)}</p>}
      {objecting && (
        <>
          <TextField
            label={t('options.answer.reason')}
            hint={t('options.answer.reason.hint')}
            lines={3}
            dir="auto"
            autoFocus
            maxLength={LIMITS.readbackReason}
            value={reason}
            onChange={setReason}
            error={missing && reason.trim() === '' ? t('options.answer.reason.missing') : undefined}
          />
          <div className={styles['actions']}>
            <Button isPending={pending === 'object'} onPress={handIn}>
              {t('options.answer.handIn')}
            </Button>
            <Button variant="quiet" onPress={() => setObjecting(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </>
      )}
      {failure !== null && <FailureNote failure={failure} />}
    </div>
  );
};
