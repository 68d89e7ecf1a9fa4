import type { BallotResults } from '@rapport/domain/ballot-results';
import type { Translate } from '../messages/use-t.ts';

const rules = (t: Translate, results: BallotResults): string => {
  switch (results.kind) {
    case 'dots':
      return t('results.rules', { budget: results.budget, cap: results.cap });
    case 'rating':
      return t('results.rules.rating');
    case 'ranking':
      return t('results.rules.ranking', {
        ranked: results.ranked,
        abstained: results.base.valid - results.ranked,
      });
    case 'endorsement':
      return t('results.rules.endorsement');
  }
};

/** On what a result rests: papers, who might have voted, rules, papers that were entered for somebody. */
export const baseText = (t: Translate, results: BallotResults): string => {
  const { valid, entitled, proxies } = results.base;
  return [
    t('results.base', { options: results.options.length, valid, entitled }),
    rules(t, results),
    ...(proxies > 0 ? [t('results.proxies', { proxies })] : []),
  ].join(' ');
};
