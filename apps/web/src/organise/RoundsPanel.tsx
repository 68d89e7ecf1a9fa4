import { useState } from 'react';
import { Round, type Symposium } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import { api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { AllocationNote } from './AllocationNote.tsx';
import { RoundForm } from './RoundForm.tsx';
import { RoundLine } from './RoundLine.tsx';
import styles from './organise.module.css';

/** The break-out slots: what they ask, and who sits with whom. */
export const RoundsPanel = ({
  symposium,
  onChanged,
  onNext,
}: {
  symposium: Symposium;
  onChanged: () => void;
  onNext: () => void;
}) => {
  const t = useT();
  const [made, setMade] = useState<Round | null>(null);
  const [isOpen, setOpen] = useState(symposium.rounds.length === 0);
  const closed = symposium.status === 'closed';
  return (
    <section className={styles['panel']} aria-labelledby="rounds">
      <div className={styles['titleRow']}>
        <h2 id="rounds">{t('organise.rounds.title')}</h2>
        {!isOpen && !closed && (
          <Button
            onPress={() => {
              setMade(null);
              setOpen(true);
            }}
          >
            {t('organise.rounds.new')}
          </Button>
        )}
      </div>
      {made !== null && <AllocationNote round={made} blocs={symposium.blocs} onNext={onNext} />}
      {isOpen && !closed && (
        <RoundForm
          seats={symposium.seats}
          number={symposium.rounds.length + 1}
          onSubmit={async (input) => {
            const outcome = await api.post(`/api/symposia/${symposium.id}/rounds`, input, Round);
            if (outcome.ok) {
              setMade(outcome.value);
              setOpen(false);
              onChanged();
            }
            return outcome;
          }}
          {...(symposium.rounds.length > 0 && { onCancel: () => setOpen(false) })}
        />
      )}
      {symposium.rounds.length === 0 && closed && <EmptyState title={t('organise.rounds.none')} />}
      {symposium.rounds.length > 0 && (
        <ol className={styles['list']}>
          {symposium.rounds.map((round) => (
            <RoundLine key={round.id} round={round} />
          ))}
        </ol>
      )}
    </section>
  );
};
