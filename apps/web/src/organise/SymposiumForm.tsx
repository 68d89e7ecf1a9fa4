import { useState } from 'react';
import { Attribution } from '@rapport/domain/attribution';
import { LIMITS } from '@rapport/domain/limits';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import { useT } from '../messages/use-t.ts';
import { attributionText } from '../pages/attribution-text.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SymposiumDraft } from './symposium-draft.ts';
import styles from './organise.module.css';

/** The settings of a symposium, to make one or to change it; each says what it does to people. */
export const SymposiumForm = ({
  initial,
  submit,
  note,
  onSubmit,
}: {
  initial: SymposiumDraft;
  /** The deed in words. */
  submit: string;
  /** Said beside the attribution. */
  note?: string;
  onSubmit: (draft: SymposiumDraft) => Promise<Outcome<unknown>>;
}) => {
  const t = useT();
  const [draft, setDraft] = useState(initial);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asked, setAsked] = useState(false);
  const [running, setRunning] = useState(false);
  const change = (part: Partial<SymposiumDraft>): void => {
    setDraft({ ...draft, ...part });
    setFailure(null);
  };

  const send = async (): Promise<void> => {
    setAsked(true);
    if (draft.title.trim() === '' || draft.startsOn === '') return;
    setRunning(true);
    const outcome = await onSubmit(draft);
    setRunning(false);
    setFailure(outcome.ok ? null : outcome.failure);
  };
  const missing = (value: string): string | undefined =>
    asked && value.trim() === '' ? t('shell.walkIn.required') : undefined;

  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t('organise.symposium.title')}
        error={missing(draft.title)}
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={LIMITS.symposiumTitle}
        dir="auto"
      />
      <TextField
        label={t('organise.symposium.startsOn')}
        type="date"
        error={missing(draft.startsOn)}
        value={draft.startsOn}
        onChange={(startsOn) => change({ startsOn })}
      />
      <RadioGroup
        label={t('organise.symposium.attribution')}
        hint={t('organise.symposium.attributionHint')}
        value={draft.attribution}
        onChange={(attribution) => change({ attribution })}
        options={Attribution.options.map((mode) => ({
          value: mode,
          label: t(`organise.attribution.${mode}`),
          hint: attributionText(t, mode),
        }))}
      />
      {note !== undefined && <p className={styles['hint']}>{note}</p>}
      <Checkbox
        isSelected={draft.chathamHouse}
        onChange={(chathamHouse) => change({ chathamHouse })}
        hint={t('organise.symposium.ruleHint')}
      >
        {t('common.chathamHouse')}
      </Checkbox>
      <fieldset className={styles['fieldset']}>
        <legend>{t('organise.symposium.marking')}</legend>
        <p className={styles['hint']}>{t('organise.symposium.markingHint')}</p>
        <TextField
          label={t('organise.symposium.markingEn')}
          value={draft.markingEn}
          onChange={(markingEn) => change({ markingEn })}
          maxLength={LIMITS.marking}
          dir="auto"
        />
        <TextField
          label={t('organise.symposium.markingFr')}
          value={draft.markingFr}
          onChange={(markingFr) => change({ markingFr })}
          maxLength={LIMITS.marking}
          dir="auto"
        />
        <TextField
          label={t('organise.symposium.markingAr')}
          value={draft.markingAr}
          onChange={(markingAr) => change({ markingAr })}
          maxLength={LIMITS.marking}
          dir="auto"
        />
      </fieldset>
      {failure !== null && <FailureNote failure={failure} />}
      <div>
        <Button type="submit" variant="primary" isPending={running}>
          {submit}
        </Button>
      </div>
    </form>
  );
};
