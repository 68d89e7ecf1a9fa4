import { useState } from 'react';
import { BallotKind, DEFAULT_AXES, defaultDotSettings, type BallotSubject } from '@rapport/domain/ballots';
import type { OptionId } from '@rapport/domain/ids';
import { inLanguage } from '@rapport/domain/languages';
import { LIMITS } from '@rapport/domain/limits';
import type { BallotDraft } from '@rapport/protocol/ballot-draft';
import type { GroupState } from '@rapport/protocol/group-state';
import type { SendCommand } from '../group/send-command.ts';
import { PrintPapersDialog } from '../ballots/PrintPapersDialog.tsx';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { PickOptions } from '../options/PickOptions.tsx';
import { lastOptionBallot } from '../options/use-disagreement.ts';
import { useOptionTitles } from '../options/use-option-text.ts';
import { fewestOptions, proposeOptions, votableOptions } from '../options/votable-options.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Button } from '../ui/Button.tsx';
import { DeedDialog } from '../ui/DeedDialog.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import { kindForPhase } from './ballot-kind.ts';
import styles from './Effects.module.css';
import { ThresholdFields, type ThresholdTexts } from './ThresholdFields.tsx';
import { readThresholds } from './thresholds.ts';

/** What stands on the board and can be voted on. */
export type Votable = {
  cards: readonly { id: string }[];
  clusters: readonly { id: string }[];
  /** Cards somebody has selected on the board, if any. */
  selected: readonly { id: string }[];
};

type Choice = keyof Votable | 'options';
type Settings = NonNullable<BallotDraft['settings']>;

const readNumber = (text: string): number | null => {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= 1 && value <= 50 ? value : null;
};

/** Opens a ballot: of which kind, on what, under which rules, and who may vote. */
export const OpenBallotDialog = ({
  state,
  votable,
  send,
  onClose,
}: {
  state: GroupState;
  votable: Votable;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const titleOf = useOptionTitles();
  const groupOptions = votableOptions(state.options);
  const counts = {
    options: groupOptions.length,
    clusters: votable.clusters.length,
    cards: votable.cards.length,
    selected: votable.selected.length,
  };
  const [kind, setKind] = useState<BallotKind>(() => {
    // A re-vote asks again what was asked before.
    const before = state.phase.kind === 'revote' ? lastOptionBallot(state.ballots) : null;
    return before?.kind ?? kindForPhase(state.phase.kind);
  });
  const [choice, setChoice] = useState<Choice>(() =>
    counts.selected > 1
      ? 'selected'
      : counts.options >= fewestOptions(kind)
        ? 'options'
        : counts.clusters > 1
          ? 'clusters'
          : 'cards',
  );
  const [proposed] = useState(() => proposeOptions(state.options, state.phase.kind));
  const [picked, setPicked] = useState<ReadonlySet<OptionId>>(() => new Set(proposed.ids));
  // Null follows what the method proposes for the number of options.
  const [budgetText, setBudgetText] = useState<string | null>(null);
  const [capText, setCapText] = useState<string | null>(null);
  // Null asks for the method's own axes, which have a name in every language.
  const [axisTexts, setAxisTexts] = useState<readonly [string | null, string | null]>([null, null]);
  const [thresholdTexts, setThresholdTexts] = useState<ThresholdTexts>({});
  const [closesWithTimer, setClosesWithTimer] = useState(false);
  const [printing, setPrinting] = useState(false);

  const options: BallotSubject[] =
    choice === 'options'
      ? groupOptions.filter(({ id }) => picked.has(id)).map(({ id }) => ({ kind: 'option', id }))
      : votable[choice].map(({ id }) => ({ kind: choice === 'clusters' ? 'cluster' : 'card', id }));
  const most = kind === 'ranking' ? LIMITS.rankedOptions : LIMITS.ballotOptions;
  const tooMany = options.length > most;

  const dots = defaultDotSettings(Math.max(1, options.length));
  const budget = budgetText === null ? dots.budget : readNumber(budgetText);
  const cap = capText === null ? Math.min(dots.cap, budget ?? dots.cap) : readNumber(capText);
  const capFits = cap !== null && budget !== null && cap <= budget;
  const thresholds = readThresholds(thresholdTexts);
  const axisText = (axis: 0 | 1): string => axisTexts[axis] ?? inLanguage(DEFAULT_AXES[axis], locale);
  const setAxis = (axis: 0 | 1, text: string): void =>
    setAxisTexts(axis === 0 ? [text, axisTexts[1]] : [axisTexts[0], text]);

  /** Null while something is missing or wrong. */
  const settingsOf = (): Settings | null => {
    const timing = closesWithTimer ? { closesWithTimer } : {};
    switch (kind) {
      case 'dots':
        return capFits ? { budget, cap, ...timing } : null;
      case 'rating': {
        if (thresholds === null || ([0, 1] as const).some((axis) => axisText(axis).trim() === '')) return null;
        const axis = (index: 0 | 1) => {
          const typed = axisTexts[index]?.trim();
          return typed === undefined ? DEFAULT_AXES[index] : { [locale]: typed };
        };
        return { axes: [axis(0), axis(1)], thresholds, ...timing };
      }
      case 'ranking':
        return timing;
      case 'endorsement':
        return thresholds === null ? null : { thresholds, ...timing };
    }
  };
  const settings = settingsOf();
  const isReady = options.length > 0 && !tooMany && settings !== null;

  return (
    <DeedDialog
      title={t('lead.ballot.open.title')}
      holdsInput
      onClose={onClose}
      confirm={t('lead.ballot.open.confirm', { options: options.length })}
      isReady={isReady}
      deed={() => send('ballot.open', { groupId: state.id, kind, options, ...(settings !== null && { settings }) })}
    >
      <RadioGroup
        label={t('lead.ballot.kind')}
        value={kind}
        onChange={setKind}
        options={BallotKind.options.map((value) => ({
          value,
          label: t(`lead.ballot.kind.${value}`),
          hint: t(`lead.ballot.kind.${value}.hint`, { most: LIMITS.rankedOptions }),
        }))}
      />
      <RadioGroup
        label={t('lead.ballot.what')}
        value={choice}
        onChange={setChoice}
        options={[
          ...(counts.options === 0
            ? []
            : [{ value: 'options' as const, label: t('lead.ballot.options', { count: counts.options }) }]),
          {
            value: 'clusters',
            label: t('lead.ballot.clusters', { count: counts.clusters }),
            isDisabled: counts.clusters === 0,
          },
          { value: 'cards', label: t('lead.ballot.cards', { count: counts.cards }), isDisabled: counts.cards === 0 },
          {
            value: 'selected',
            label: t('lead.ballot.selected', { count: counts.selected }),
            hint: t('lead.ballot.selected.hint'),
            isDisabled: counts.selected === 0,
          },
        ]}
      />
      {choice === 'options' && (
        <>
          <PickOptions
            label={t('lead.ballot.options.which')}
            chosen={picked}
            onChange={setPicked}
            picks={groupOptions.map(({ id, code }) => ({ id, code, title: titleOf(id), obstacle: null }))}
          />
          {proposed.why === 'changed' && <p className={styles['soft']}>{t('lead.ballot.options.changed')}</p>}
        </>
      )}
      {tooMany && (
        <p role="alert">{t(kind === 'ranking' ? 'lead.ballot.tooManyToRank' : 'lead.ballot.tooMany', { most })}</p>
      )}
      {kind === 'dots' && (
        <div className={styles['numbers']}>
          <TextField
            label={t('lead.ballot.budget')}
            hint={t('lead.ballot.budget.hint', { proposed: dots.budget })}
            inputMode="numeric"
            value={budgetText ?? String(dots.budget)}
            onChange={setBudgetText}
            error={budget === null ? t('lead.ballot.number') : undefined}
          />
          <TextField
            label={t('lead.ballot.cap')}
            hint={t('lead.ballot.cap.hint', { proposed: dots.cap })}
            inputMode="numeric"
            value={capText ?? String(cap)}
            onChange={setCapText}
            error={
              cap === null
                ? t('lead.ballot.number')
                : budget !== null && !capFits
                  ? t('lead.ballot.capTooHigh')
                  : undefined
            }
          />
        </div>
      )}
      {kind === 'rating' && (
        <div className={styles['numbers']}>
          {([0, 1] as const).map((axis) => (
            <TextField
              key={axis}
              label={t('lead.ballot.axis', { axis: axis + 1 })}
              maxLength={LIMITS.axisName}
              dir="auto"
              value={axisText(axis)}
              onChange={(text) => setAxis(axis, text)}
              error={axisText(axis).trim() === '' ? t('lead.ballot.axis.empty') : undefined}
            />
          ))}
        </div>
      )}
      <Checkbox
        isSelected={closesWithTimer}
        onChange={setClosesWithTimer}
        hint={t(
          state.timer.state === 'running' ? 'lead.ballot.closesWithTimer.hint' : 'lead.ballot.closesWithTimer.noTimer',
        )}
      >
        {t('lead.ballot.closesWithTimer')}
      </Checkbox>
      {(kind === 'rating' || kind === 'endorsement') && (
        <ThresholdFields kind={kind} texts={thresholdTexts} onChange={setThresholdTexts} />
      )}
      <ul className={styles['effects']}>
        <li>{t('lead.ballot.entitled')}</li>
        <li>{t('lead.ballot.frozen')}</li>
        <li>{t('lead.ballot.sealed')}</li>
      </ul>
      <div>
        <Button size="small" isDisabled={!isReady} onPress={() => setPrinting(true)}>
          {t('ballot.print.open')}
        </Button>
      </div>
      {printing && settings !== null && (
        <PrintPapersDialog
          path={`/api/groups/${state.id}/papers.pdf`}
          draft={{ kind, options, settings }}
          missing={1}
          onClose={() => setPrinting(false)}
        />
      )}
    </DeedDialog>
  );
};
