import type { shell as en } from '../en/shell.ts';

export const shell: Record<keyof typeof en, string> = {
  'shell.attribution.named':
    'Votre nom et votre délégation figurent à côté de chaque carte que vous écrivez, pour tout votre groupe.',
  'shell.attribution.bloc':
    'Vos cartes indiquent votre bloc, ni votre nom ni votre nation, et seulement si chaque bloc compte ici au moins cinq personnes. La langue, le style et le moment peuvent tout de même trahir qui a écrit.',
  'shell.attribution.non-attributed':
    'Vos cartes s’affichent sans nom ni nation. Seul le serveur sait qui les a écrites, pour que vous puissiez modifier et retirer les vôtres ; il l’oublie à la clôture du groupe. La langue, le style et le moment peuvent tout de même trahir qui a écrit.',
  'shell.attribution.sealed':
    'Vos cartes s’affichent sans nom ni nation, et le serveur lui-même oublie à la révélation qui les a écrites ; dès lors, personne ne peut plus en retirer. La langue, le style et le moment peuvent tout de même trahir qui a écrit.',
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
