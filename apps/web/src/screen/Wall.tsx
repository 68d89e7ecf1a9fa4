import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../messages/use-t.ts';
import styles from './Screen.module.css';
import { turnPages, type Pages } from './turn-pages.ts';

/** What stands between the markings; what does not fit is turned through. Another key begins at its head. */
export const Wall = ({ children }: { children: ReactNode }) => {
  const t = useT();
  const wall = useRef<HTMLElement>(null);
  const [{ page, pages }, setPages] = useState<Pages>({ page: 1, pages: 1 });
  useEffect(() => (wall.current === null ? undefined : turnPages(wall.current, setPages)), []);
  return (
    <>
      <main className={styles['main']} ref={wall}>
        {children}
      </main>
      {pages > 1 && <footer className={styles['page']}>{t('plenary.screen.page', { page, pages })}</footer>}
    </>
  );
};
