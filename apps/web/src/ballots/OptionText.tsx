import type { BallotOption } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import styles from './BallotPaper.module.css';

/** What an option is called, with its full text one tap away. */
export const OptionText = ({ option, titleId }: { option: BallotOption; titleId: string }) => {
  const t = useT();
  return (
    <div className={styles['text']}>
      <p id={titleId} className={styles['title']} dir="auto">
        {option.title}
      </p>
      {option.body !== '' && (
        <details className={styles['body']}>
          <summary>{t('ballot.readText')}</summary>
          <p dir="auto">{option.body}</p>
        </details>
      )}
    </div>
  );
};
