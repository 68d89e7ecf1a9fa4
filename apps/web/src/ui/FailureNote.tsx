import type { Failure } from '@rapport/protocol/failures';
import { useT } from '../messages/use-t.ts';
import { Button } from './Button.tsx';
import { Callout } from './Callout.tsx';
import { failureText } from './failure-text.ts';
import styles from './FailureNote.module.css';

/** What went wrong, its code to tell support, and a way to try again where that may help. */
export const FailureNote = ({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) => {
  const t = useT();
  return (
    <Callout
      tone="danger"
      live
      {...(onRetry !== undefined && {
        action: (
          <Button size="small" onPress={onRetry}>
            {t('common.retry')}
          </Button>
        ),
      })}
    >
      {failureText(t, failure)} <code className={styles['code']}>{failure.code}</code>
    </Callout>
  );
};
