import {
  DEFAULT_AXES,
  DEFAULT_THRESHOLDS,
  defaultDotSettings,
  type BallotKind,
  type BallotRules,
} from '@rapport/domain/ballots';
import { LIMITS } from '@rapport/domain/limits';
import type { BallotDraft } from '@rapport/protocol/ballot-draft';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';

type Settings = NonNullable<BallotDraft['settings']>;

/** Settings that a kind has beside `closesWithTimer`. */
const KNOWN: Record<BallotKind, readonly (keyof Settings)[]> = {
  dots: ['budget', 'cap'],
  rating: ['axes', 'thresholds'],
  ranking: [],
  endorsement: ['thresholds'],
};

/**
 * The rules a ballot opens under and keeps: as given, else as the method says. Refuses a setting its kind does not have
 * rather than leaving it out: whoever sent it means something by it.
 */
export const settleRules = (input: BallotDraft): Outcome<BallotRules> => {
  const { kind, settings = {} } = input;
  const options = input.options.length;
  const strange = (Object.keys(settings) as (keyof Settings)[]).find(
    (name) => name !== 'closesWithTimer' && settings[name] !== undefined && !KNOWN[kind].includes(name),
  );
  if (strange !== undefined) {
    return fail('invalid-input', `A ballot of the kind "${kind}" has no setting "${strange}".`, `settings.${strange}`);
  }
  const timing = settings.closesWithTimer === true ? { closesWithTimer: true } : {};
  const thresholds = { ...DEFAULT_THRESHOLDS, ...settings.thresholds };
  switch (kind) {
    case 'dots': {
      const byRule = defaultDotSettings(options);
      const budget = settings.budget ?? byRule.budget;
      const cap = settings.cap ?? Math.min(byRule.cap, budget);
      return cap > budget
        ? // A cap above the budget could never be reached.
          fail('invalid-input', `The cap of ${cap} dots is above the budget of ${budget}.`, 'settings.cap')
        : succeed({ kind, settings: { budget, cap, ...timing } });
    }
    case 'rating':
      return succeed({ kind, settings: { axes: settings.axes ?? DEFAULT_AXES, thresholds, ...timing } });
    case 'ranking':
      return options > LIMITS.rankedOptions
        ? fail('invalid-input', `At most ${LIMITS.rankedOptions} options can be ranked.`, 'options')
        : succeed({ kind, settings: timing });
    case 'endorsement':
      return succeed({ kind, settings: { thresholds, ...timing } });
  }
};
