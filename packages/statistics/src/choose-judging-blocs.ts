import type { BlocId } from '@rapport/domain/blocs';
import { chooseShownBlocs } from './choose-shown-blocs.ts';
import { countByBloc } from './count-papers.ts';

/**
 * Which blocs' values may be published on one option that not every paper has judged (docs/method.md §6, small cells).
 * A bloc has to pass twice: with all its valid papers, else a hidden bloc's abstentions could be had by subtraction,
 * and with those that judged the option, else the value would be one of fewer than five papers.
 *
 * @param valid all valid papers of the ballot
 * @param judging those of them that judged the option
 * @param blocs the symposium's blocs in its own order
 */
export const chooseJudgingBlocs = (
  valid: readonly { bloc: BlocId }[],
  judging: readonly { bloc: BlocId }[],
  blocs: readonly BlocId[],
): ReadonlySet<BlocId> => {
  const large = chooseShownBlocs(countByBloc(valid), blocs);
  return chooseShownBlocs(
    countByBloc(judging),
    blocs.filter((bloc) => large.has(bloc)),
  );
};
