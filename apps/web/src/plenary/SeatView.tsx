import type { Me } from '@rapport/protocol/http';
import { filterRegister } from '@rapport/protocol/order-register';
import type { PlenaryState } from '@rapport/protocol/plenary';
import { BallotPaper } from '../ballots/BallotPaper.tsx';
import type { SendCommand } from '../group/send-command.ts';
import { TimerClock } from '../group/TimerClock.tsx';
import { useT } from '../messages/use-t.ts';
import { FrozenText } from '../options/FrozenText.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Origin, VerdictChip } from './EntryMarks.tsx';
import styles from './Plenary.module.css';
import { PlenaryBallots } from './PlenaryBallots.tsx';
import { Remarks } from './Remarks.tsx';

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
      {open !== undefined && (
        <section className={styles['panel']} aria-labelledby="paper-title">
          <h2 id="paper-title">
            {t('ballot.titleOfKind', {
              number: open.number,
              kind: t(`ballot.kind.${open.kind}`),
              options: open.options.length,
            })}
          </h2>
          <p className={styles['soft']}>{t('ballot.progress', open.progress)}</p>
          {seat !== null && me.entitled.includes(open.id) ? (
            <>
              <Callout>
                <p>{t('plenary.paper.delegation')}</p>
              </Callout>
              <BallotPaper
                key={open.id}
                ballot={open}
                seatId={seat.id}
                bloc={seat.bloc}
                delegation={seat.delegation}
                hasCast={me.cast.includes(open.id)}
                send={send}
              />
            </>
          ) : (
            <Callout title={t('ballot.notEntitled')}>
              <p>{t('plenary.notEntitled')}</p>
            </Callout>
          )}
        </section>
      )}
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
                </div>
                <h3 dir="auto">{entry.text.title}</h3>
                <Origin entry={entry} />
                <Disclosure title={t('plenary.deed.read')}>
                  <FrozenText text={entry.text} level={4} />
                  <Remarks entry={entry} />
                </Disclosure>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
};
