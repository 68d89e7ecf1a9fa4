import { DEFAULT_THRESHOLDS, type BallotKind, type Thresholds } from '@rapport/domain/ballots';
import { useT } from '../messages/use-t.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Effects.module.css';
import { thresholdText, readThreshold, THRESHOLDS } from './thresholds.ts';

/** What was typed, where it is not what the method says. */
export type ThresholdTexts = Partial<Record<keyof Thresholds, string>>;

/** How a result will be put into words: as the method says, and open to change until the ballot opens. */
export const ThresholdFields = ({
  kind,
  texts,
  onChange,
}: {
  kind: BallotKind;
  texts: ThresholdTexts;
  onChange: (texts: ThresholdTexts) => void;
}) => {
  const t = useT();
  return (
    <Disclosure title={t('lead.ballot.thresholds')}>
      <p className={styles['soft']}>{t('lead.ballot.thresholds.hint')}</p>
      <div className={styles['numbers']}>
        {THRESHOLDS.filter((name) => name !== 'dissent' || kind === 'rating').map((name) => {
          const text = texts[name] ?? thresholdText(name, DEFAULT_THRESHOLDS[name]);
          return (
            <TextField
              key={name}
              label={t(`lead.ballot.threshold.${name}`)}
              inputMode="decimal"
              value={text}
              onChange={(typed) => onChange({ ...texts, [name]: typed })}
              error={readThreshold(name, text) === null ? t('lead.ballot.threshold.wrong') : undefined}
            />
          );
        })}
      </div>
    </Disclosure>
  );
};
