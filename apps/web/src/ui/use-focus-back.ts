import { useEffect, useState } from 'react';

/** What somebody was on when they asked for something; from a menu, which goes, the button that opened it. */
const origin = (): Element | null => {
  const here = document.activeElement;
  if (here === null || here.closest('[role=menu]') === null) return here;
  return document.querySelector('[aria-haspopup=menu][aria-expanded=true]') ?? here;
};

/**
 * Gives the focus back, when the component goes, to what had it when it came. React Aria does so too, but forgets it
 * where a dialog was still being loaded or came out of a menu; what it, or whoever closed the dialog, has focused stays.
 */
export const useFocusBack = (): void => {
  const [from] = useState(origin);
  useEffect(
    () => () => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement !== document.body) return;
          if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
        }),
      );
    },
    [from],
  );
};
