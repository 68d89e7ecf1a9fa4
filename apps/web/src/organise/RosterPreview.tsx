import type { RosterReport } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { RemarkTable } from './RemarkTable.tsx';
import styles from './organise.module.css';

const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** What a roster file holds and what importing it would do, before anything is written. */
export const RosterPreview = ({ fileName, report }: { fileName: string; report: RosterReport }) => {
  const t = useT();
  const { encoding, separator, rows } = report.format;
  const figures = [
    { label: t('organise.roster.created'), value: report.created },
    { label: t('organise.roster.updated'), value: report.updated },
    { label: t('organise.roster.unchanged'), value: report.unchanged },
    { label: t('organise.roster.rejected'), value: report.rejected.length },
  ];
  return (
    <div className={styles['stack']}>
      <p>
        <b dir="auto">{fileName}</b>: {t('organise.roster.rows', { count: rows })},{' '}
        {t(`organise.roster.encoding.${encoding}`)}, {t(`organise.roster.separator.${SEPARATORS[separator]}`)}
      </p>
      <dl className={styles['figures']}>
        {figures.map((one) => (
          <div key={one.label}>
            <dt>{one.label}</dt>
            <dd>{one.value}</dd>
          </div>
        ))}
      </dl>
      {report.rejected.length > 0 && (
        <section className={styles['stack']} aria-labelledby="rejected">
          <h3 id="rejected">{t('organise.roster.rejectedTitle', { count: report.rejected.length })}</h3>
          <p className={styles['hint']}>{t('organise.roster.rejectedHint')}</p>
          <RemarkTable remarks={report.rejected} label={t('organise.roster.rejected')} />
        </section>
      )}
      {report.warnings.length > 0 && (
        <Disclosure title={t('organise.roster.warnings', { count: report.warnings.length })}>
          <RemarkTable remarks={report.warnings} label={t('organise.roster.warningsTable')} />
        </Disclosure>
      )}
    </div>
  );
};
