import { useEffect, useRef } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import { useT } from '../messages/use-t.ts';
import styles from './ClusterView.module.css';

/**
 * Writes a cluster's title: Enter or leaving keeps it, Esc does not (null). What was typed is handed on as well when the
 * field goes by itself, because somebody else has taken the cluster away.
 */
export const ClusterTitleField = ({ title, onDone }: { title: string; onDone: (title: string | null) => void }) => {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const finish = (text: string | null): void => {
    if (done.current) return;
    done.current = true;
    onDone(text);
  };
  const leave = useRef(finish);
  useEffect(() => {
    leave.current = finish;
  });
  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.select();
    return () => {
      if (element !== null && element.value !== element.defaultValue) leave.current(element.value);
    };
  }, []);
  return (
    <input
      ref={field}
      dir="auto"
      className={styles['field']}
      aria-label={t('board.cluster.title')}
      placeholder={t('board.cluster.titlePlaceholder')}
      defaultValue={title}
      maxLength={LIMITS.clusterTitle}
      onBlur={(event) => finish(event.currentTarget.value)}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(null);
      }}
    />
  );
};
