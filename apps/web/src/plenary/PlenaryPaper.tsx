import type { Me } from '@rapport/protocol/http';
import type { PlenaryState } from '@rapport/protocol/plenary';
import { BallotPaper } from '../ballots/BallotPaper.tsx';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Callout } from '../ui/Callout.tsx';
import styles from './Plenary.module.css';

/** The paper of the ballot that is open, for a seat that has a vote in it; for others, why it has none. */
export const PlenaryPaper = ({
  ballot,
  me,
  seat,
  send,
}: {
  ballot: PlenaryState['ballots'][number];
  me: PlenaryState['me'];
  seat: Me['seat'];
  send: SendCommand;
}) => {
  const t = useT();
  return (
    <section className={styles['panel']} aria-labelledby="paper-title">
      <h2 id="paper-title">
        {t('ballot.titleOfKind', {
          number: ballot.number,
          kind: t(`ballot.kind.${ballot.kind}`),
          options: ballot.options.length,
        })}
      </h2>
      <p className={styles['soft']}>{t('ballot.progress', ballot.progress)}</p>
      {seat !== null && me.entitled.includes(ballot.id) ? (
        <>
          <Callout>
            <p>{t('plenary.paper.delegation')}</p>
          </Callout>
          <BallotPaper
            key={ballot.id}
            ballot={ballot}
            seatId={seat.id}
            bloc={seat.bloc}
            delegation={seat.delegation}
            hasCast={me.cast.includes(ballot.id)}
            send={send}
          />
        </>
      ) : (
        <Callout title={t('ballot.notEntitled')}>
          <p>{t('plenary.notEntitled')}</p>
        </Callout>
      )}
    </section>
  );
};
