import { LIMITS } from '@rapport/domain/limits';
import type { BallotOption, BallotState } from '@rapport/protocol/group-state';
import type { Translate } from '../messages/use-t.ts';
import { DotFields } from './DotFields.tsx';
import { dotsUsed } from './give-dot.ts';
import { LevelFields } from './LevelFields.tsx';
import { answeredOptions, blankDraft, type DraftOf, type PaperDraft } from './paper-draft.ts';
import { RankingFields } from './RankingFields.tsx';
import { RatingFields } from './RatingFields.tsx';

export type PaperBallot = Pick<BallotState, 'id' | 'options'> &
  (
    | Pick<Extract<BallotState, { kind: 'dots' }>, 'kind' | 'settings'>
    | Pick<Extract<BallotState, { kind: 'rating' }>, 'kind' | 'settings'>
    | Pick<Extract<BallotState, { kind: 'ranking' }>, 'kind' | 'settings'>
    | Pick<Extract<BallotState, { kind: 'endorsement' }>, 'kind' | 'settings'>
  );

/** The draft as one of the ballot's kind; what another kind left behind is none. */
const draftAs = <Kind extends PaperDraft['kind']>(draft: PaperDraft, kind: Kind): DraftOf<Kind> =>
  (draft.kind === kind ? draft : blankDraft(kind)) as DraftOf<Kind>;

/** What one does on a paper of this kind, in one sentence or two. */
export const paperRules = (t: Translate, ballot: PaperBallot): string => {
  switch (ballot.kind) {
    case 'dots':
      return t('ballot.rules', { budget: ballot.settings.budget, cap: ballot.settings.cap });
    case 'rating':
      return t('ballot.rules.rating');
    case 'ranking':
      return t('ballot.rules.ranking');
    case 'endorsement':
      return t('ballot.rules.endorsement');
  }
};

/** How far the paper is. */
export const paperProgress = (t: Translate, ballot: PaperBallot, draft: PaperDraft): string => {
  const all = ballot.options.length;
  switch (ballot.kind) {
    case 'dots': {
      const { budget } = ballot.settings;
      return t('ballot.left', { left: budget - dotsUsed(draftAs(draft, 'dots').dots), budget });
    }
    case 'ranking':
      return t('ballot.ranking.inOrder', { ranked: answeredOptions(draft), all: Math.min(all, LIMITS.rankedOptions) });
    case 'rating':
    case 'endorsement':
      return t('ballot.answered', { answered: answeredOptions(draft), all });
  }
};

/** What is filled in on a paper, by the kind of its ballot. */
export const PaperFields = ({
  ballot,
  options,
  draft,
  onChange,
}: {
  ballot: PaperBallot;
  /** In the paper's own order. */
  options: readonly BallotOption[];
  draft: PaperDraft;
  onChange: (draft: PaperDraft) => void;
}) => {
  switch (ballot.kind) {
    case 'dots':
      return (
        <DotFields settings={ballot.settings} options={options} draft={draftAs(draft, 'dots')} onChange={onChange} />
      );
    case 'rating':
      return (
        <RatingFields
          settings={ballot.settings}
          options={options}
          draft={draftAs(draft, 'rating')}
          onChange={onChange}
        />
      );
    case 'ranking':
      return <RankingFields options={options} draft={draftAs(draft, 'ranking')} onChange={onChange} />;
    case 'endorsement':
      return <LevelFields options={options} draft={draftAs(draft, 'endorsement')} onChange={onChange} />;
  }
};
