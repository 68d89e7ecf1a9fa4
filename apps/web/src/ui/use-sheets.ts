import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReportPages } from '@rapport/protocol/report';

/** A page and the address of its picture. */
export type Sheet = { hash: string; url: string };

/** Pages as pictures: a page that has not changed keeps its picture, so that nothing flickers and nobody is scrolled. */
export const useSheets = (): {
  sheets: readonly Sheet[];
  known: () => string;
  show: (pages: ReportPages['pages']) => void;
} => {
  const shown = useRef<readonly Sheet[]>([]);
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  useEffect(
    () => () => {
      for (const { url } of shown.current) URL.revokeObjectURL(url);
      shown.current = [];
    },
    [],
  );
  const known = useCallback(() => shown.current.map(({ hash }) => hash).join(','), []);
  const show = useCallback((pages: ReportPages['pages']): void => {
    const before = new Map(shown.current.map((sheet) => [sheet.hash, sheet]));
    const next = pages.flatMap(({ hash, svg }): Sheet[] => {
      const same = before.get(hash);
      if (same !== undefined) return [same];
      if (svg === null) return [];
      return [{ hash, url: URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })) }];
    });
    const kept = new Set(next.map(({ url }) => url));
    for (const { url } of shown.current) if (!kept.has(url)) URL.revokeObjectURL(url);
    shown.current = next;
    setSheets(next);
  }, []);
  return { sheets, known, show };
};
