import { countWords } from '@rapport/domain/options';
import { LIMITS } from '@rapport/domain/limits';
import type { GroupOption } from '@rapport/protocol/options';
import type { BoardSession } from '../board/board-session.ts';
import { useT } from '../messages/use-t.ts';
import { disagreementWord } from './disagreement.ts';
import { OptionChips } from './OptionChips.tsx';
import styles from './Options.module.css';
import { isReadBack } from './option-steps.ts';
import { readbackCounts } from './readback-words.ts';
import { useOptionText } from './use-option-text.ts';

/** An option in the list: what it says in a line, where it stands, and what was said of it. */
export const OptionLine = ({
  session,
  option,
  disagreement,
  onOpen,
}: {
  session: BoardSession;
  option: GroupOption;
  /** How divided the last ballot shows the group, 0–1; null where no ballot was about it, or where it is not asked. */
  disagreement: number | null;
  onOpen: () => void;
}) => {
  const t = useT();
  const text = useOptionText(session, option.id);
  const title = text?.title.trim() ?? '';
  const words = countWords(text?.text ?? '');
  const left = LIMITS.optionWords - words;
  const word = disagreement === null ? null : disagreementWord(disagreement);
  return (
    <li className={styles['line']}>
      <OptionChips option={option} />
      <h3>
        <button
          type="button"
          id={`option-${option.id}`}
          className={`${styles['open']} ${title === '' ? styles['untitled'] : ''}`}
          dir="auto"
          onClick={onOpen}
        >
          {title === '' ? t('options.untitled') : title}
        </button>
      </h3>
      {word !== null && (
        <p>
          <span className={`${styles['chip']} ${word === 'divided' ? styles['look'] : ''}`}>
            {t(`options.divided.${word}`)}
          </span>
        </p>
      )}
      <p className={styles['facts']}>
        {left < 0 ? (
          <span className={styles['warn']}>{t('options.words.over', { over: -left })}</span>
        ) : (
          <span>{t('options.words.left', { words, left })}</span>
        )}
        {option.sources.length > 0 && <span>{t('options.sources.count', { count: option.sources.length })}</span>}
        {option.reservations.length > 0 && (
          <span>{t('options.reservations.count', { count: option.reservations.length })}</span>
        )}
        {isReadBack(option) && option.readback !== null && <span>{readbackCounts(t, option.readback)}</span>}
        {option.interest > 0 && <span>{t('options.interest.count', { count: option.interest })}</span>}
      </p>
    </li>
  );
};
