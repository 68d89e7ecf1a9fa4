import type { OptionId } from '@rapport/domain/ids';
import { useT } from '../messages/use-t.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import styles from './Options.module.css';

export type OptionPick = {
  id: OptionId;
  code: string;
  title: string | null;
  /** Why it cannot be picked; null when it can. */
  obstacle: string | null;
};

/** Some of the group's options, each with the reason why it cannot be picked. */
export const PickOptions = ({
  label,
  picks,
  chosen,
  onChange,
}: {
  label: string;
  picks: readonly OptionPick[];
  chosen: ReadonlySet<OptionId>;
  onChange: (chosen: ReadonlySet<OptionId>) => void;
}) => {
  const t = useT();
  return (
    <fieldset className={styles['pick']}>
      <legend>{label}</legend>
      {picks.map(({ id, code, title, obstacle }) => (
        <Checkbox
          key={id}
          isSelected={chosen.has(id)}
          isDisabled={obstacle !== null && !chosen.has(id)}
          onChange={(isChosen) => {
            const next = new Set(chosen);
            if (isChosen) next.add(id);
            else next.delete(id);
            onChange(next);
          }}
          {...(obstacle !== null && !chosen.has(id) && { hint: obstacle })}
        >
          <span className={styles['code']} dir="ltr">
            {code}
          </span>{' '}
          <bdi>{title ?? t('options.untitled')}</bdi>
        </Checkbox>
      ))}
    </fieldset>
  );
};
