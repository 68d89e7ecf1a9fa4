import { useState } from 'react';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import type { SignIn } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { failureText } from '../ui/failure-text.ts';
import { TextField } from '../ui/TextField.tsx';
import { readCode } from './read-code.ts';
import styles from './pages.module.css';

export type SignInDeed = (input: SignIn) => Promise<Outcome<unknown>>;

/** The personal code: six characters, however they are typed; a pasted badge link does as well. */
export const CodeForm = ({ onSignIn }: { onSignIn: SignInDeed }) => {
  const t = useT();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [empty, setEmpty] = useState(false);
  const [running, setRunning] = useState(false);

  const submit = async (): Promise<void> => {
    const code = readCode(text);
    setEmpty(code === null);
    if (code === null) return;
    setRunning(true);
    const outcome = await onSignIn({ joinCode: code });
    setRunning(false);
    if (!outcome.ok) setFailure(outcome.failure);
  };

  const error = empty ? t('shell.code.empty') : failure === null ? undefined : failureText(t, failure);
  return (
    <form
      className={styles['stack']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles['codeField']}>
        <TextField
          label={t('shell.code.label')}
          hint={t('shell.code.hint')}
          error={error}
          placeholder="K7M2QX"
          value={text}
          onChange={(value) => {
            setText(value);
            setFailure(null);
            setEmpty(false);
          }}
          autoComplete="off"
          autoCorrect="off"
          spellCheck="false"
          dir="ltr"
        />
      </div>
      <div>
        <Button type="submit" variant="primary" isPending={running}>
          {t('shell.code.submit')}
        </Button>
      </div>
    </form>
  );
};
