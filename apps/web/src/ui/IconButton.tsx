import type { ReactNode } from 'react';
import { PressButton, type PressButtonProps } from './PressButton.tsx';
import styles from './IconButton.module.css';

export type IconButtonProps = Omit<PressButtonProps, 'children' | 'aria-label'> & {
  /** Its name, also shown as a hint on hover and focus. */
  label: string;
  icon: ReactNode;
};

export const IconButton = ({ label, icon, ...props }: IconButtonProps) => (
  <PressButton {...props} aria-label={label} data-hint={label} className={String(styles['button'])}>
    {icon}
  </PressButton>
);
