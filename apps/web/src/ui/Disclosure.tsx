import type { ReactNode } from 'react';
import { ChevronIcon } from './icons/ChevronIcon.tsx';
import styles from './Disclosure.module.css';

/** Something to open when it is wanted. */
export const Disclosure = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className={styles['disclosure']}>
    <summary className={styles['summary']}>
      {title}
      <ChevronIcon />
    </summary>
    <div className={styles['content']}>{children}</div>
  </details>
);
