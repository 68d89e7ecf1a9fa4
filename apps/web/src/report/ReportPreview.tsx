import { useCallback, useEffect, useRef, useState } from 'react';
import type { GroupId } from '@rapport/domain/ids';
import type { Locale } from '@rapport/domain/languages';
import type { Failure } from '@rapport/protocol/failures';
import { ReportPages } from '@rapport/protocol/report';
import { useT } from '../messages/use-t.ts';
import type { Api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './Report.module.css';

/** ms of quiet after a change before the pages are set again. */
const CALM = 900;

/** Pages as pictures: a page that has not changed keeps its picture, so that nothing flickers and nobody is scrolled. */
const useSheets = (): { urls: readonly string[]; show: (pages: readonly string[]) => void } => {
  const sheets = useRef<{ page: string; url: string }[]>([]);
  const [urls, setUrls] = useState<readonly string[]>([]);
  useEffect(
    () => () => {
      for (const { url } of sheets.current) URL.revokeObjectURL(url);
      sheets.current = [];
    },
    [],
  );
  const show = useCallback((pages: readonly string[]): void => {
    const before = sheets.current;
    sheets.current = pages.map((page, index) => {
      const known = before[index];
      if (known?.page === page) return known;
      return { page, url: URL.createObjectURL(new Blob([page], { type: 'image/svg+xml' })) };
    });
    const kept = new Set(sheets.current.map(({ url }) => url));
    for (const { url } of before) if (!kept.has(url)) URL.revokeObjectURL(url);
    setUrls(sheets.current.map(({ url }) => url));
  }, []);
  return { urls, show };
};

/** The report as it would be printed now. */
export const ReportPreview = ({
  groupId,
  language,
  version,
  isSaved,
  isInterim,
  calls,
}: {
  groupId: GroupId;
  language: Locale;
  /** Another one whenever what is printed has changed. */
  version: string;
  /** The server prints what it has. */
  isSaved: boolean;
  isInterim: boolean;
  calls: Pick<Api, 'get'>;
}) => {
  const t = useT();
  const { urls, show } = useSheets();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSetting, setSetting] = useState(false);
  const asked = useRef(0);
  /** The version on the pages; null before there are any. */
  const shown = useRef<string | null>(null);
  const load = useCallback(
    async (wanted: string): Promise<void> => {
      asked.current += 1;
      const mine = asked.current;
      setSetting(true);
      const answer = await calls.get(`/api/groups/${groupId}/report/pages?lang=${language}`, ReportPages);
      if (mine !== asked.current) return;
      setSetting(false);
      setFailure(answer.ok ? null : answer.failure);
      if (!answer.ok) return;
      shown.current = wanted;
      show(answer.value.pages);
    },
    [calls, groupId, language, show],
  );
  useEffect(() => {
    if (!isSaved) return undefined;
    // The first pages come at once, later ones when it is quiet.
    const timer = setTimeout(() => void load(version), shown.current === null ? 0 : CALM);
    return () => clearTimeout(timer);
  }, [load, version, isSaved]);
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );
  return (
    <section className={styles['preview']} aria-labelledby="preview-title" aria-busy={isSetting}>
      <div className={styles['previewHead']}>
        <h2 id="preview-title">{t('report.preview')}</h2>
        <p className={styles['soft']}>
          {t(isInterim ? 'report.preview.interim' : 'report.preview.final', { count: urls.length })}
        </p>
        <Button size="small" variant="quiet" isPending={isSetting} onPress={() => void load(version)}>
          {t('report.preview.again')}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load(version)} />}
      {urls.length === 0 && failure === null && <Skeleton lines={8} />}
      <ol className={styles['sheets']}>
        {urls.map((url, index) => (
          <li key={index}>
            <img
              className={styles['sheet']}
              src={url}
              width={595}
              height={842}
              alt={t('report.preview.page', { page: index + 1, count: urls.length })}
            />
          </li>
        ))}
      </ol>
    </section>
  );
};
