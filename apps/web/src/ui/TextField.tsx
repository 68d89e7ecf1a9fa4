import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import type { HTMLAttributes } from 'react';
import styles from './Field.module.css';

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
  label: string;
  /** One line below the label that helps to fill it in. */
  hint?: string;
  /** What is wrong with the value, and what to do; absent when nothing is. */
  error?: string | undefined;
  placeholder?: string;
  /** Number of lines; absent for a single-line field. */
  lines?: number;
  dir?: HTMLAttributes<HTMLElement>['dir'];
};

export const TextField = ({ label, hint, error, placeholder, lines, dir, ...props }: TextFieldProps) => {
  const control = { className: String(styles['input']), placeholder, dir };
  return (
    <AriaTextField {...props} isInvalid={error !== undefined} className={String(styles['field'])}>
      <Label className={styles['label']}>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className={styles['hint']}>
          {hint}
        </Text>
      )}
      {lines === undefined ? <Input {...control} /> : <TextArea {...control} rows={lines} />}
      <FieldError className={String(styles['error'])}>{error}</FieldError>
    </AriaTextField>
  );
};
