import { useEffect, useRef, type ReactNode } from 'react';
import styles from './ScrollBox.module.css';

/** A place for something wide, say a table, that scrolls by itself when there is too little room. */
export const ScrollBox = ({
  label,
  framed = false,
  limited = false,
  children,
}: {
  label: string;
  framed?: boolean;
  /** Never higher than a part of the page. */
  limited?: boolean;
  children: ReactNode;
}) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    // What scrolls has to take the focus, or keys cannot scroll it.
    const observer = new ResizeObserver(() => {
      const scrolls = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
      if (scrolls) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    });
    observer.observe(element);
    for (const content of element.children) observer.observe(content);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={place}
      className={`${styles['scroll']} ${framed ? styles['framed'] : ''} ${limited ? styles['limited'] : ''}`}
      role="group"
      aria-label={label}
    >
      {children}
    </div>
  );
};
