import type { Attribution } from '@rapport/domain/attribution';
import { useT } from '../messages/use-t.ts';
import styles from './AttributionLine.module.css';

/** Who will see who wrote it, said before it is written. */
export const AttributionLine = ({ attribution, chathamHouse }: { attribution: Attribution; chathamHouse: boolean }) => {
  const t = useT();
  return (
    <p className={styles['line']}>
      {t(`attribution.line.${attribution}`)}
      {attribution === 'named' && chathamHouse && ` ${t('attribution.line.rule')}`}
    </p>
  );
};
