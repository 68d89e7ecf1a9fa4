import type { AnchorHTMLAttributes } from 'react';
import { navigate } from '../location.ts';

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A link to another page of this app; with a modifier it is the browser's own, for another tab or window. */
export const Link = ({ href, onClick, children, ...rest }: LinkProps) => (
  <a
    {...rest}
    href={href}
    onClick={(event) => {
      onClick?.(event);
      const isOwn = event.button === 0 && !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
      if (event.defaultPrevented || !isOwn) return;
      event.preventDefault();
      navigate(href);
    }}
  >
    {children}
  </a>
);
