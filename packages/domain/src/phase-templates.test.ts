import { expect, test } from 'vitest';
import { PHASE_TEMPLATES, templateMinutes } from './phase-templates.ts';
import { PhaseTemplate } from './phases.ts';

test.each(Object.entries(PHASE_TEMPLATES))(
  'the template `%s` can be used, begins in the lobby and reads back',
  (_, one) => {
    expect(PhaseTemplate.parse(one)).toEqual(one);
    expect([one[0]?.kind, one.at(-1)?.kind]).toEqual(['lobby', 'readback']);
  },
);

const kinds = (id: keyof typeof PHASE_TEMPLATES): string[] => PHASE_TEMPLATES[id].map(({ kind }) => kind);

test('the short one takes forty-five minutes, ideas take no vote, and a given list no private writing', () => {
  expect(templateMinutes(PHASE_TEMPLATES.short)).toBe(45);
  for (const vote of ['shortlist', 'evaluate', 'revote']) expect(kinds('ideas')).not.toContain(vote);
  expect(kinds('given')).not.toContain('write');
  expect(kinds('given')).toContain('evaluate');
});
