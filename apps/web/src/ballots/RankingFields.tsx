import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { BallotOptionId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { BallotOption } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { CloseIcon } from '../ui/icons/CloseIcon.tsx';
import styles from './BallotPaper.module.css';
import { OptionText } from './OptionText.tsx';
import type { DraftOf } from './paper-draft.ts';
import { moveRank, rankLast, unrank } from './rank-option.ts';

type Deed = 'up' | 'down' | 'remove' | 'add';

const Arrow = ({ down }: { down?: boolean }) => (
  <svg
    viewBox="0 0 20 20"
    width="1.1em"
    height="1.1em"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    aria-hidden="true"
  >
    <path d={down === true ? 'M10 4v12m-5-5 5 5 5-5' : 'M10 16V4m-5 5 5-5 5 5'} />
  </svg>
);

/** Options put in order by buttons and keys: what is in the order above, the others below. */
export const RankingFields = ({
  options,
  draft: { ranking },
  onChange,
}: {
  options: readonly BallotOption[];
  draft: DraftOf<'ranking'>;
  onChange: (draft: DraftOf<'ranking'>) => void;
}) => {
  const t = useT();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  // A row that moves takes the focus of its button away; it is given back once the row stands in its new place.
  const focusNext = useRef<{ option: string; deed: Deed } | null>(null);
  useEffect(() => {
    const wanted = focusNext.current;
    focusNext.current = null;
    if (wanted === null) return;
    for (const button of place.current?.querySelectorAll('button') ?? []) {
      if (button.dataset['option'] === wanted.option && button.dataset['deed'] === wanted.deed) button.focus();
    }
  });

  const ranked = ranking.flatMap((one) => options.find((option) => option.id === one) ?? []);
  const others = options.filter((option) => !ranking.includes(option.id));
  const isFull = ranking.length >= LIMITS.rankedOptions;

  const set = (next: readonly BallotOptionId[]): void => onChange({ kind: 'ranking', ranking: [...next] });
  const move = (option: BallotOption, by: 1 | -1): void => {
    const next = moveRank(ranking, option.id, by);
    announce(t('ballot.ranking.nowPlace', { place: next.indexOf(option.id) + 1, of: next.length }));
    if (next === ranking) return;
    focusNext.current = { option: option.id, deed: by === 1 ? 'down' : 'up' };
    set(next);
  };
  const add = (option: BallotOption): void => {
    const next = rankLast(ranking, option.id);
    if (next === ranking) return;
    const index = others.indexOf(option);
    const following = others[index + 1] ?? others[index - 1];
    focusNext.current =
      following === undefined ? { option: option.id, deed: 'up' } : { option: following.id, deed: 'add' };
    announce(t('ballot.ranking.nowPlace', { place: next.length, of: next.length }));
    set(next);
  };
  const remove = (option: BallotOption): void => {
    focusNext.current = { option: option.id, deed: 'add' };
    announce(t('ballot.ranking.nowOut'));
    set(unrank(ranking, option.id));
  };
  const press = (event: KeyboardEvent, option: BallotOption): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowUp') move(option, -1);
    else if (event.key === 'ArrowDown') move(option, 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(option);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={place} className={styles['ranking']}>
      <h3 id={`${id}mine`} className={styles['listTitle']}>
        {t('ballot.ranking.mine')}
      </h3>
      {ranked.length === 0 && <p className={styles['none']}>{t('ballot.ranking.none')}</p>}
      <ol className={styles['options']} aria-labelledby={`${id}mine`}>
        {ranked.map((option, index) => (
          <li key={option.id} className={`${styles['option']} ${styles['chosen']}`}>
            <span className={styles['rank']} aria-hidden="true">
              {index + 1}
            </span>
            <OptionText option={option} titleId={`${id}${option.id}`} />
            <div role="group" aria-labelledby={`${id}${option.id}`} className={styles['steps']}>
              {/* Never disabled: a button that is would drop the focus of whoever just pressed it. */}
              <button
                type="button"
                className={styles['step']}
                data-option={option.id}
                data-deed="up"
                aria-label={t('ballot.ranking.up', { option: option.title })}
                aria-disabled={index === 0}
                onClick={() => move(option, -1)}
                onKeyDown={(event) => press(event, option)}
              >
                <Arrow />
              </button>
              <button
                type="button"
                className={styles['step']}
                data-option={option.id}
                data-deed="down"
                aria-label={t('ballot.ranking.down', { option: option.title })}
                aria-disabled={index === ranked.length - 1}
                onClick={() => move(option, 1)}
                onKeyDown={(event) => press(event, option)}
              >
                <Arrow down />
              </button>
              <button
                type="button"
                className={`${styles['step']} ${styles['plain']}`}
                data-option={option.id}
                data-deed="remove"
                aria-label={t('ballot.ranking.remove', { option: option.title })}
                onClick={() => remove(option)}
                onKeyDown={(event) => press(event, option)}
              >
                <CloseIcon />
              </button>
            </div>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <>
          <h3 id={`${id}others`} className={styles['listTitle']}>
            {t('ballot.ranking.others')}
          </h3>
          <ul className={styles['options']} aria-labelledby={`${id}others`}>
            {others.map((option) => (
              <li key={option.id} className={styles['option']}>
                <OptionText option={option} titleId={`${id}${option.id}`} />
                <button
                  type="button"
                  className={`${styles['step']} ${styles['wide']}`}
                  data-option={option.id}
                  data-deed="add"
                  aria-label={t('ballot.ranking.addName', { place: ranking.length + 1, option: option.title })}
                  aria-disabled={isFull}
                  onClick={() => add(option)}
                >
                  {t('ballot.ranking.add', { place: ranking.length + 1 })}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
