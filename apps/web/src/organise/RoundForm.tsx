import { useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import type { NewRound } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DEFAULT_TEMPLATE_DRAFT, TemplateChoice } from './TemplateChoice.tsx';
import { fromSteps } from './template-draft.ts';
import styles from './organise.module.css';

type Method = 'roster' | 'size' | 'count';

/** A round to be made: the question and how people are put into groups. */
export const RoundForm = ({
  seats,
  number,
  onSubmit,
  onCancel,
}: {
  /** Seats on the roster. */
  seats: number;
  /** Which round it will be, counted from 1. */
  number: number;
  onSubmit: (input: NewRound) => Promise<Outcome<unknown>>;
  onCancel?: () => void;
}) => {
  const t = useT();
  const [title, setTitle] = useState(t('organise.round.defaultTitle', { number }));
  const [question, setQuestion] = useState('');
  const [method, setMethod] = useState<Method>('roster');
  const [amount, setAmount] = useState('15');
  const [template, setTemplate] = useState(DEFAULT_TEMPLATE_DRAFT);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [running, setRunning] = useState(false);

  const count = /^\d+$/.test(amount.trim()) ? Number(amount) : null;
  const least = method === 'size' ? 2 : 1;
  const most = method === 'size' ? LIMITS.seatsPerGroup : LIMITS.groupsPerRound;
  const amountWrong = method !== 'roster' && (count === null || count < least || count > most);

  const send = async (): Promise<void> => {
    setAsked(true);
    const steps = fromSteps(template.steps);
    if (title.trim() === '' || question.trim() === '' || amountWrong || steps === null) return;
    setRunning(true);
    const outcome = await onSubmit({
      title,
      question,
      ...(method === 'roster' && { useRosterGroups: true }),
      ...(method === 'size' && count !== null && { groupSize: count }),
      ...(method === 'count' && count !== null && { groups: count }),
      ...(template.id !== 'default' && { template: steps }),
    });
    setRunning(false);
    setFailure(outcome.ok ? null : outcome.failure);
  };
  const missing = (value: string): string | undefined =>
    asked && value.trim() === '' ? t('shell.walkIn.required') : undefined;

  return (
    <form
      className={`${styles['form']} ${styles['card']}`}
      noValidate
      onChange={() => setFailure(null)}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {seats === 0 && <Callout tone="warn">{t('organise.round.noSeats')}</Callout>}
      <TextField
        label={t('organise.round.title')}
        error={missing(title)}
        value={title}
        onChange={setTitle}
        maxLength={LIMITS.symposiumTitle}
        dir="auto"
      />
      <TextField
        label={t('organise.round.question')}
        hint={t('organise.round.questionHint')}
        error={missing(question)}
        value={question}
        onChange={setQuestion}
        maxLength={LIMITS.question}
        lines={3}
        dir="auto"
      />
      <RadioGroup<Method>
        label={t('organise.round.method')}
        value={method}
        onChange={setMethod}
        options={[
          { value: 'roster', label: t('organise.round.roster'), hint: t('organise.round.rosterHint') },
          { value: 'size', label: t('organise.round.size'), hint: t('organise.round.dealtHint') },
          { value: 'count', label: t('organise.round.count'), hint: t('organise.round.dealtHint') },
        ]}
      />
      {method !== 'roster' && (
        <TextField
          label={t(method === 'size' ? 'organise.round.sizeAmount' : 'organise.round.countAmount')}
          error={asked && amountWrong ? t('organise.round.amountWrong', { least, most }) : undefined}
          value={amount}
          onChange={setAmount}
          inputMode="numeric"
        />
      )}
      <TemplateChoice value={template} isWrong={asked} onChange={setTemplate} />
      {failure !== null &&
        (failure.field === 'useRosterGroups' ? (
          <Callout tone="danger" live>
            {t('organise.round.noRosterGroups')}
          </Callout>
        ) : (
          <FailureNote failure={failure} />
        ))}
      <div className={styles['row']}>
        <Button type="submit" variant="primary" isPending={running}>
          {t('organise.round.submit')}
        </Button>
        {onCancel !== undefined && (
          <Button variant="quiet" onPress={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
};
