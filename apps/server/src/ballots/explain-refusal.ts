import type { PaperRefusal } from '@rapport/domain/ballots';
import { fail, type Outcome } from '@rapport/protocol/failures';

/** Why a paper is not valid, for whoever filled it in. */
export const explainRefusal = (refusal: PaperRefusal): Outcome<never> => {
  switch (refusal.code) {
    case 'unknown-option':
      return fail(refusal.code, 'The paper names something that is not on this ballot.', 'choices');
    case 'over-budget':
      return fail(refusal.code, `The paper holds ${refusal.used} dots; there are ${refusal.budget}.`, 'choices.dots');
    case 'over-cap':
      return fail(
        refusal.code,
        `One option has ${refusal.dots} dots; at most ${refusal.cap} can go to one.`,
        'choices.dots',
      );
    case 'ranked-twice':
      return fail('invalid-input', 'The paper ranks one option twice.', 'choices.ranking');
    case 'text-not-asked':
      return fail(
        'invalid-input',
        'A text goes with a reservation or with opposition. Choose one of them, or leave the text out.',
        'choices.levels',
      );
    case 'wrong-kind':
      return fail('invalid-input', `This is no paper for a ballot of the kind "${refusal.kind}".`, 'choices');
  }
};
