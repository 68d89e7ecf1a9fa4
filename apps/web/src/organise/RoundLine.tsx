import type { Symposium } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import styles from './organise.module.css';

export const RoundLine = ({ round }: { round: Symposium['rounds'][number] }) => {
  const t = useT();
  const seats = round.groups.reduce((sum, group) => sum + group.seats.length, 0);
  return (
    <li className={styles['line']}>
      <div>
        <p className={styles['hint']}>
          <span dir="auto">{round.title}</span> · {t('organise.rounds.groups', { count: round.groups.length })} ·{' '}
          {t('organise.list.seats', { count: seats })}
        </p>
        <h3 className={styles['lineTitle']} dir="auto">
          {round.question}
        </h3>
      </div>
    </li>
  );
};
