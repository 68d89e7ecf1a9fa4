import { memo, useMemo, useState } from 'react';
import type { BlocId } from '@rapport/domain/blocs';
import type { Failure } from '@rapport/protocol/failures';
import type { BallotState } from '@rapport/protocol/group-state';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { BlocTag } from '../ui/BlocTag.tsx';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import styles from './BallotPaper.module.css';
import { DotRow } from './DotRow.tsx';
import { dotsUsed, giveDots, type Dots } from './give-dot.ts';
import { shuffleForPaper } from './paper-order.ts';
import { keepPaper, readPaper } from './paper-store.ts';

type Props = {
  ballot: Pick<Extract<BallotState, { kind: 'dots' }>, 'id' | 'settings' | 'options'>;
  seatId: string;
  bloc: BlocId;
  /** A paper of this seat is in the box. */
  hasCast: boolean;
  send: SendCommand;
};

const Paper = ({ ballot, seatId, bloc, hasCast, send }: Props) => {
  const t = useT();
  const { settings } = ballot;
  const [paper] = useState(() => readPaper(seatId, ballot.id));
  const [dots, setDots] = useState<Dots>(paper.dots);
  // Somebody who had voted and comes back to an unfinished change finds the change, not the receipt.
  const [handedIn, setHandedIn] = useState(hasCast && dotsUsed(paper.dots) === 0);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const options = useMemo(() => shuffleForPaper(ballot.options, paper.paperKey), [ballot.options, paper.paperKey]);
  const left = settings.budget - dotsUsed(dots);

  const give = (optionId: string, wanted: number): void => {
    const next = giveDots(dots, optionId, wanted, settings);
    const nowLeft = settings.budget - dotsUsed(next);
    announce(t('ballot.nowGiven', { dots: next[optionId] ?? 0, left: nowLeft, budget: settings.budget }));
    if (next === dots) return;
    setDots(next);
    keepPaper(seatId, ballot.id, { paperKey: paper.paperKey, dots: next });
  };

  const handIn = async (): Promise<void> => {
    setPending(true);
    const outcome = await send('ballot.cast', { ballotId: ballot.id, paperKey: paper.paperKey, choices: { dots } });
    setPending(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    setFailure(null);
    setHandedIn(true);
    keepPaper(seatId, ballot.id, { paperKey: paper.paperKey, dots: {} });
    announce(t('ballot.handedIn.title'));
  };

  if (handedIn) {
    return (
      <Callout
        tone="ok"
        title={t('ballot.handedIn.title')}
        action={
          <Button size="small" onPress={() => setHandedIn(false)}>
            {t('ballot.change')}
          </Button>
        }
      >
        <p>{t('ballot.handedIn.body')}</p>
      </Callout>
    );
  }
  return (
    <div className={styles['paper']}>
      <p>{t('ballot.rules', { budget: settings.budget, cap: settings.cap })}</p>
      {hasCast && dotsUsed(dots) === 0 && <p className={styles['note']}>{t('ballot.startsEmpty')}</p>}
      <ol className={styles['options']} aria-label={t('ballot.options')}>
        {options.map((option) => {
          const given = dots[option.id] ?? 0;
          return (
            <DotRow
              key={option.id}
              option={option}
              dots={given}
              most={Math.min(settings.cap, given + left)}
              cap={settings.cap}
              onGive={(wanted) => give(option.id, wanted)}
            />
          );
        })}
      </ol>
      <div className={styles['stored']}>
        <p>
          {t('ballot.stored.bloc')} <BlocTag bloc={bloc} />
        </p>
        <p>{t('ballot.stored.who')}</p>
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      <div className={styles['foot']}>
        <strong className={styles['left']}>{t('ballot.left', { left, budget: settings.budget })}</strong>
        <Button variant="primary" isPending={pending} onPress={() => void handIn()}>
          {t(hasCast ? 'ballot.replace' : 'ballot.handIn')}
        </Button>
      </div>
    </div>
  );
};

/**
 * One voter's paper. What the server tells meanwhile never touches it: it is drawn once for its ballot, and again only
 * when this voter does something or has voted.
 */
export const BallotPaper = memo(
  Paper,
  (before, after) =>
    before.ballot.id === after.ballot.id && before.seatId === after.seatId && before.hasCast === after.hasCast,
);
