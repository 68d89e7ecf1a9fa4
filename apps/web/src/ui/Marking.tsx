import { inLanguage, type LocalisedText } from '@rapport/domain/languages';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import styles from './Marking.module.css';

type Props = { marking: LocalisedText; chathamHouse?: boolean; place: 'top' | 'bottom' };

/** The handling marking, on the top and on the bottom of every screen; read aloud once. */
export const Marking = ({ marking, chathamHouse = false, place }: Props) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const text = (
    <>
      <bdi>{inLanguage(marking, locale)}</bdi>
      {chathamHouse && ` · ${t('common.chathamHouse')}`}
    </>
  );
  if (place === 'bottom') {
    return (
      <div className={styles['marking']} aria-hidden="true">
        {text}
      </div>
    );
  }
  return (
    <aside className={styles['marking']} aria-label={t('common.marking')}>
      {text}
    </aside>
  );
};
