import type { ReactNode } from 'react';
import { DEFAULT_MARKING, type LocalisedText } from '@rapport/domain/languages';
import { Link } from '../ui/Link.tsx';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Marking } from '../ui/Marking.tsx';
import { ThemeSwitch } from '../ui/ThemeSwitch.tsx';
import styles from './Screen.module.css';

/** The frame of every screen but the board: marking above and below, who and where at the head. */
export const Screen = ({
  marking = DEFAULT_MARKING,
  chathamHouse = false,
  actions,
  width = 'normal',
  children,
}: {
  marking?: LocalisedText;
  chathamHouse?: boolean;
  /** Who sits here, and how to leave. */
  actions?: ReactNode;
  width?: 'normal' | 'wide';
  children: ReactNode;
}) => {
  const t = useT();
  return (
    <div className={styles['screen']}>
      <a className={styles['skip']} href="#content">
        {t('common.skip')}
      </a>
      <Marking place="top" marking={marking} chathamHouse={chathamHouse} />
      <header className={styles['head']}>
        <Link className={styles['brand']} href={paths.home()}>
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>Rapport</span>
        </Link>
        <div className={styles['tools']}>
          {actions}
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={`${styles['main']} ${width === 'wide' ? styles['wide'] : ''}`}>
        {children}
      </main>
      <Marking place="bottom" marking={marking} chathamHouse={chathamHouse} />
    </div>
  );
};
