import type { z } from 'zod';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '@rapport/protocol/failures';
import type { ReportPages } from '@rapport/protocol/report';
import type { Api } from '../session/http.ts';

/** A page and the address of its picture. */
export type Sheet = { hash: string; url: string };

/**
 * Pages as pictures: a page that has not changed keeps its picture, so that nothing flickers and nobody is scrolled.
 * `load` asks for pages at a path with a query, and resolves to null where that fails or something else was asked since.
 */
export const useSheets = (
  calls: Pick<Api, 'get'>,
): {
  sheets: readonly Sheet[];
  isSetting: boolean;
  failure: Failure | null;
  load: <P extends Pick<ReportPages, 'pages'>>(path: string, schema: z.ZodType<P>) => Promise<P | null>;
} => {
  const asked = useRef(0);
  const shown = useRef<readonly Sheet[]>([]);
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  const [isSetting, setSetting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(
    () => () => {
      asked.current += 1;
      for (const { url } of shown.current) URL.revokeObjectURL(url);
      shown.current = [];
    },
    [],
  );
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
  const load = useCallback(
    async <P extends Pick<ReportPages, 'pages'>>(path: string, schema: z.ZodType<P>): Promise<P | null> => {
      asked.current += 1;
      const mine = asked.current;
      setSetting(true);
      const known = shown.current.map(({ hash }) => hash).join(',');
      const answer = await calls.get(`${path}&known=${known}`, schema);
      if (mine !== asked.current) return null;
      setSetting(false);
      setFailure(answer.ok ? null : answer.failure);
      if (!answer.ok) return null;
      show(answer.value.pages);
      return answer.value;
    },
    [calls, show],
  );
  return { sheets, isSetting, failure, load };
};
