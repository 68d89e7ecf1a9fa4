import { useT } from '../messages/use-t.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';

/** What has to be decided before one group or all of them move. */
export type MoveChoices = { drafts: 'reveal' | 'keep'; ballots: 'keep' | 'archive' };

/** Asks what becomes of private cards, and of ballots with papers that the move goes behind. */
export const MoveQuestions = ({
  choices,
  hiddenCards,
  asksBallots,
  onChange,
}: {
  choices: MoveChoices;
  /** How many finished cards are private; null asks nothing. */
  hiddenCards: number | null;
  asksBallots: boolean;
  onChange: (choices: MoveChoices) => void;
}) => {
  const t = useT();
  return (
    <>
      {hiddenCards !== null && (
        <RadioGroup
          label={t('lead.move.drafts', { cards: hiddenCards })}
          value={choices.drafts}
          onChange={(drafts) => onChange({ ...choices, drafts })}
          options={[
            { value: 'reveal', label: t('lead.move.drafts.reveal'), hint: t('lead.move.drafts.reveal.hint') },
            { value: 'keep', label: t('lead.move.drafts.keep'), hint: t('lead.move.drafts.keep.hint') },
          ]}
        />
      )}
      {asksBallots && (
        <RadioGroup
          label={t('lead.move.ballots')}
          value={choices.ballots}
          onChange={(ballots) => onChange({ ...choices, ballots })}
          options={[
            { value: 'keep', label: t('lead.move.ballots.keep'), hint: t('lead.move.ballots.keep.hint') },
            { value: 'archive', label: t('lead.move.ballots.archive'), hint: t('lead.move.ballots.archive.hint') },
          ]}
        />
      )}
    </>
  );
};
