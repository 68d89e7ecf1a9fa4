import { useId } from 'react';
import { asksForText, EndorsementLevel } from '@rapport/domain/ballots';
import { LIMITS } from '@rapport/domain/limits';
import type { BallotOption } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './BallotPaper.module.css';
import { ChoiceRow } from './ChoiceRow.tsx';
import { OptionText } from './OptionText.tsx';
import type { DraftOf } from './paper-draft.ts';

/** A level for each text, with a reason where one is asked for. */
export const LevelFields = ({
  options,
  draft: { levels },
  onChange,
}: {
  options: readonly BallotOption[];
  draft: DraftOf<'endorsement'>;
  onChange: (draft: DraftOf<'endorsement'>) => void;
}) => {
  const t = useT();
  const id = useId();
  return (
    <ol className={styles['options']} aria-label={t('ballot.options')}>
      {options.map((option) => {
        const given = levels[option.id];
        const give = (level: EndorsementLevel, text: string): void =>
          onChange({ kind: 'endorsement', levels: { ...levels, [option.id]: { level, text } } });
        return (
          <li key={option.id} className={`${styles['tall']} ${given === undefined ? '' : styles['chosen']}`}>
            <OptionText option={option} titleId={`${id}${option.id}`} />
            <ChoiceRow
              label={t('ballot.endorsement.ask')}
              labelledBy={`${id}${option.id}`}
              value={given?.level ?? null}
              choices={EndorsementLevel.options.map((level) => ({ value: level, label: t(`ballot.level.${level}`) }))}
              onChange={(level) => give(level, given?.text ?? '')}
            />
            {given !== undefined && asksForText(given.level) && (
              <TextField
                label={t(
                  given.level === 'oppose' ? 'ballot.endorsement.whyOppose' : 'ballot.endorsement.whyReservation',
                )}
                hint={t('ballot.endorsement.textPublic')}
                lines={2}
                dir="auto"
                maxLength={LIMITS.levelText}
                value={given.text}
                onChange={(text) => give(given.level, text)}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
};
