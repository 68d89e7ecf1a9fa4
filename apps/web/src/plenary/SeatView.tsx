import type { Me } from '@rapport/protocol/http';
import { filterRegister } from '@rapport/protocol/order-register';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { PlenaryState } from '@rapport/protocol/plenary';
import type { SendCommand } from '../group/send-command.ts';
import { TimerClock } from '../group/TimerClock.tsx';
import { useT } from '../messages/use-t.ts';
import { FrozenText } from '../options/FrozenText.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { EntrySupport } from './EntrySupport.tsx';
import { Origin, VerdictChip } from './EntryMarks.tsx';
import styles from './Plenary.module.css';
import { PlenaryBallots } from './PlenaryBallots.tsx';
import { PlenaryPaper } from './PlenaryPaper.tsx';
import { Remarks } from './Remarks.tsx';

/** Whether the seat's delegation has signed another text than the one that stands now. */
const suspendedOf = (entry: RegisterEntry, seat: Me['seat']): boolean =>
  entry.sponsors.some(({ delegation, suspended }) => suspended && delegation === seat?.delegation);

/** A seat in the plenary: the paper when there is a ballot, what was decided, and the register to read. */
export const SeatView = ({ state, seat, send }: { state: PlenaryState; seat: Me['seat']; send: SendCommand }) => {
  const t = useT();
  const { me } = state;
  if (state.status === 'closed') {
    return (
      <>
        <h1>{t('plenary.title')}</h1>
        <EmptyState title={t('plenary.notOpen')}>{t('plenary.notOpenBody')}</EmptyState>
      </>
    );
  }
  const open = state.ballots.find(({ status }) => status === 'open');
  const entries = filterRegister(state.register, 'living');
  return (
    <div className={styles['stack']}>
      <div className={styles['titleRow']}>
        <h1>{t('plenary.title')}</h1>
        {state.timer.state !== 'stopped' && <TimerClock timer={state.timer} compact />}
      </div>
      {open !== undefined && <PlenaryPaper ballot={open} me={me} seat={seat} send={send} />}
      <PlenaryBallots
        state={{ ...state, ballots: state.ballots.filter(({ status }) => status !== 'open') }}
        send={send}
      />
      <section className={styles['panel']} aria-labelledby="register-title">
        <h2 id="register-title">{t('plenary.register')}</h2>
        {entries.length === 0 ? (
          <EmptyState title={t('plenary.register.empty')} />
        ) : (
          <ul className={styles['cards']}>
            {entries.map((entry) => (
              <li key={entry.id} className={styles['entry']}>
                <div className={styles['row']}>
                  <span className={styles['code']} dir="ltr">
                    {entry.code}
                  </span>
                  <VerdictChip entry={entry} blocs={state.symposium.blocs} />
                  {entry.convergence.groups > 1 && (
                    <span className={styles['chip']}>{t('plenary.convergence', entry.convergence)}</span>
                  )}
                  {entry.crossBloc && (
                    <span className={`${styles['chip']} ${styles['good']}`}>{t('options.crossBloc')}</span>
                  )}
                  {me.sponsored.includes(entry.id) && (
                    <span className={`${styles['chip']} ${styles['good']}`}>{t('plenary.signed')}</span>
                  )}
                  {me.authorised && suspendedOf(entry, seat) && (
                    <span className={`${styles['chip']} ${styles['look']}`}>{t('plenary.confirm')}</span>
                  )}
                </div>
                <h3 dir="auto">{entry.text.title}</h3>
                <Origin entry={entry} />
                <Disclosure title={t('plenary.deed.read')}>
                  <FrozenText text={entry.text} level={4} />
                  <Remarks entry={entry} under={3} sponsors={false} />
                  <EntrySupport entry={entry} state={state} seat={seat} send={send} />
                </Disclosure>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
};
