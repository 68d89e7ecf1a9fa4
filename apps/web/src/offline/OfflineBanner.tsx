import { useT } from '../messages/use-t.ts';
import { useAppShell } from './app-shell.ts';
import styles from './Offline.module.css';

/** What still works without a network, and what would not. */
export const OfflineBanner = () => {
  const t = useT();
  const shell = useAppShell((state) => state.shell);
  return (
    <p className={styles['offline']} role="status">
      {t('group.offline')} {shell !== 'unknown' && t(`offline.shell.${shell}`)}
    </p>
  );
};
