import { useState } from 'react';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import { useT } from '../messages/use-t.ts';
import pages from '../pages/pages.module.css';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Takes the organiser key, or a link that holds it. */
export const KeyForm = ({
  refused,
  onSubmit,
}: {
  /** Why the key of the link did not open. */
  refused: Failure | null;
  onSubmit: (key: string) => Promise<Outcome<unknown>>;
}) => {
  const t = useT();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState(refused);
  const [running, setRunning] = useState(false);

  const submit = async (): Promise<void> => {
    const key = (/[#&]key=([^&\s]+)/.exec(text)?.[1] ?? text).trim();
    if (key === '') return;
    setRunning(true);
    const outcome = await onSubmit(decodeURIComponent(key));
    setRunning(false);
    setFailure(outcome.ok ? null : outcome.failure);
  };

  return (
    <form
      className={pages['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={t('organise.key.label')}
        hint={t('organise.key.hint')}
        type="password"
        value={text}
        onChange={(value) => {
          setText(value);
          setFailure(null);
        }}
        autoComplete="off"
        dir="ltr"
      />
      {failure !== null && <FailureNote failure={failure} />}
      <div>
        <Button type="submit" variant="primary" isPending={running}>
          {t('organise.key.submit')}
        </Button>
      </div>
    </form>
  );
};
