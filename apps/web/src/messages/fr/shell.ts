import type { shell as en } from '../en/shell.ts';

export const shell: Record<keyof typeof en, string> = {
  'shell.phase.lobby': 'Accueil',
  'shell.phase.frame': 'Question',
  'shell.phase.write': 'Écrire',
  'shell.phase.clarify': 'Clarifier',
  'shell.phase.cluster': 'Regrouper',
  'shell.phase.draft': 'Rédiger',
  'shell.phase.shortlist': 'Présélection',
  'shell.phase.evaluate': 'Évaluer',
  'shell.phase.discuss': 'Débattre',
  'shell.phase.revote': 'Revoter',
  'shell.phase.readback': 'Relecture',
};
