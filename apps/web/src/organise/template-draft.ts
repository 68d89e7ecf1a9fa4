import type { PhaseTemplate } from '@rapport/domain/phases';

/** A step as it is being written; `key` stays its own when steps change places. */
export type DraftStep = { key: number; kind: PhaseTemplate[number]['kind']; minutes: string };

const MOST_MINUTES = 600;
export const MOST_STEPS = 40;

export const toDraft = (template: Readonly<PhaseTemplate>): DraftStep[] =>
  template.map(({ kind, minutes }, key) => ({ key, kind, minutes: String(minutes) }));

/** Minutes of a step; null while what is written is no such number. */
const minutesOf = ({ minutes }: DraftStep): number | null => {
  const number = /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : 0;
  return number >= 1 && number <= MOST_MINUTES ? number : null;
};

/** The template that was written; null while a step has no right number of minutes. */
export const fromSteps = (steps: readonly DraftStep[]): PhaseTemplate | null => {
  const template: PhaseTemplate = [];
  for (const step of steps) {
    const minutes = minutesOf(step);
    if (minutes === null) return null;
    template.push({ kind: step.kind, minutes });
  }
  return template;
};

/** Steps with the one at `from` one place further up (−1) or down (1); the same where there is none. */
export const moveStep = (steps: readonly DraftStep[], from: number, by: -1 | 1): DraftStep[] => {
  const step = steps[from];
  const to = from + by;
  if (step === undefined || to < 0 || to >= steps.length) return [...steps];
  return steps.toSpliced(from, 1).toSpliced(to, 0, step);
};

/** A new step at the end: one more round of discussion is what is most often wanted. */
export const addStep = (steps: readonly DraftStep[]): DraftStep[] => [
  ...steps,
  { key: 1 + Math.max(0, ...steps.map(({ key }) => key)), kind: 'discuss', minutes: '10' },
];
