import type { KeyboardEvent } from 'react';
import { useId } from 'react';
import type { BallotOption } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import styles from './BallotPaper.module.css';
import { OptionText } from './OptionText.tsx';

/** More places than this are told as a number: nobody counts eight circles. */
const DRAWN = 6;

/** One option of a paper: its text, and as many dots as one gives it, by tap or by keys. */
export const DotRow = ({
  option,
  dots,
  most,
  cap,
  onGive,
}: {
  option: BallotOption;
  dots: number;
  /** As many as could be given now. */
  most: number;
  cap: number;
  onGive: (dots: number) => void;
}) => {
  const t = useT();
  const titleId = useId();
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowUp: 1, ArrowRight: 1, '+': 1, ArrowDown: -1, ArrowLeft: -1, '-': -1 }[event.key];
    const wanted = step === undefined ? (/^\d$/.test(event.key) ? Number(event.key) : null) : dots + step;
    if (wanted === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onGive(wanted);
  };
  return (
    <li className={`${styles['option']} ${dots > 0 ? styles['chosen'] : ''}`}>
      <OptionText option={option} titleId={titleId} />
      <div role="group" aria-labelledby={titleId} className={styles['dots']}>
        {/* Never disabled: a button that is would drop the focus of whoever just pressed it. */}
        <button
          type="button"
          className={styles['step']}
          aria-label={t('ballot.less', { option: option.title })}
          aria-disabled={dots === 0}
          onClick={() => onGive(dots - 1)}
          onKeyDown={press}
        >
          −
        </button>
        <span className={styles['value']}>
          {cap <= DRAWN ? (
            <>
              <span className={styles['circles']} aria-hidden="true">
                {Array.from({ length: cap }, (_, index) => (
                  <i key={index} className={index < dots ? styles['full'] : undefined} />
                ))}
              </span>
              <span className="visually-hidden">{t('ballot.given', { dots, cap })}</span>
            </>
          ) : (
            <>
              <span aria-hidden="true">{dots}</span>
              <span className="visually-hidden">{t('ballot.given', { dots, cap })}</span>
            </>
          )}
        </span>
        <button
          type="button"
          className={styles['step']}
          aria-label={t('ballot.more', { option: option.title })}
          aria-disabled={dots >= most}
          onClick={() => onGive(dots + 1)}
          onKeyDown={press}
        >
          +
        </button>
      </div>
    </li>
  );
};
