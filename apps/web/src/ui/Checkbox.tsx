import { CheckboxButton, CheckboxField, Text, type CheckboxFieldProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import { CheckIcon } from './icons/CheckIcon.tsx';
import styles from './Choice.module.css';

export type CheckboxProps = Omit<CheckboxFieldProps, 'className' | 'style' | 'children'> & {
  children: ReactNode;
  /** What it means, in a line below. */
  hint?: string;
};

export const Checkbox = ({ children, hint, ...props }: CheckboxProps) => (
  <CheckboxField {...props} className={String(styles['field'])}>
    <CheckboxButton className={String(styles['choice'])}>
      <span className={styles['box']} aria-hidden="true">
        <CheckIcon />
      </span>
      <span>{children}</span>
    </CheckboxButton>
    {hint !== undefined && (
      <Text slot="description" className={styles['hint']}>
        {hint}
      </Text>
    )}
  </CheckboxField>
);
