import { useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Comments.module.css';

/** Where a comment is written. Ctrl+Enter sends it; a text that could not be sent stays. */
export const CommentComposer = ({
  label,
  submit,
  autoFocus = false,
  onSubmit,
  onCancel,
}: {
  label: string;
  submit: string;
  autoFocus?: boolean;
  onSubmit: (text: string) => Promise<Outcome<unknown>>;
  onCancel?: () => void;
}) => {
  const t = useT();
  const [text, setText] = useState('');
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const tooLong = text.trim().length > LIMITS.comment;
  const send = async (): Promise<void> => {
    if (text.trim() === '' || tooLong || pending) return;
    setPending(true);
    const outcome = await onSubmit(text.trim());
    setPending(false);
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    setText('');
    onCancel?.();
  };
  return (
    <div className={styles['composer']}>
      <TextField
        label={label}
        value={text}
        onChange={setText}
        lines={2}
        dir="auto"
        // Whoever pressed "Reply" wants to write.
        autoFocus={autoFocus}
        error={tooLong ? t('comments.tooLong', { limit: LIMITS.comment }) : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) void send();
          else if (event.key === 'Escape' && onCancel !== undefined && text.trim() === '') onCancel();
          else event.continuePropagation();
        }}
      />
      {failure !== null && <FailureNote failure={failure} />}
      <div className={styles['actions']}>
        <Button size="small" isPending={pending} isDisabled={text.trim() === '' || tooLong} onPress={() => void send()}>
          {submit}
        </Button>
        {onCancel !== undefined && (
          <Button size="small" variant="quiet" onPress={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
};
