import { expect, test } from 'vitest';
import { PHASE_TEMPLATES } from '@rapport/domain/phase-templates';
import { addStep, fromSteps, moveStep, toDraft } from './template-draft.ts';

const kinds = (steps: ReturnType<typeof toDraft>): string[] => steps.map(({ kind }) => kind);
const draft = toDraft(PHASE_TEMPLATES.ideas);

test('a template goes through the editor unchanged', () => {
  expect(fromSteps(draft)).toEqual(PHASE_TEMPLATES.ideas);
});

test('steps change places and stop at the ends', () => {
  expect(kinds(moveStep(draft, 2, -1)).slice(0, 4)).toEqual(['lobby', 'write', 'frame', 'clarify']);
  expect(kinds(moveStep(draft, 2, 1)).slice(0, 4)).toEqual(['lobby', 'frame', 'clarify', 'write']);
  expect(moveStep(draft, 0, -1)).toEqual(draft);
  expect(moveStep(draft, draft.length - 1, 1)).toEqual(draft);
});

test('a new step has a key of its own, whatever was removed', () => {
  const steps = addStep(draft.toSpliced(1, 2));
  expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
  expect(steps.at(-1)).toMatchObject({ kind: 'discuss', minutes: '10' });
});

test.each(['', '0', '601', '2.5', '-3', 'ten'])('%j is no number of minutes', (minutes) => {
  expect(fromSteps(draft.map((step, index) => (index === 1 ? { ...step, minutes } : step)))).toBeNull();
});
