import { useState } from 'react';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { DeedDialog } from '../ui/DeedDialog.tsx';
import { isReady, OptionTextForm } from './OptionTextForm.tsx';
import styles from './Plenary.module.css';

/** The next version of an option the plenary made. */
export const ReviseDialog = ({
  entry,
  send,
  onClose,
}: {
  entry: RegisterEntry;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  // Decided once: what another chair does meanwhile is refused by the server, not mixed in under one's hands.
  const [from] = useState(entry.version);
  const [text, setText] = useState(entry.text);
  return (
    <DeedDialog
      title={t('plenary.revise.title', { code: entry.code })}
      holdsInput
      width="wide"
      onClose={onClose}
      confirm={t('plenary.revise.confirm', { version: from + 1 })}
      isReady={isReady(text)}
      deed={() => send('option.revise', { optionId: entry.id, version: from, text })}
    >
      <OptionTextForm text={text} onChange={setText} />
      <p className={styles['soft']}>{t('plenary.revise.sponsors')}</p>
    </DeedDialog>
  );
};
