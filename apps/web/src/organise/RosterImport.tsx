import { useRef, useState } from 'react';
import { DropZone } from 'react-aria-components';
import { LIMITS } from '@rapport/domain/limits';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import type { RosterReport } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { RosterPreview } from './RosterPreview.tsx';
import styles from './organise.module.css';

type Step =
  | { kind: 'choose'; failure: Failure | null }
  | { kind: 'reading' }
  | { kind: 'preview'; file: File; report: RosterReport; failure: Failure | null; running: boolean }
  | { kind: 'done'; report: RosterReport };

/** Choose a file, see what it holds and what is wrong with it, then import. Nothing is written before the last step. */
export const RosterImport = ({
  send,
  onImported,
}: {
  send: (file: Blob, dryRun: boolean) => Promise<Outcome<RosterReport>>;
  onImported: () => void;
}) => {
  const t = useT();
  const [step, setStep] = useState<Step>({ kind: 'choose', failure: null });
  const chooser = useRef<HTMLInputElement>(null);

  const look = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > LIMITS.rosterBytes) {
      setStep({ kind: 'choose', failure: { code: 'too-large', message: '' } });
      return;
    }
    setStep({ kind: 'reading' });
    const outcome = await send(file, true);
    setStep(
      outcome.ok
        ? { kind: 'preview', file, report: outcome.value, failure: null, running: false }
        : { kind: 'choose', failure: outcome.failure },
    );
  };

  const take = async (preview: Extract<Step, { kind: 'preview' }>): Promise<void> => {
    setStep({ ...preview, running: true });
    const outcome = await send(preview.file, false);
    if (!outcome.ok) {
      setStep({ ...preview, failure: outcome.failure });
      return;
    }
    setStep({ kind: 'done', report: outcome.value });
    onImported();
  };

  const again = (): void => setStep({ kind: 'choose', failure: null });

  switch (step.kind) {
    case 'reading':
      return <Skeleton lines={5} />;
    case 'choose':
      return (
        <div className={styles['stack']}>
          {step.failure !== null && <FailureNote failure={step.failure} />}
          <DropZone
            aria-label={t('organise.roster.drop')}
            className={String(styles['drop'])}
            getDropOperation={() => 'copy'}
            onDrop={(event) => {
              const item = event.items.find((one) => one.kind === 'file');
              void item?.getFile().then(look);
            }}
          >
            <p>{t('organise.roster.drop')}</p>
            <input
              ref={chooser}
              type="file"
              hidden
              accept=".csv,text/csv,.tsv,.txt"
              onChange={({ currentTarget }) => void look(currentTarget.files?.[0])}
            />
            <Button variant="primary" onPress={() => chooser.current?.click()}>
              {t('organise.roster.choose')}
            </Button>
          </DropZone>
          <p className={styles['hint']}>{t('organise.roster.columns')}</p>
        </div>
      );
    case 'preview': {
      const takes = step.report.created + step.report.updated;
      return (
        <div className={styles['stack']}>
          <RosterPreview fileName={step.file.name} report={step.report} />
          {step.failure !== null && <FailureNote failure={step.failure} />}
          <div className={styles['row']}>
            <Button variant="primary" isPending={step.running} isDisabled={takes === 0} onPress={() => void take(step)}>
              {t('organise.roster.import', { count: takes })}
            </Button>
            <Button variant="quiet" onPress={again}>
              {t('organise.roster.other')}
            </Button>
          </div>
        </div>
      );
    }
    case 'done':
      return (
        <div className={styles['stack']}>
          <Callout tone="ok" live title={t('organise.roster.done')}>
            {t('organise.roster.doneBody', {
              created: step.report.created,
              updated: step.report.updated,
              unchanged: step.report.unchanged,
              rejected: step.report.rejected.length,
            })}
          </Callout>
          <div>
            <Button onPress={again}>{t('organise.roster.other')}</Button>
          </div>
        </div>
      );
  }
};
