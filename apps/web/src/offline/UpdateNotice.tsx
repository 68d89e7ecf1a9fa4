import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { takeUpdate, useAppShell } from './app-shell.ts';
import styles from './Offline.module.css';

/** A new version is ready: for whenever it suits. */
export const UpdateNotice = () => {
  const t = useT();
  const update = useAppShell((state) => state.update);
  if (update === null) return null;
  return (
    <div role="status" className={styles['update']}>
      <span>{t('offline.update')}</span>
      <Button size="small" onPress={takeUpdate}>
        {t('offline.update.take')}
      </Button>
    </div>
  );
};
