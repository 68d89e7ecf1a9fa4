import { useT } from '../messages/use-t.ts';
import styles from './Skeleton.module.css';

/** Holds the place of what is being loaded. */
export const Skeleton = ({ lines = 3 }: { lines?: number }) => {
  const t = useT();
  return (
    <output className={styles['skeleton']}>
      <span className="visually-hidden">{t('common.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles['line']} aria-hidden="true" />
      ))}
    </output>
  );
};
