import { PressButton, type PressButtonProps } from './PressButton.tsx';
import styles from './Button.module.css';

export type ButtonProps = PressButtonProps & {
  /** One primary button a screen: it marks the next thing to do. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
};

export const Button = ({ variant = 'secondary', size = 'normal', ...props }: ButtonProps) => (
  <PressButton {...props} className={[styles['button'], styles[variant], styles[size]].join(' ')} />
);
