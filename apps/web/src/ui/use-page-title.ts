import { useEffect } from 'react';

/** Names the browser's tab; the product stands last. */
export const usePageTitle = (title: string): void => {
  useEffect(() => {
    document.title = title === '' ? 'Rapport' : `${title} · Rapport`;
  }, [title]);
};
