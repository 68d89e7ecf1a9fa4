import { useSyncExternalStore } from 'react';
import { useT } from '../messages/use-t.ts';
import { overallState, watchDocuments } from './open-document.ts';
import styles from './SaveState.module.css';

/** One quiet line about everything open in this page: what is on disk, what is on its way, what is only here. */
export const SaveState = () => {
  const t = useT();
  const state = useSyncExternalStore(watchDocuments, overallState);
  return (
    <p role="status" className={`${styles['state']} ${styles[state.kind]}`}>
      {state.kind === 'offline' && !state.kept
        ? t('document.saved.offline.window', { changes: state.changes })
        : t(`document.saved.${state.kind}`, { changes: state.changes })}
    </p>
  );
};
