import type { Symposium } from '@rapport/protocol/http';
import { RosterReport } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import { api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { RosterImport } from './RosterImport.tsx';
import styles from './organise.module.css';

/** Who comes: the roster file, looked at before anything is written. */
export const RosterPanel = ({
  symposium,
  onChanged,
  onNext,
}: {
  symposium: Symposium;
  onChanged: () => void;
  onNext: () => void;
}) => {
  const t = useT();
  return (
    <section className={styles['panel']} aria-labelledby="roster">
      <div className={styles['titleRow']}>
        <h2 id="roster">{t('organise.roster.title')}</h2>
        {symposium.seats > 0 && (
          <div className={styles['row']}>
            <span className={styles['hint']}>{t('organise.roster.now', { count: symposium.seats })}</span>
            {symposium.rounds.length === 0 && (
              <Button variant="secondary" onPress={onNext}>
                {t('organise.roster.next')}
              </Button>
            )}
          </div>
        )}
      </div>
      <RosterImport
        onImported={onChanged}
        send={(file, dryRun) =>
          api.put(`/api/symposia/${symposium.id}/roster?dryRun=${String(dryRun)}`, file, 'text/csv', RosterReport)
        }
      />
    </section>
  );
};
