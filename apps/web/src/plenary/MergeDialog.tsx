import { useState } from 'react';
import type { SymposiumId } from '@rapport/domain/ids';
import { OPTION_FIELDS, OPTION_LIMITS, type OptionText } from '@rapport/domain/options';
import type { Failure } from '@rapport/protocol/failures';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { FrozenText } from '../options/FrozenText.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { isReady, OptionTextForm } from './OptionTextForm.tsx';
import styles from './Plenary.module.css';

/** The parents' words one after the other, as far as a field holds them: a start for whoever writes the common text. */
const proposeMerged = (entries: readonly RegisterEntry[]): OptionText =>
  Object.fromEntries(
    OPTION_FIELDS.map((field) => {
      const parts = [...new Set(entries.map(({ text }) => text[field].trim()).filter((part) => part !== ''))];
      const joined = field === 'title' ? (parts[0] ?? '') : parts.join('\n');
      return [field, joined.slice(0, OPTION_LIMITS[field])];
    }),
  ) as OptionText;

/** One option out of several: their texts side by side, the common one below, and what becomes of them. */
export const MergeDialog = ({
  symposiumId,
  entries,
  groups,
  send,
  onDone,
  onClose,
}: {
  symposiumId: SymposiumId;
  entries: readonly RegisterEntry[];
  /** Of the symposium, for the sentence about who proposed it. */
  groups: number;
  send: SendCommand;
  onDone: (code: string) => void;
  onClose: () => void;
}) => {
  const t = useT();
  const [text, setText] = useState(() => proposeMerged(entries));
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const origins = new Set(entries.flatMap(({ group }) => (group === null ? [] : [group.id]))).size;
  const merge = async (): Promise<void> => {
    setPending(true);
    const outcome = await send('option.merge', { symposiumId, optionIds: entries.map(({ id }) => id), text });
    setPending(false);
    if (!outcome.ok) return setFailure(outcome.failure);
    onDone(outcome.value.code);
    onClose();
  };
  return (
    <Dialog
      title={t('plenary.merge.title', { count: entries.length })}
      isOpen
      holdsInput
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" isDisabled={!isReady(text)} isPending={pending} onPress={() => void merge()}>
            {t('plenary.merge.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles['parents']}>
        {entries.map((entry) => (
          <article key={entry.id} className={styles['parent']}>
            <span className={styles['code']} dir="ltr">
              {entry.code}
            </span>
            <FrozenText text={entry.text} level={4} />
          </article>
        ))}
      </div>
      {origins > 1 && (
        <p className={styles['soft']}>{t('plenary.merge.convergence', { groups: origins, of: groups })}</p>
      )}
      <h3>{t('plenary.merge.text')}</h3>
      <OptionTextForm text={text} onChange={setText} />
      <ul className={styles['effects']}>
        <li>{t('plenary.merge.parents')}</li>
        <li>{t('plenary.merge.reservations')}</li>
        <li>{t('plenary.merge.sponsors')}</li>
        <li>{t('plenary.merge.undo')}</li>
      </ul>
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
};
