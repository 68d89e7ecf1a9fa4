import { LIMITS } from '@rapport/domain/limits';
import { countWords, OPTION_FIELDS, OPTION_LIMITS, type OptionText } from '@rapport/domain/options';
import { useT } from '../messages/use-t.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './Plenary.module.css';

const LINES = { title: undefined, text: 6, rationale: 3, actors: 2, resources: 2, horizon: 1 } as const;

/** True when a text may become a version: it has a title, and is not too long. */
export const isReady = (text: OptionText): boolean =>
  text.title.trim() !== '' && countWords(text.text) <= LIMITS.optionWords;

/** The six fields of an option of the plenary, which one device writes. */
export const OptionTextForm = ({ text, onChange }: { text: OptionText; onChange: (text: OptionText) => void }) => {
  const t = useT();
  const words = countWords(text.text);
  return (
    <div className={styles['form']}>
      {OPTION_FIELDS.map((field) => (
        <TextField
          key={field}
          label={t(`options.field.${field}`)}
          value={text[field]}
          maxLength={OPTION_LIMITS[field]}
          dir="auto"
          {...(LINES[field] !== undefined && { lines: LINES[field] })}
          {...(field === 'text' && { hint: t('plenary.words', { words, most: LIMITS.optionWords }) })}
          error={
            field === 'text' && words > LIMITS.optionWords
              ? t('plenary.tooLong', { most: LIMITS.optionWords })
              : field === 'title' && text.title.trim() === ''
                ? t('plenary.titleMissing')
                : undefined
          }
          onChange={(value) => onChange({ ...text, [field]: value })}
        />
      ))}
    </div>
  );
};
