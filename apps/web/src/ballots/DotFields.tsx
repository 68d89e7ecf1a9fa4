import type { BallotState, BallotOption } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import styles from './BallotPaper.module.css';
import { DotRow } from './DotRow.tsx';
import { dotsUsed, giveDots } from './give-dot.ts';
import type { DraftOf } from './paper-draft.ts';

/** Dots, as many on each option as its voter gives it. */
export const DotFields = ({
  settings,
  options,
  draft: { dots },
  onChange,
}: {
  settings: Extract<BallotState, { kind: 'dots' }>['settings'];
  options: readonly BallotOption[];
  draft: DraftOf<'dots'>;
  onChange: (draft: DraftOf<'dots'>) => void;
}) => {
  const t = useT();
  const { budget, cap } = settings;
  const left = budget - dotsUsed(dots);
  const give = (optionId: string, wanted: number): void => {
    const next = giveDots(dots, optionId, wanted, settings);
    announce(t('ballot.nowGiven', { dots: next[optionId] ?? 0, left: budget - dotsUsed(next), budget }));
    if (next !== dots) onChange({ kind: 'dots', dots: next });
  };
  return (
    <ol className={styles['options']} aria-label={t('ballot.options')}>
      {options.map((option) => {
        const given = dots[option.id] ?? 0;
        return (
          <DotRow
            key={option.id}
            option={option}
            dots={given}
            most={Math.min(cap, given + left)}
            cap={cap}
            onGive={(wanted) => give(option.id, wanted)}
          />
        );
      })}
    </ol>
  );
};
