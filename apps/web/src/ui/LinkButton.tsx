import type { ReactNode } from 'react';
import { Link } from './Link.tsx';
import styles from './Button.module.css';

/** A link that looks like a button: for the next place to go. */
export const LinkButton = ({
  href,
  variant = 'secondary',
  children,
}: {
  href: string;
  variant?: 'primary' | 'secondary' | 'quiet';
  children: ReactNode;
}) => (
  <Link href={href} className={[styles['button'], styles['link'], styles[variant]].join(' ')}>
    {children}
  </Link>
);
