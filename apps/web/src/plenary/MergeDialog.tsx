import { useState } from 'react';
import type { SymposiumId } from '@rapport/domain/ids';
import { OPTION_FIELDS, OPTION_LIMITS, type OptionText } from '@rapport/domain/options';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { FrozenText } from '../options/FrozenText.tsx';
import { DeedDialog } from '../ui/DeedDialog.tsx';
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
  send,
  onDone,
  onClose,
}: {
  symposiumId: SymposiumId;
  entries: readonly RegisterEntry[];
  send: SendCommand;
  onDone: (code: string) => void;
  onClose: () => void;
}) => {
  const t = useT();
  const [text, setText] = useState(() => proposeMerged(entries));
  // What the plenary made before has groups behind it that only the register knows.
  const origins = entries.every(({ group }) => group !== null)
    ? new Set(entries.map(({ group }) => group?.id)).size
    : 0;
  return (
    <DeedDialog
      title={t('plenary.merge.title', { count: entries.length })}
      holdsInput
      width="wide"
      onClose={onClose}
      confirm={t('plenary.merge.confirm')}
      isReady={isReady(text)}
      deed={() => send('option.merge', { symposiumId, optionIds: entries.map(({ id }) => id), text })}
      onDone={({ code }) => onDone(code)}
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
        <p className={styles['soft']}>
          {t('plenary.merge.convergence', { groups: origins, of: entries[0]?.convergence.of ?? 0 })}
        </p>
      )}
      <h3>{t('plenary.merge.text')}</h3>
      <OptionTextForm text={text} onChange={setText} />
      <ul className={styles['effects']}>
        <li>{t('plenary.merge.parents')}</li>
        <li>{t('plenary.merge.reservations')}</li>
        <li>{t('plenary.merge.sponsors')}</li>
        <li>{t('plenary.merge.undo')}</li>
      </ul>
    </DeedDialog>
  );
};
