import { describe, expect, it } from 'vitest';
import { DEFAULT_AXES, DEFAULT_THRESHOLDS, type BallotKind } from '@rapport/domain/ballots';
import { COMMANDS } from '@rapport/protocol/commands';
import { settleRules } from './settle-rules.ts';

const settle = (kind: BallotKind, options: number, settings?: object) =>
  settleRules(
    COMMANDS['ballot.open'].parse({
      groupId: 'g1',
      kind,
      options: Array.from({ length: options }, (_, index) => ({ kind: 'card', id: `c${index}` })),
      settings,
    }),
  );

const refused = (field: string) => ({ ok: false, failure: { code: 'invalid-input', field } });

describe('the rules a ballot opens under', () => {
  it.each<[BallotKind, number, object | undefined, object]>([
    ['dots', 9, undefined, { budget: 3, cap: 2 }],
    ['dots', 40, { closesWithTimer: true }, { budget: 6, cap: 2, closesWithTimer: true }],
    ['dots', 9, { budget: 1 }, { budget: 1, cap: 1 }],
    ['rating', 2, undefined, { axes: DEFAULT_AXES, thresholds: DEFAULT_THRESHOLDS }],
    [
      'rating',
      2,
      { axes: ['  Use ', { fr: 'Coût' }], thresholds: { dissent: 0.25 } },
      { axes: [{ en: 'Use' }, { fr: 'Coût' }], thresholds: { ...DEFAULT_THRESHOLDS, dissent: 0.25 } },
    ],
    ['ranking', 7, { closesWithTimer: false }, {}],
    ['endorsement', 200, {}, { thresholds: DEFAULT_THRESHOLDS }],
  ])('%s on %i options with %j', (kind, options, given, settings) => {
    expect(settle(kind, options, given)).toEqual({ ok: true, value: { kind, settings } });
  });

  it.each<[BallotKind, number, object, string]>([
    ['dots', 9, { budget: 2, cap: 3 }, 'settings.cap'],
    ['dots', 9, { thresholds: {} }, 'settings.thresholds'],
    ['rating', 2, { budget: 3 }, 'settings.budget'],
    ['ranking', 8, {}, 'options'],
    ['ranking', 2, { axes: ['a', 'b'] }, 'settings.axes'],
    ['endorsement', 1, { cap: 1 }, 'settings.cap'],
  ])('%s on %i options with %j is refused', (kind, options, given, field) => {
    expect(settle(kind, options, given)).toMatchObject(refused(field));
  });

  it.each([
    { axes: ['only one'] },
    { axes: ['', 'b'] },
    { axes: [{}, 'b'] },
    { axes: [{ en: 'x'.repeat(81) }, 'b'] },
    { thresholds: { support: 1.2 } },
    { budget: 51 },
  ])('%j is no setting at all', (settings) => {
    const input = { groupId: 'g1', kind: 'rating', options: [{ kind: 'card', id: 'c1' }], settings };
    expect(COMMANDS['ballot.open'].safeParse(input).success).toBe(false);
  });
});
