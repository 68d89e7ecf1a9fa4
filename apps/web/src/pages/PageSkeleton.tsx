import { Skeleton } from '../ui/Skeleton.tsx';
import { Screen } from './Screen.tsx';
import styles from './pages.module.css';

export const PageSkeleton = () => (
  <Screen>
    <div className={styles['column']}>
      <Skeleton lines={4} />
    </div>
  </Screen>
);
