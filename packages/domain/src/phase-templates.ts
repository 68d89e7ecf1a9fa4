import { DEFAULT_TEMPLATE, type PhaseTemplate } from './phases.ts';

/** Sessions that are ready to be used; an organiser may change any of them before a round is made. */
export const PHASE_TEMPLATES = {
  /** from first ideas to a text that is read back */
  default: DEFAULT_TEMPLATE,
  /** forty-five minutes */
  short: [
    { kind: 'lobby', minutes: 2 },
    { kind: 'frame', minutes: 3 },
    { kind: 'write', minutes: 8 },
    { kind: 'clarify', minutes: 8 },
    { kind: 'cluster', minutes: 7 },
    { kind: 'shortlist', minutes: 4 },
    { kind: 'discuss', minutes: 8 },
    { kind: 'readback', minutes: 5 },
  ],
  /** ideas, grouped, without any vote */
  ideas: [
    { kind: 'lobby', minutes: 5 },
    { kind: 'frame', minutes: 5 },
    { kind: 'write', minutes: 10 },
    { kind: 'clarify', minutes: 10 },
    { kind: 'cluster', minutes: 10 },
    { kind: 'readback', minutes: 5 },
  ],
  /** a list that was imported is weighed: nobody writes in private */
  given: [
    { kind: 'lobby', minutes: 5 },
    { kind: 'frame', minutes: 5 },
    { kind: 'clarify', minutes: 10 },
    { kind: 'evaluate', minutes: 10 },
    { kind: 'discuss', minutes: 15 },
    { kind: 'revote', minutes: 5 },
    { kind: 'readback', minutes: 5 },
  ],
} as const satisfies Record<string, PhaseTemplate>;

export type PhaseTemplateId = keyof typeof PHASE_TEMPLATES;

/** How long a session of these steps takes, minutes. */
export const templateMinutes = (template: Readonly<PhaseTemplate>): number =>
  template.reduce((sum, { minutes }) => sum + minutes, 0);
