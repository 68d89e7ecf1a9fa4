import { useState } from 'react';
import type { SymposiumId } from '@rapport/domain/ids';
import type { Locale } from '@rapport/domain/languages';
import { PAPER_PAGES_AT_ONCE, PaperPages } from '@rapport/protocol/report';
import { useT } from '../messages/use-t.ts';
import type { Api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Sheets } from '../ui/Sheets.tsx';
import { useSheets } from '../ui/use-sheets.ts';
import styles from './Paper.module.css';

/**
 * The options paper as it would be printed now, some pages at a time. They are set when somebody asks for them: of a
 * large symposium that keeps the press busy for seconds, while groups wait for theirs.
 */
export const PaperPreview = ({
  symposiumId,
  language,
  calls,
}: {
  symposiumId: SymposiumId;
  language: Locale;
  calls: Pick<Api, 'get'>;
}) => {
  const t = useT();
  const { sheets, isSetting, failure, load } = useSheets(calls);
  const [wanted, setWanted] = useState(0);
  const [run, setRun] = useState<{ first: number; count: number } | null>(null);
  const showFrom = async (from: number): Promise<void> => {
    setWanted(from);
    const loaded = await load(`/api/symposia/${symposiumId}/paper/pages?lang=${language}&first=${from}`, PaperPages);
    if (loaded !== null) setRun({ first: loaded.first, count: loaded.count });
  };
  const end = run === null ? 0 : run.first + sheets.length;
  return (
    <section className={styles['preview']} aria-labelledby="paper-preview-title" aria-busy={isSetting}>
      <h3 id="paper-preview-title">{t('paper.preview')}</h3>
      <div className={styles['row']}>
        <Button isPending={isSetting} onPress={() => void showFrom(run?.first ?? 0)}>
          {t(run === null ? 'paper.preview.show' : 'paper.preview.again')}
        </Button>
        {run !== null && run.count > PAPER_PAGES_AT_ONCE && (
          <>
            <Button
              variant="quiet"
              isDisabled={isSetting || run.first === 0}
              onPress={() => void showFrom(Math.max(0, run.first - PAPER_PAGES_AT_ONCE))}
            >
              {t('paper.preview.before')}
            </Button>
            <Button variant="quiet" isDisabled={isSetting || end >= run.count} onPress={() => void showFrom(end)}>
              {t('paper.preview.after')}
            </Button>
          </>
        )}
      </div>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void showFrom(wanted)} />}
      {run !== null && (
        <>
          <p className={styles['soft']} role="status">
            {t('paper.preview.shown', { from: run.first + 1, to: end, count: run.count })}
          </p>
          <div className={styles['pages']}>
            <Sheets
              sheets={sheets}
              describe={(index) => t('paper.preview.page', { page: run.first + index + 1, count: run.count })}
            />
          </div>
        </>
      )}
    </section>
  );
};
