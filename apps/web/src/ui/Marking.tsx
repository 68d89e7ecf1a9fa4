import { inLanguage, type LocalisedText } from '@rapport/domain/languages';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import styles from './Marking.module.css';

/** The handling marking, on the top and on the bottom of every screen. */
export const Marking = ({ marking, chathamHouse = false }: { marking: LocalisedText; chathamHouse?: boolean }) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const text = inLanguage(marking, locale);
  return (
    <div className={styles['marking']}>
      {text}
      {chathamHouse && ` · ${t('common.chathamHouse')}`}
    </div>
  );
};
