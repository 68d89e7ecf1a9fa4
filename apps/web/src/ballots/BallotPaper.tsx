import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { BlocId } from '@rapport/domain/blocs';
import type { Failure } from '@rapport/protocol/failures';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { BlocTag } from '../ui/BlocTag.tsx';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import styles from './BallotPaper.module.css';
import { blankDraft, choicesOf, isBlank, type PaperDraft } from './paper-draft.ts';
import { PaperFields, paperProgress, paperRules, type PaperBallot } from './PaperFields.tsx';
import { shuffleForPaper } from './paper-order.ts';
import { keepPaper, readPaper } from './paper-store.ts';

type Props = {
  ballot: PaperBallot;
  seatId: string;
  bloc: BlocId;
  /** Stands on the paper as well, in the plenary only. */
  delegation?: string;
  /** A paper of this seat is in the box. */
  hasCast: boolean;
  send: SendCommand;
};

const Paper = ({ ballot, seatId, bloc, delegation, hasCast, send }: Props) => {
  const t = useT();
  const [paper] = useState(() => readPaper(seatId, ballot.id));
  const [draft, setDraft] = useState<PaperDraft>(paper.draft ?? blankDraft(ballot.kind));
  // Somebody who had voted and comes back to an unfinished change finds the change, not the receipt.
  const [handedIn, setHandedIn] = useState(hasCast && isBlank(draft));
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const options = useMemo(() => shuffleForPaper(ballot.options, paper.paperKey), [ballot.options, paper.paperKey]);

  // The button that turns the paper over goes with its side: whoever pressed it goes on from the other.
  const side = useRef<HTMLDivElement>(null);
  const turned = useRef(false);
  useEffect(() => {
    if (!turned.current) return;
    turned.current = false;
    side.current?.querySelector<HTMLElement>('button:enabled, input:enabled')?.focus();
  });
  const turn = (over: boolean): void => {
    turned.current = true;
    setHandedIn(over);
  };

  const change = (next: PaperDraft): void => {
    setDraft(next);
    keepPaper(seatId, ballot.id, { paperKey: paper.paperKey, draft: next });
  };

  const handIn = async (): Promise<void> => {
    setPending(true);
    const outcome = await send('ballot.cast', {
      ballotId: ballot.id,
      paperKey: paper.paperKey,
      choices: choicesOf(draft),
    });
    setPending(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    setFailure(null);
    turn(true);
    keepPaper(seatId, ballot.id, { paperKey: paper.paperKey, draft: null });
    announce(t('ballot.handedIn.title'));
  };

  if (handedIn) {
    return (
      <div ref={side}>
        <Callout
          tone="ok"
          title={t('ballot.handedIn.title')}
          action={
            <Button size="small" onPress={() => turn(false)}>
              {t('ballot.change')}
            </Button>
          }
        >
          <p>{t('ballot.handedIn.body')}</p>
        </Callout>
      </div>
    );
  }
  return (
    <div ref={side} className={styles['paper']}>
      <p>{paperRules(t, ballot)}</p>
      {hasCast && isBlank(draft) && <p className={styles['note']}>{t('ballot.startsEmpty')}</p>}
      <PaperFields ballot={ballot} options={options} draft={draft} onChange={change} />
      <div className={styles['stored']}>
        <p>
          {t(delegation === undefined ? 'ballot.stored.bloc' : 'plenary.stored')} <BlocTag bloc={bloc} />
          {delegation !== undefined && delegation !== '' && (
            <>
              {' · '}
              <bdi>{delegation}</bdi>
            </>
          )}
        </p>
        <p>{t('ballot.stored.who')}</p>
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      <div className={styles['foot']}>
        <strong className={styles['left']}>{paperProgress(t, ballot, draft)}</strong>
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
