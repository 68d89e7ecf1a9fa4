import { useCallback, useEffect, useState } from 'react';
import type { CheckpointId, GroupId } from '@rapport/domain/ids';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import { EarlierReport, ReportHistory, ReportRestored, type ReportCheckpoint } from '@rapport/protocol/report';
import { useT, type Translate } from '../messages/use-t.ts';
import type { Api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { notify } from '../ui/toast-store.ts';
import styles from './Report.module.css';

/** The phase stands for the time: under the Rule there is no other. */
const nameOf = (t: Translate, { reason, phase }: ReportCheckpoint): string =>
  t(`history.reason.${reason}`, { phase: t(`shell.phase.${phase.kind}`) });

/** Reports as they stood: a list, one of them to look at, and a way back to it. */
export const ReportHistoryDialog = ({
  groupId,
  canRestore,
  onClose,
  calls,
}: {
  groupId: GroupId;
  /** A closed session can be looked back on and not changed. */
  canRestore: boolean;
  onClose: () => void;
  calls: Pick<Api, 'get' | 'post'>;
}) => {
  const t = useT();
  const path = `/api/groups/${groupId}/report/history`;
  const [checkpoints, setCheckpoints] = useState<readonly ReportCheckpoint[] | null>(null);
  const [report, setReport] = useState<EarlierReport | null>(null);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const take = useCallback((answer: Outcome<ReportHistory>) => {
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setCheckpoints(answer.value.checkpoints);
  }, []);
  const load = useCallback(() => calls.get(path, ReportHistory).then(take), [calls, path, take]);
  useEffect(() => void load(), [load]);

  const look = async (id: CheckpointId): Promise<void> => {
    const answer = await calls.get(`${path}/${id}`, EarlierReport);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setReport(answer.value);
  };
  const restore = async (id: CheckpointId): Promise<void> => {
    const answer = await calls.post(`${path}/${id}/restore`, {}, ReportRestored);
    if (!answer.ok) return setFailure(answer.failure);
    notify({ text: t('report.history.restored'), tone: 'ok' });
    onClose();
  };

  return (
    <Dialog
      title={report === null ? t('report.history') : nameOf(t, report.checkpoint)}
      isOpen
      width="wide"
      onClose={onClose}
      {...(report !== null && {
        actions: (
          <>
            <Button variant="quiet" onPress={() => setReport(null)}>
              {t('history.back')}
            </Button>
            {canRestore && <Button onPress={() => setAsking(true)}>{t('report.history.restore')}</Button>}
          </>
        ),
      })}
    >
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {report === null ? (
        <>
          <p className={styles['soft']}>{t('report.history.intro')}</p>
          {checkpoints === null && failure === null && <Skeleton />}
          {checkpoints?.length === 0 && <p>{t('report.history.none')}</p>}
          {checkpoints !== null && checkpoints.length > 0 && (
            <ol className={styles['versions']} aria-label={t('history.list')}>
              {checkpoints.map((checkpoint) => (
                <li key={checkpoint.id}>
                  <Button variant="quiet" onPress={() => void look(checkpoint.id)}>
                    {nameOf(t, checkpoint)}
                  </Button>
                  <span className={styles['soft']}>
                    {t('report.history.words', { count: checkpoint.words })}
                    {checkpoint.at !== null && ` · ${t('history.at', { at: new Date(checkpoint.at) })}`}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </>
      ) : (
        <>
          <EarlierTexts report={report} />
          <ConfirmDialog
            title={t('report.history.ask')}
            confirm={t('report.history.confirm')}
            isOpen={asking}
            onClose={() => setAsking(false)}
            onConfirm={() => restore(report.checkpoint.id)}
            body={
              <ul className={styles['effects']}>
                <li>{t('report.history.all')}</li>
                <li>{t('report.history.kept')}</li>
              </ul>
            }
          />
        </>
      )}
    </Dialog>
  );
};

const EarlierTexts = ({ report: { headlines, agreement, questions } }: { report: EarlierReport }) => {
  const t = useT();
  const parts = [
    { title: t('report.headlines'), lines: headlines.map((text) => ({ text, origin: null })) },
    { title: t('report.agreement'), lines: agreement },
    { title: t('report.questions'), lines: questions.map((text) => ({ text, origin: null })) },
  ];
  return (
    <div className={styles['earlier']}>
      {parts.map(({ title, lines }) => {
        const written = lines.filter(({ text }) => text.trim() !== '');
        return (
          <section key={title}>
            <h3>{title}</h3>
            {written.length === 0 ? (
              <p className={styles['soft']}>{t('report.empty')}</p>
            ) : (
              <ol className={styles['earlierLines']}>
                {written.map(({ text, origin }, index) => (
                  <li key={index}>
                    <span dir="auto">{text}</span>{' '}
                    {origin !== null && <span className={styles['chip']}>{t(`report.origin.${origin}`)}</span>}
                  </li>
                ))}
              </ol>
            )}
          </section>
        );
      })}
    </div>
  );
};
