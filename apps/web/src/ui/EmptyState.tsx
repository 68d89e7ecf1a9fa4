import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Nothing here yet: says why, and what to do first. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <div className={styles['empty']}>
    <p className={styles['title']}>{title}</p>
    {children !== undefined && <div className={styles['text']}>{children}</div>}
    {action}
  </div>
);
