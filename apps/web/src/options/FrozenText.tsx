import { OPTION_FIELDS, type OptionText } from '@rapport/domain/options';
import { useT } from '../messages/use-t.ts';
import styles from './Options.module.css';

/** An option's text to be read: what was left empty is left out, but for the title. */
export const FrozenText = ({ text, level = 3 }: { text: OptionText; level?: 3 | 4 }) => {
  const t = useT();
  const Heading = level === 3 ? 'h3' : 'h4';
  const rest = OPTION_FIELDS.filter((field) => field !== 'title' && field !== 'text' && text[field].trim() !== '');
  const title = text.title.trim();
  return (
    <div className={styles['text']}>
      <Heading dir="auto" className={title === '' ? styles['untitled'] : undefined}>
        {title === '' ? t('options.untitled') : title}
      </Heading>
      {text.text.trim() === '' ? (
        <p className={styles['soft']}>{t('options.field.empty')}</p>
      ) : (
        <p dir="auto" className={styles['prose']}>
          {text.text}
        </p>
      )}
      {rest.length > 0 && (
        <dl>
          {rest.map((field) => (
            <div key={field}>
              <dt>{t(`options.field.${field}`)}</dt>
              <dd dir="auto">{text[field]}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
};
