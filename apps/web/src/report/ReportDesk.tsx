import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Locale } from '@rapport/domain/languages';
import { deny } from '@rapport/domain/permissions';
import type { GroupState } from '@rapport/protocol/group-state';
import { useStore } from 'zustand';
import type { BoardSession } from '../board/board-session.ts';
import { live as liveSocket, useConnection } from '../connection/live.ts';
import { DocumentNotices } from '../documents/DocumentNotices.tsx';
import type { LiveDocument } from '../documents/live-document.ts';
import { SaveState } from '../documents/SaveState.tsx';
import type { SendCommand } from '../group/send-command.ts';
import { useMedia } from '../group/use-media.ts';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { OfflineBanner } from '../offline/OfflineBanner.tsx';
import { AskReadbackDialog } from '../options/AskReadbackDialog.tsx';
import { ForwardDialog } from '../options/ForwardDialog.tsx';
import { paths } from '../paths.ts';
import type { Api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { groupName } from '../ui/group-name.ts';
import { LANGUAGES } from '../ui/LanguageSwitch.tsx';
import { Link } from '../ui/Link.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Carets } from './carets.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { NamesNote } from './NamesNote.tsx';
import styles from './Report.module.css';
import { checkReport } from './report-checks.ts';
import { ReportChecklist } from './ReportChecklist.tsx';
import { ReportEditor } from './ReportEditor.tsx';
import { ReportHistoryDialog } from './ReportHistoryDialog.tsx';
import { IdeasNotPursued, ReportOptions } from './ReportOptions.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import { SentenceTools } from './SentenceTools.tsx';
import { useReportContent, useReportWords } from './use-report-document.ts';
import { useReportState } from './use-report-state.ts';

type View = 'edit' | 'preview' | 'check' | 'export';

/** Where a report is written, beside the pages as they would be printed, what is still missing, and the way out. */
export const ReportDesk = ({
  state,
  live,
  board,
  calls,
  send = (name, input) => liveSocket.command(name, input),
}: {
  state: GroupState;
  live: LiveDocument;
  board: BoardSession;
  calls: Pick<Api, 'get' | 'post' | 'file'>;
  send?: SendCommand;
}) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const narrow = useMedia('(max-width: 960px)');
  const isOnline = useConnection((connection) => connection.state !== 'offline');
  const { doc, awareness, loaded, saved, connection } = useStore(live.store);
  const content = useReportContent(doc);
  const words = useReportWords(content);
  const [chosen, setChosen] = useState<Locale | null>(null);
  const language = chosen ?? content.language ?? locale;
  const [view, setView] = useState<View>('edit');
  const [open, setOpen] = useState<'readback' | 'forward' | 'history' | null>(null);

  const { role } = state.me;
  const mayExport = deny('report.export', role, state) === null;
  const mayWrite = deny('report.edit', role, state) === null;
  const mayForward = deny('option.forward', role, state) === null;
  const carets = useMemo(() => new Carets(awareness), [awareness]);
  useEffect(() => () => carets.destroy(), [carets]);
  const results = state.ballots.map(({ id, status }) => `${id} ${status}`).join(' ');
  const sentences = useReportState(
    { groupId: state.id, mayWrite, mayLook: mayExport, language, results, isOnline },
    calls,
  );
  const fitting = useMemo(
    () => (sentences.state === null ? null : new Set<string>(sentences.state.fitting)),
    [sentences.state],
  );
  const checks = checkReport(content, state, { fitting, fresh: sentences.state?.fresh ?? 0 });
  const done = checks.filter(({ isDone }) => isDone).length;

  const go = (place: string): void => {
    setView('edit');
    // On a phone the text comes onto the screen with the next frame.
    requestAnimationFrame(() => {
      const part = document.getElementById(place);
      part?.scrollIntoView({ block: 'start' });
      part?.focus({ preventScroll: true });
    });
  };

  const isHere = loaded || connection.kind === 'ended';
  const editor: ReactNode = isHere ? (
    <ReportEditor
      doc={doc}
      content={content}
      fitting={fitting}
      carets={mayWrite && connection.kind !== 'ended' ? carets : null}
      options={<ReportOptions session={board} state={state} />}
      ideas={<IdeasNotPursued session={board} state={state} />}
      sentenceTools={mayWrite && <SentenceTools sentences={sentences} language={language} />}
    />
  ) : (
    <Skeleton lines={10} />
  );
  const views: { id: View; label: string; note?: string; isText?: boolean; content: ReactNode }[] = [
    ...(narrow ? [{ id: 'edit' as const, label: t('report.view.edit'), content: editor }] : []),
    {
      id: 'preview',
      label: t('report.view.preview'),
      content: (
        <ReportPreview
          groupId={state.id}
          language={language}
          version={`${words} ${results} ${state.status} ${state.phase.id} ${JSON.stringify(state.options)}`}
          isSaved={saved.kind === 'saved' && isOnline}
          isInterim={state.status === 'open'}
          calls={calls}
        />
      ),
    },
    {
      id: 'check',
      label: t('report.view.check'),
      note: t('report.view.count', { done, count: checks.length }),
      content: <ReportChecklist checks={checks} onGo={go} />,
    },
    {
      id: 'export',
      label: t('report.view.export'),
      content: (
        <ExportMenu key={language} state={state} language={language} fetchFile={(path) => calls.file(path)}>
          <NamesNote groupId={state.id} calls={calls} />
        </ExportMenu>
      ),
    },
  ];
  const selected = views.some(({ id }) => id === view) ? view : 'preview';

  return (
    <div className={styles['desk']}>
      <p className={styles['crumb']}>
        <Link href={paths.group(state.id)}>{t('report.back')}</Link>
      </p>
      <div className={styles['head']}>
        <div>
          <h1>{t('report.page', { group: groupName(t, state) })}</h1>
          <div className={styles['status']}>
            <span className={styles['chip']}>{t(state.status === 'open' ? 'report.isInterim' : 'report.isFinal')}</span>
            <SaveState />
          </div>
        </div>
        {mayExport && (
          <div className={styles['deeds']}>
            <Select label={t('report.language')} value={language} onChange={setChosen} options={LANGUAGES} />
            <Button variant="quiet" onPress={() => setOpen('history')}>
              {t('report.history')}
            </Button>
            {mayForward && (
              <>
                <Button onPress={() => setOpen('readback')}>{t('report.readback')}</Button>
                <Button onPress={() => setOpen('forward')}>{t('report.forward')}</Button>
              </>
            )}
          </div>
        )}
      </div>
      {!isOnline && <OfflineBanner />}
      <DocumentNotices live={live} />
      {state.status === 'closed' && (
        <Callout>
          <p>{t('report.closed')}</p>
        </Callout>
      )}
      {!mayExport && (
        <Callout>
          <p>{t('report.reading')}</p>
        </Callout>
      )}
      {sentences.failure !== null && isOnline && <FailureNote failure={sentences.failure} onRetry={sentences.retry} />}
      {!mayExport && <div className={styles['alone']}>{editor}</div>}
      {mayExport && (
        <div className={styles['columns']}>
          {!narrow && editor}
          <div className={styles['side']}>
            <Tabs label={t('report.views')} selected={selected} onSelect={setView} items={views} />
          </div>
        </div>
      )}
      {open === 'readback' && <AskReadbackDialog state={state} send={send} onClose={() => setOpen(null)} />}
      {open === 'forward' && <ForwardDialog state={state} send={send} onClose={() => setOpen(null)} />}
      {open === 'history' && (
        <ReportHistoryDialog groupId={state.id} canRestore={mayWrite} calls={calls} onClose={() => setOpen(null)} />
      )}
    </div>
  );
};
