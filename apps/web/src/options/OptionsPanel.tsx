import { useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import { deny } from '@rapport/domain/permissions';
import type { GroupState } from '@rapport/protocol/group-state';
import type { GroupOption } from '@rapport/protocol/options';
import type { BoardSession } from '../board/board-session.ts';
import { useBoard, useBoardDocument } from '../board/use-board.ts';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AskReadbackDialog } from './AskReadbackDialog.tsx';
import { ForwardDialog } from './ForwardDialog.tsx';
import { makeOption } from './make-option.ts';
import { OptionDetail } from './OptionDetail.tsx';
import { OptionLine } from './OptionLine.tsx';
import styles from './Options.module.css';
import { isPursued, readbackKey, takesAnswers, unanswered } from './option-steps.ts';
import { chooseOption, useOptionsView } from './options-view.ts';
import { ReadbackSheet } from './ReadbackSheet.tsx';
import { lastOptionBallot, useDisagreement } from './use-disagreement.ts';

type Props = {
  state: GroupState;
  /** The caller's own delegation; null for an organiser. */
  delegation: string | null;
  send: SendCommand;
  /** Brings a card or cluster into view on the board. */
  onGoTo: (id: string) => void;
};

/** What the group proposes: all options, one of them, or the texts that are read back. */
export const OptionsPanel = (props: Props) => {
  const t = useT();
  const session = useBoard(props.state.id);
  return (
    <section aria-label={t('options.label')} className={styles['panel']}>
      {session === null ? <Skeleton lines={6} /> : <OpenOptions {...props} session={session} />}
    </section>
  );
};

/** The options of a board that is open. */
export const OpenOptions = ({ session, state, delegation, send, onGoTo }: Props & { session: BoardSession }) => {
  const loaded = useBoardDocument(session, (document) => document.loaded || document.connection.kind === 'ended');
  const open = useOptionsView((view) => view.open);
  const option = state.options.find(({ id }) => id === open);
  const left = unanswered(state).length;
  const mayAnswer = deny('report.readback', state.me.role, state) === null;
  const asked = readbackKey(state.options);
  // Whoever is asked sees the sheet until they leave it, and again when they are asked anew.
  const [sheet, setSheet] = useState({ asked: mayAnswer && left > 0 ? '' : asked, isOpen: false });
  if (sheet.asked !== asked)
    setSheet({ asked, isOpen: sheet.isOpen || (mayAnswer && left > 0 && option === undefined) });

  if (!loaded) return <Skeleton lines={6} />;
  const answerNow = (): void => {
    chooseOption(null);
    setSheet({ asked, isOpen: true });
  };
  const pending = mayAnswer && left > 0 ? <PendingAnswers count={left} onAnswer={answerNow} /> : null;
  if (option !== undefined) {
    return (
      <>
        {pending}
        <OptionDetail
          key={option.id}
          session={session}
          state={state}
          option={option}
          delegation={delegation}
          send={send}
          onGoTo={onGoTo}
          onBack={() => {
            chooseOption(null);
            requestAnimationFrame(() => document.getElementById(`option-${option.id}`)?.focus());
          }}
        />
      </>
    );
  }
  if (sheet.isOpen && state.options.some(takesAnswers)) {
    return (
      <ReadbackSheet session={session} state={state} send={send} onLeave={() => setSheet({ asked, isOpen: false })} />
    );
  }
  return (
    <>
      {pending}
      <OptionList session={session} state={state} send={send} />
    </>
  );
};

/** Says that texts wait for the caller's answer, without taking away what they read or write. */
const PendingAnswers = ({ count, onAnswer }: { count: number; onAnswer: () => void }) => {
  const t = useT();
  return (
    <Callout
      live
      action={
        <Button size="small" onPress={onAnswer}>
          {t('options.readback.go')}
        </Button>
      }
    >
      <p>{t('options.readback.pending', { count })}</p>
    </Callout>
  );
};

const OptionList = ({ session, state, send }: { session: BoardSession; state: GroupState; send: SendCommand }) => {
  const t = useT();
  const [making, setMaking] = useState(false);
  const [asking, setAsking] = useState<'readback' | 'forward' | null>(null);
  const [order, setOrder] = useState<'number' | 'disagreement' | null>(null);
  const ballot = lastOptionBallot(state.ballots);
  const disagreement = useDisagreement(ballot?.id ?? null, send);
  const { options, me } = state;
  const mayMake = deny('option.create', me.role, state) === null;
  const edits = deny('option.forward', me.role, state) === null;
  const isFull = options.length >= LIMITS.optionsPerGroup;
  // A discussion begins with what divides the group, not with what won.
  const sorted = (order ?? (state.phase.kind === 'discuss' ? 'disagreement' : 'number')) === 'disagreement';
  const dividedBy = (option: GroupOption): number | null => disagreement.get(option.id) ?? null;
  const pursued = options.filter(isPursued);
  const listed =
    sorted && ballot !== null
      ? pursued.toSorted((one, other) => (dividedBy(other) ?? -1) - (dividedBy(one) ?? -1))
      : pursued;
  const aside = options.filter((option) => !isPursued(option));
  const make = async (): Promise<void> => {
    setMaking(true);
    await makeOption(state.id, [], send);
    setMaking(false);
  };
  const line = (option: GroupOption) => (
    <OptionLine
      key={option.id}
      session={session}
      option={option}
      disagreement={sorted ? dividedBy(option) : null}
      onOpen={() => chooseOption(option.id)}
    />
  );
  return (
    <>
      <div className={styles['head']}>
        <h2 className={styles['heading']}>{t('options.title', { count: pursued.length })}</h2>
        {mayMake && !isFull && (
          <Button size="small" isPending={making} onPress={() => void make()}>
            {t('options.new')}
          </Button>
        )}
      </div>
      {isFull && <p className={styles['soft']}>{t('options.full', { most: LIMITS.optionsPerGroup })}</p>}
      {edits && pursued.length > 0 && (
        <div className={styles['actions']}>
          <Button size="small" onPress={() => setAsking('readback')}>
            {t('options.ask')}
          </Button>
          <Button size="small" onPress={() => setAsking('forward')}>
            {t('options.forward')}
          </Button>
        </div>
      )}
      {ballot !== null && pursued.length > 1 && (
        <div>
          <Select
            label={t('options.sort')}
            hideLabel
            value={sorted ? 'disagreement' : 'number'}
            onChange={setOrder}
            options={(['number', 'disagreement'] as const).map((value) => ({
              value,
              label: t(`options.sort.${value}`),
            }))}
          />
          {sorted && <p className={styles['soft']}>{t('options.sort.ballot', { number: ballot.number })}</p>}
        </div>
      )}
      {options.length === 0 && (
        <EmptyState title={t('options.empty')}>
          <p>{t(mayMake ? 'options.empty.body' : 'options.empty.read')}</p>
        </EmptyState>
      )}
      {listed.length > 0 && <ul className={styles['list']}>{listed.map(line)}</ul>}
      {aside.length > 0 && (
        <Disclosure title={t('options.setAside.list', { count: aside.length })}>
          <ul className={styles['list']}>{aside.map(line)}</ul>
        </Disclosure>
      )}
      {asking === 'readback' && <AskReadbackDialog state={state} send={send} onClose={() => setAsking(null)} />}
      {asking === 'forward' && <ForwardDialog state={state} send={send} onClose={() => setAsking(null)} />}
    </>
  );
};
