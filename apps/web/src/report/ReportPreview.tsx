import { useCallback, useEffect, useRef } from 'react';
import type { GroupId } from '@rapport/domain/ids';
import type { Locale } from '@rapport/domain/languages';
import { ReportPages } from '@rapport/protocol/report';
import { useT } from '../messages/use-t.ts';
import type { Api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Sheets } from '../ui/Sheets.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useSheets } from '../ui/use-sheets.ts';
import styles from './Report.module.css';

/** ms of quiet after a change before the pages are set again. */
const CALM = 900;

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
  const { sheets, isSetting, failure, load } = useSheets(calls);
  /** The version on the pages; null before there are any. */
  const shown = useRef<string | null>(null);
  const print = useCallback(
    async (wanted: string): Promise<void> => {
      const loaded = await load(`/api/groups/${groupId}/report/pages?lang=${language}`, ReportPages);
      if (loaded !== null) shown.current = wanted;
    },
    [groupId, language, load],
  );
  useEffect(() => {
    if (!isSaved) return undefined;
    // The first pages come at once, later ones when it is quiet.
    const timer = setTimeout(() => void print(version), shown.current === null ? 0 : CALM);
    return () => clearTimeout(timer);
  }, [print, version, isSaved]);
  return (
    <section className={styles['preview']} aria-labelledby="preview-title" aria-busy={isSetting}>
      <div className={styles['previewHead']}>
        <h2 id="preview-title">{t('report.preview')}</h2>
        <p className={styles['soft']}>
          {t(isInterim ? 'report.preview.interim' : 'report.preview.final', { count: sheets.length })}
        </p>
        <Button size="small" variant="quiet" isPending={isSetting} onPress={() => void print(version)}>
          {t('report.preview.again')}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void print(version)} />}
      {sheets.length === 0 && failure === null && <Skeleton lines={8} />}
      <Sheets
        sheets={sheets}
        describe={(index) => t('report.preview.page', { page: index + 1, count: sheets.length })}
      />
    </section>
  );
};
