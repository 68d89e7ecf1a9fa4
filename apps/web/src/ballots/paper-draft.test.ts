import { describe, expect, it } from 'vitest';
import type { BallotOptionId } from '@rapport/domain/ids';
import { answeredOptions, blankDraft, choicesOf, isBlank, type PaperDraft } from './paper-draft.ts';

const a = 'a' as BallotOptionId;
const b = 'b' as BallotOptionId;

describe('a paper in the making', () => {
  it.each(['dots', 'rating', 'ranking', 'endorsement'] as const)('of %s begins blank', (kind) => {
    expect(isBlank(blankDraft(kind))).toBe(true);
    expect(answeredOptions(blankDraft(kind))).toBe(0);
  });

  it('counts an option as answered when both axes are, and knows half an answer', () => {
    const half: PaperDraft = { kind: 'rating', ratings: { [a]: [4, null] } };
    expect(answeredOptions(half)).toBe(0);
    expect(isBlank(half)).toBe(false);
    const whole: PaperDraft = { kind: 'rating', ratings: { [a]: [4, 'cannot-judge'], [b]: [null, null] } };
    expect(answeredOptions(whole)).toBe(1);
  });

  it('hands in "cannot judge" as no rating', () => {
    expect(choicesOf({ kind: 'rating', ratings: { [a]: [4, 'cannot-judge'], [b]: [null, 1] } })).toEqual({
      ratings: { [a]: [4, null], [b]: [null, 1] },
    });
  });

  it('hands in a reason only with a level that asks for one', () => {
    expect(
      choicesOf({
        kind: 'endorsement',
        levels: { [a]: { level: 'endorse', text: 'left over' }, [b]: { level: 'oppose', text: '  too soon ' } },
      }),
    ).toEqual({ levels: { [a]: { level: 'endorse' }, [b]: { level: 'oppose', text: 'too soon' } } });
  });
});
