import type { Symposium } from '@rapport/protocol/http';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { longDate } from './long-date.ts';
import styles from './organise.module.css';

export const SymposiumLine = ({ symposium }: { symposium: Symposium }) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  return (
    <li className={styles['line']}>
      <div>
        <h2 className={styles['lineTitle']} dir="auto">
          {symposium.title}
        </h2>
        <p className={styles['hint']}>
          {longDate(symposium.startsOn, locale)} · {t('organise.list.seats', { count: symposium.seats })} ·{' '}
          {t('organise.list.rounds', { count: symposium.rounds.length })}
          {symposium.status === 'closed' && ` · ${t('organise.list.closed')}`}
        </p>
      </div>
      <LinkButton href={paths.symposium(symposium.slug)}>{t('organise.list.open')}</LinkButton>
    </li>
  );
};
