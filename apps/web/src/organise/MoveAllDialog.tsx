import { useEffect, useState } from 'react';
import { PhaseKind } from '@rapport/domain/phases';
import type { RoundId, SymposiumId } from '@rapport/domain/ids';
import type { Failure } from '@rapport/protocol/failures';
import type { GroupMove } from '@rapport/protocol/group-move';
import effects from '../facilitation/Effects.module.css';
import { MoveQuestions, type MoveChoices } from '../facilitation/MoveQuestions.tsx';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { DeedDialog } from '../ui/DeedDialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { groupName } from '../ui/group-name.ts';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

const KINDS = PhaseKind.options;
const OUTCOMES = ['moves', 'back', 'there', 'no-step'] as const satisfies readonly GroupMove['outcome'][];

/** The kind that follows where most groups stand. */
export const likelyNext = (kinds: readonly PhaseKind[]): PhaseKind => {
  const counts = Map.groupBy(kinds, (kind) => kind);
  const [most] = [...counts].toSorted(([, one], [, other]) => other.length - one.length);
  const at = most === undefined ? 0 : KINDS.indexOf(most[0]);
  return KINDS[Math.min(at + 1, KINDS.length - 1)] ?? 'lobby';
};

/** Moves all groups of a round in two steps: what would happen to each, then that it happens. */
export const MoveAllDialog = ({
  symposiumId,
  roundId,
  first,
  send,
  onMoved,
  onClose,
}: {
  symposiumId: SymposiumId;
  roundId: RoundId;
  /** The kind that is offered at first. */
  first: PhaseKind;
  send: SendCommand;
  onMoved: (moves: readonly GroupMove[]) => void;
  onClose: () => void;
}) => {
  const t = useT();
  const [kind, setKind] = useState(first);
  // For which kind it is: one that answers another question is not shown.
  const [answer, setAnswer] = useState<{ kind: PhaseKind; groups: readonly GroupMove[] } | null>(null);
  const plan = answer?.kind === kind ? answer.groups : null;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [choices, setChoices] = useState<MoveChoices>({ drafts: 'reveal', ballots: 'keep' });

  useEffect(() => {
    let isAsked = true;
    const ask = async (): Promise<void> => {
      const outcome = await send('phase.moveAll', { symposiumId, roundId, kind, plan: true });
      if (!isAsked) return;
      setFailure(outcome.ok ? null : outcome.failure);
      if (outcome.ok) setAnswer({ kind, groups: outcome.value.groups });
    };
    void ask();
    return () => {
      isAsked = false;
    };
  }, [send, symposiumId, roundId, kind]);

  const target = t(`shell.phase.${kind}`);
  const going = (plan ?? []).filter((one) => one.outcome === 'moves' || one.outcome === 'back');
  const hiddenCards = going.reduce((sum, one) => sum + one.hiddenCards, 0);
  const asksBallots = going.some((one) => one.ballots > 0);
  const namesOf = (outcome: GroupMove['outcome']): GroupMove[] => (plan ?? []).filter((one) => one.outcome === outcome);

  return (
    <DeedDialog
      role="alertdialog"
      title={t('organise.moveAll.title')}
      confirm={t('organise.moveAll.confirm', { groups: going.length, phase: target })}
      isReady={going.length > 0}
      deed={() =>
        send('phase.moveAll', {
          symposiumId,
          roundId,
          kind,
          // Only what somebody was asked: what was written since the plan stays private.
          ...(hiddenCards > 0 && { drafts: choices.drafts }),
          ...(asksBallots && { ballots: choices.ballots }),
        })
      }
      onDone={({ groups }) => onMoved(groups)}
      onClose={onClose}
    >
      <Select
        label={t('organise.moveAll.to')}
        value={kind}
        onChange={setKind}
        options={KINDS.map((one) => ({ value: one, label: t(`shell.phase.${one}`) }))}
      />
      {plan === null && failure === null && <Skeleton lines={3} />}
      {plan !== null && (
        <ul className={effects['effects']} aria-live="polite">
          {OUTCOMES.map((outcome) => {
            const groups = namesOf(outcome);
            if (groups.length === 0) return null;
            const line = t(`organise.moveAll.${outcome}`, { groups: groups.length });
            // Those that go on are the rule; the others are named.
            const names = outcome === 'moves' ? '' : ` ${groups.map((one) => groupName(t, one)).join(', ')}`;
            return (
              <li key={outcome} dir="auto">
                {line}
                {names}
              </li>
            );
          })}
          {going.length > 0 && <li>{t('organise.moveAll.timers')}</li>}
        </ul>
      )}
      <MoveQuestions
        choices={choices}
        hiddenCards={hiddenCards > 0 ? hiddenCards : null}
        asksBallots={asksBallots}
        onChange={setChoices}
      />
      {failure !== null && <FailureNote failure={failure} />}
    </DeedDialog>
  );
};
