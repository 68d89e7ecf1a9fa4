import type { GroupOption } from '@rapport/protocol/options';
import { useT } from '../messages/use-t.ts';
import { CheckIcon } from '../ui/icons/CheckIcon.tsx';
import styles from './Options.module.css';

const ACHIEVED: ReadonlySet<GroupOption['state']> = new Set(['endorsed', 'forwarded', 'plenary', 'paper']);

/** What an option is called in the register, and where it stands: in words, never by colour alone. */
export const OptionChips = ({ option }: { option: GroupOption }) => {
  const t = useT();
  const { version } = option;
  return (
    <div className={styles['chips']}>
      <span className={styles['code']} dir="ltr">
        {option.code}
      </span>
      <span className={`${styles['chip']} ${ACHIEVED.has(option.state) ? styles['good'] : ''}`}>
        {ACHIEVED.has(option.state) && <CheckIcon />}
        {t(`options.state.${option.state}`)}
      </span>
      {version !== null && (
        <span className={styles['chip']}>{t(option.frozen ? 'options.frozen' : 'options.openAgain', { version })}</span>
      )}
      {option.crossBloc && <span className={`${styles['chip']} ${styles['good']}`}>{t('options.crossBloc')}</span>}
      {option.changedSinceBallot && (
        <span className={`${styles['chip']} ${styles['look']}`}>{t('options.changed')}</span>
      )}
    </div>
  );
};
