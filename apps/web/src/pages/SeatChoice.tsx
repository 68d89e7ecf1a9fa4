import { useState } from 'react';
import type { Failure } from '@rapport/protocol/failures';
import { useT } from '../messages/use-t.ts';
import { readSeats, type RememberedSeat } from '../session/remembered-seats.ts';
import { continueAs } from '../session/session-store.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import styles from './pages.module.css';

/** Several people may share a browser: this asks which of them sits in this tab. */
export const SeatChoice = ({ seats }: { seats: readonly RememberedSeat[] }) => {
  const t = useT();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [ended, setEnded] = useState<readonly string[]>([]);
  const choose = async (tab: string): Promise<void> => {
    const refused = await continueAs(tab);
    setFailure(refused);
    setEnded(seats.filter((seat) => readSeats().every((one) => one.tab !== seat.tab)).map((seat) => seat.tab));
  };
  return (
    <section className={styles['stack']} aria-label={t('shell.seats.title')}>
      <h2>{t('shell.seats.title')}</h2>
      {failure !== null && <FailureNote failure={failure} />}
      <div className={styles['row']}>
        {seats
          .filter((seat) => !ended.includes(seat.tab))
          .map((seat) => (
            <Button key={seat.tab} onPress={() => void choose(seat.tab)}>
              {t('shell.seats.continueAs', { name: seat.displayName ?? t('shell.welcome.organiser') })}
            </Button>
          ))}
      </div>
    </section>
  );
};
