import { useId } from 'react';
import { ChevronIcon } from './icons/ChevronIcon.tsx';
import styles from './Field.module.css';

/** One of a few, with the platform's own list: on phones nothing of ours is as good. */
export const Select = <Value extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
  isDisabled = false,
}: {
  label: string;
  /** For a place where the choice itself says what it is; screen readers still hear the label. */
  hideLabel?: boolean;
  options: readonly { value: Value; label: string; lang?: string }[];
  value: Value;
  onChange: (value: Value) => void;
  isDisabled?: boolean;
}) => {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <div className={styles['selectBox']}>
        <select
          id={id}
          className={`${styles['input']} ${styles['select']}`}
          value={value}
          disabled={isDisabled}
          onChange={(event) => {
            const chosen = options.find((one) => one.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((one) => (
            <option key={one.value} value={one.value} lang={one.lang}>
              {one.label}
            </option>
          ))}
        </select>
        <ChevronIcon />
      </div>
    </div>
  );
};
