import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import styles from './Print.module.css';

/**
 * Prints sheets instead of the page, and takes them away again. They stand beside the app: while a browser prints, the
 * page is as narrow as the paper, and what the app shows may change with that.
 */
export const printSheets = async (sheets: ReactNode): Promise<void> => {
  const place = document.createElement('div');
  place.className = String(styles['sheets']);
  place.setAttribute('aria-hidden', 'true');
  document.body.append(place);
  const root = createRoot(place);
  flushSync(() => root.render(sheets));
  // What is laid out for the first time asks for its fonts then.
  await new Promise(requestAnimationFrame);
  await document.fonts.ready;
  document.documentElement.dataset['printing'] = 'sheets';
  const away = (): void => {
    delete document.documentElement.dataset['printing'];
    root.unmount();
    place.remove();
  };
  // Some browsers come back from `print` before anything is printed.
  window.addEventListener('afterprint', away, { once: true });
  window.print();
};
