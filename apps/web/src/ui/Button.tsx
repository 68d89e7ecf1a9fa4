import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style'> & {
  /** One primary button a screen: it marks the next thing to do. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
};

export const Button = ({ variant = 'secondary', size = 'normal', ...props }: ButtonProps) => (
  <AriaButton {...props} className={[styles['button'], styles[variant], styles[size]].join(' ')} />
);
