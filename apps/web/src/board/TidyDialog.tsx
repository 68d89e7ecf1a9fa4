import { useState } from 'react';
import type { BallotId } from '@rapport/domain/ids';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { BallotState } from '@rapport/protocol/group-state';
import { useGroup } from '../connection/group-store.ts';
import { live } from '../connection/live.ts';
import { useT } from '../messages/use-t.ts';
import { DeedDialog } from '../ui/DeedDialog.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { tidy, type Tidying } from './tidy-board.ts';
import { useBoardClusters } from './use-board.ts';

/** Ballots whose published results put cards, clusters or what grew from them in order; an endorsement has no score. */
const scored = (ballots: readonly BallotState[], sources: ReadonlyMap<string, readonly string[]>): BallotState[] =>
  ballots
    .filter(
      ({ status, kind, options }) =>
        status === 'closed' &&
        kind !== 'endorsement' &&
        options.some(({ subject }) => subject.kind !== 'option' || (sources.get(subject.id) ?? []).length > 0),
    )
    .toReversed();

/** Asks how the board is to be tidied. */
export const TidyDialog = ({
  session,
  rights,
  onClose,
}: {
  session: BoardSession;
  rights: BoardRights;
  onClose: () => void;
}) => {
  const t = useT();
  const sources = new Map(
    useGroup((store) => store.state?.options)?.map((option) => [option.id, option.sources.map(({ id }) => id)]),
  );
  const ballots = scored(useGroup((store) => store.state?.ballots) ?? [], sources);
  const hasClusters = useBoardClusters().length > 0;
  const [kind, setKind] = useState<Tidying['kind']>(hasClusters ? 'clusters' : 'loose');
  const [chosen, setChosen] = useState<BallotId | null>(null);
  const ballot = ballots.find(({ id }) => id === chosen) ?? ballots[0];
  const deed = async (): Promise<Outcome<Tidying>> => {
    if (kind !== 'score') return succeed({ kind });
    if (ballot === undefined) return succeed({ kind: 'clusters' });
    const results = await live.command('ballot.results', { ballotId: ballot.id });
    return results.ok ? succeed({ kind, results: results.value, sources }) : results;
  };
  return (
    <DeedDialog
      title={t('tidy.title')}
      confirm={t('tidy.confirm')}
      deed={deed}
      onDone={(tidying) => tidy(session, rights, tidying)}
      onClose={onClose}
    >
      <RadioGroup
        label={t('tidy.how')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'clusters', label: t('tidy.clusters'), hint: t('tidy.clusters.hint') },
          { value: 'loose', label: t('tidy.loose'), hint: t('tidy.loose.hint') },
          {
            value: 'score',
            label: t('tidy.score'),
            hint: t(ballot === undefined ? 'tidy.score.none' : 'tidy.score.hint'),
            isDisabled: ballot === undefined,
          },
        ]}
      />
      {kind === 'score' && ballot !== undefined && ballots.length > 1 && (
        <Select
          label={t('tidy.ballot')}
          value={ballot.id}
          onChange={setChosen}
          options={ballots.map((one) => ({
            value: one.id,
            label: t('ballot.titleOfKind', {
              number: one.number,
              kind: t(`ballot.kind.${one.kind}`),
              options: one.options.length,
            }),
          }))}
        />
      )}
      <p>{t('tidy.note')}</p>
    </DeedDialog>
  );
};
