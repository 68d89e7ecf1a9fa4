import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import styles from './IconButton.module.css';

export type IconButtonProps = Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** Its name, also shown as a hint on hover and focus. */
  label: string;
  icon: ReactNode;
};

export const IconButton = ({ label, icon, ...props }: IconButtonProps) => (
  <AriaButton {...props} aria-label={label} data-hint={label} className={String(styles['button'])}>
    {icon}
  </AriaButton>
);
