import type { RegisterEntry } from '@rapport/protocol/options';
import type { PlenaryState } from '@rapport/protocol/plenary';
import { inLanguage } from '@rapport/domain/languages';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { groupName } from '../ui/group-name.ts';
import styles from './Plenary.module.css';

const TONES: Record<NonNullable<RegisterEntry['verdict']>, string> = {
  'shared-support': 'good',
  'shared-rejection': 'bad',
  led: 'look',
  split: 'look',
  open: 'plain',
};

/** How the sides stand to an option, in a word; a dash with a reason where that may not be said. */
export const VerdictChip = ({ entry, blocs }: { entry: RegisterEntry; blocs: PlenaryState['symposium']['blocs'] }) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  if (entry.verdict === null) return <span className={styles['none']}>{t('plenary.verdict.none')}</span>;
  const name = inLanguage(blocs.find(({ id }) => id === entry.ledBy)?.name ?? {}, locale) || (entry.ledBy ?? '');
  return (
    <span className={`${styles['chip']} ${styles[TONES[entry.verdict]]}`}>
      {t(`plenary.verdict.${entry.verdict}`, { bloc: name })}
    </span>
  );
};

/** Where an option comes from, and what it was made of. */
export const Origin = ({ entry }: { entry: RegisterEntry }) => {
  const t = useT();
  return (
    <span className={styles['origin']}>
      {entry.group === null ? t('plenary.origin.plenary') : groupName(t, entry.group)}
      {entry.parents.length > 0 && (
        <>
          {' · '}
          {t('plenary.origin.from')} <bdi dir="ltr">{entry.parents.map(({ code }) => code).join(', ')}</bdi>
        </>
      )}
    </span>
  );
};
