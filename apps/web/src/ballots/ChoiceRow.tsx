import { useId } from 'react';
import styles from './ChoiceRow.module.css';

/** One of a few, side by side: the platform's own radio buttons, so arrows and space do what they always do. */
export const ChoiceRow = <Value extends string | number>({
  label,
  labelledBy,
  choices,
  value,
  ends,
  onChange,
}: {
  /** What is asked; shown above. */
  label: string;
  /** Id of the text the question is about. */
  labelledBy: string;
  choices: readonly { value: Value; label: string; /** Stands apart from the scale. */ apart?: boolean }[];
  value: Value | null;
  /** What the first and the last of the scale mean. */
  ends?: readonly [string, string];
  onChange: (value: Value) => void;
}) => {
  const id = useId();
  const scale = choices.filter((choice) => choice.apart !== true);
  const apart = choices.filter((choice) => choice.apart === true);
  const draw = (choice: (typeof choices)[number]) => (
    <label key={choice.value} className={`${styles['choice']} ${choice.value === value ? styles['chosen'] : ''}`}>
      <input
        type="radio"
        className={styles['input']}
        name={id}
        value={choice.value}
        checked={choice.value === value}
        onChange={() => onChange(choice.value)}
      />
      <span>{choice.label}</span>
    </label>
  );
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${labelledBy} ${id}-label`}
      aria-describedby={ends === undefined ? undefined : `${id}-ends`}
      className={styles['group']}
    >
      <span id={`${id}-label`} className={styles['label']}>
        {label}
      </span>
      <div className={styles['row']}>
        <div className={ends === undefined ? styles['wrapping'] : styles['scale']}>{scale.map(draw)}</div>
        {apart.length > 0 && <div className={styles['apart']}>{apart.map(draw)}</div>}
        {ends !== undefined && (
          <p id={`${id}-ends`} className={styles['ends']}>
            <span>{ends[0]}</span>
            <span className="visually-hidden">, </span>
            <span>{ends[1]}</span>
          </p>
        )}
      </div>
    </div>
  );
};
