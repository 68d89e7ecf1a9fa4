import { useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import type { Failure } from '@rapport/protocol/failures';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SignInDeed } from './CodeForm.tsx';
import styles from './pages.module.css';

/** For people who are not on the roster: the group's code, which the facilitator shows, and a name. */
export const WalkInForm = ({ onSignIn }: { onSignIn: SignInDeed }) => {
  const t = useT();
  const [groupCode, setGroupCode] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [delegation, setDelegation] = useState('');
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [running, setRunning] = useState(false);

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (groupCode.trim() === '' || displayName.trim() === '') return;
    setRunning(true);
    const nation = delegation.trim();
    const outcome = await onSignIn({ groupCode, displayName, ...(nation !== '' && { delegation: nation }) });
    setRunning(false);
    setFailure(outcome.ok ? null : outcome.failure);
  };

  const missing = (value: string): string | undefined =>
    asked && value.trim() === '' ? t('shell.walkIn.required') : undefined;
  return (
    <form
      className={styles['stack']}
      noValidate
      onChange={() => setFailure(null)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={t('shell.walkIn.code')}
        hint={t('shell.walkIn.codeHint')}
        error={missing(groupCode)}
        value={groupCode}
        onChange={setGroupCode}
        autoComplete="off"
        spellCheck="false"
        dir="ltr"
      />
      <TextField
        label={t('shell.walkIn.name')}
        error={missing(displayName)}
        value={displayName}
        onChange={setDisplayName}
        maxLength={LIMITS.displayName}
        autoComplete="name"
        dir="auto"
      />
      <TextField
        label={t('shell.walkIn.delegation')}
        hint={t('shell.walkIn.delegationHint')}
        value={delegation}
        onChange={setDelegation}
        maxLength={LIMITS.delegation}
        autoComplete="off"
        dir="auto"
      />
      {failure !== null && <FailureNote failure={failure} />}
      <div>
        <Button type="submit" isPending={running}>
          {t('shell.walkIn.submit')}
        </Button>
      </div>
    </form>
  );
};
