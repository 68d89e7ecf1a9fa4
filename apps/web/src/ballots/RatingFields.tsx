import { useId } from 'react';
import { inLanguage } from '@rapport/domain/languages';
import type { BallotOption, BallotState } from '@rapport/protocol/group-state';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import styles from './BallotPaper.module.css';
import { ChoiceRow } from './ChoiceRow.tsx';
import { OptionText } from './OptionText.tsx';
import type { Answer, DraftOf } from './paper-draft.ts';

const SCALE = [1, 2, 3, 4, 5] as const;

/** Each option on two axes, from 1 to 5 or "cannot judge". */
export const RatingFields = ({
  settings,
  options,
  draft: { ratings },
  onChange,
}: {
  settings: Extract<BallotState, { kind: 'rating' }>['settings'];
  options: readonly BallotOption[];
  draft: DraftOf<'rating'>;
  onChange: (draft: DraftOf<'rating'>) => void;
}) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const id = useId();
  return (
    <ol className={styles['options']} aria-label={t('ballot.options')}>
      {options.map((option) => {
        const pair = ratings[option.id] ?? [null, null];
        const isAnswered = pair.every((answer) => answer !== null);
        const answer = (axis: number, value: Answer): void => {
          const next: [Answer, Answer] = axis === 0 ? [value, pair[1]] : [pair[0], value];
          onChange({ kind: 'rating', ratings: { ...ratings, [option.id]: next } });
        };
        return (
          <li key={option.id} className={`${styles['tall']} ${isAnswered ? styles['chosen'] : ''}`}>
            <OptionText option={option} titleId={`${id}${option.id}`} />
            {settings.axes.map((axis, index) => (
              <ChoiceRow<number | 'cannot-judge'>
                // Two axes may have the same name.
                key={index === 0 ? 'first' : 'second'}
                label={inLanguage(axis, locale)}
                labelledBy={`${id}${option.id}`}
                value={pair[index] ?? null}
                ends={[t('ballot.rating.low'), t('ballot.rating.high')]}
                choices={[
                  ...SCALE.map((value) => ({ value, label: String(value) })),
                  { value: 'cannot-judge', label: t('ballot.rating.cannotJudge'), apart: true },
                ]}
                onChange={(value) => answer(index, value)}
              />
            ))}
          </li>
        );
      })}
    </ol>
  );
};
