import { useT } from '../messages/use-t.ts';
import { CheckIcon } from '../ui/icons/CheckIcon.tsx';
import { InfoIcon } from '../ui/icons/InfoIcon.tsx';
import type { ReportCheck } from './report-checks.ts';
import styles from './Report.module.css';

/** What is written and what is not; a press leads there. */
export const ReportChecklist = ({
  checks,
  onGo,
}: {
  checks: readonly ReportCheck[];
  onGo: (place: string) => void;
}) => {
  const t = useT();
  const done = checks.filter(({ isDone }) => isDone).length;
  return (
    <section aria-labelledby="checklist-title" className={styles['checklist']}>
      <h2 id="checklist-title">{t('report.checks')}</h2>
      <p className={styles['hint']}>{t('report.checks.done', { done, count: checks.length })}</p>
      <ul className={styles['checks']}>
        {checks.map((check) => {
          const { id, isDone, place, ...values } = check;
          return (
            <li key={id}>
              <button type="button" className={styles['check']} onClick={() => onGo(place)}>
                <span className={`${styles['mark']} ${isDone ? styles['done'] : ''}`}>
                  {isDone ? <CheckIcon /> : <InfoIcon />}
                  <span className="visually-hidden">{t(isDone ? 'report.checks.yes' : 'report.checks.no')}</span>
                </span>
                <span>
                  <strong>{t(`report.check.${id}`)}</strong>{' '}
                  <span className={styles['soft']}>{t(`report.check.${id}.now`, values)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
