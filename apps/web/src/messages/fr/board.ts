import type { board as en } from '../en/board.ts';

export const board: Record<keyof typeof en, string> = {
  'board.region': 'Tableau',
  'board.name': 'Cartes du tableau',
  'board.keys':
    'Les flèches vont d’une carte à l’autre. Entrée modifie, Espace sélectionne, M déplace, G regroupe, N crée une carte, Suppr met à la corbeille. Le point d’interrogation montre toutes les touches.',

  'board.empty.title': 'Le tableau est vide',
  'board.empty.text':
    'Double-cliquez n’importe où, appuyez sur N ou utilisez « + Carte » pour écrire la première carte.',
  'board.empty.readOnly': 'Rien n’y a encore été mis.',
  'board.empty.private': 'Les cartes s’écrivent maintenant en privé',
  'board.empty.privateText':
    'Écrivez les vôtres dans « Mes cartes ». Elles apparaîtront toutes ensemble ici à la révélation.',

  'board.card.kind': 'Carte :',
  'board.card.inCluster': ', dans l’ensemble {cluster}',
  'board.card.untitled': 'Carte sans titre',
  'board.card.late': 'ajoutée après la révélation',
  'board.card.proxy': 'saisie par la facilitation',

  'board.cluster.kind': 'Ensemble :',
  'board.cluster.count': '{count, plural, =0 {aucune carte} one {# carte} many {# cartes} other {# cartes}}',
  'board.cluster.untitled': 'Ensemble sans titre',
  'board.cluster.empty': 'Glissez des cartes ici, ou utilisez « Déplacer vers un ensemble… ».',

  'document.saved.saved': 'Enregistré',
  'document.saved.saving': 'Enregistrement',
  'document.saved.connecting': 'Connexion',
  'document.saved.offline':
    '{changes, plural, =0 {Hors ligne. Ce que vous écrivez est gardé sur cet appareil} one {Hors ligne, # modification gardée sur cet appareil} many {Hors ligne, # modifications gardées sur cet appareil} other {Hors ligne, # modifications gardées sur cet appareil}}',
  'document.saved.refused': 'Refusé, votre texte est gardé ici',
};
