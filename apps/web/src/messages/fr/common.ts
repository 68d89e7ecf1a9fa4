import type { common as en } from '../en/common.ts';

export const common: Record<keyof typeof en, string> = {
  'common.cancel': 'Annuler',
  'common.done': 'Terminé',
  'common.close': 'Fermer',
  'common.retry': 'Réessayer',
  'common.loading': 'Chargement…',
  'common.notices': 'Avis',
  'common.marking': 'Marquage de protection',
  'common.language': 'Langue',
  'common.theme.light': 'Apparence claire',
  'common.theme.dark': 'Apparence sombre',
  'common.chathamHouse': 'Règle de Chatham House',
  'common.reload': 'Recharger cette page',
  'common.broken.title': 'Un problème est survenu sur cette page',
  'common.broken.body':
    'Ce qui était indiqué comme enregistré est en sûreté. Rechargez la page pour continuer ; si cela se reproduit, prévenez l’organisation.',
  'common.group': 'Groupe {number, number}',
  'common.skip': 'Aller au contenu',

  'failure.unavailable': 'Le serveur est injoignable pour le moment. Vérifiez votre réseau.',
  'failure.internal': 'Un problème est survenu sur le serveur. Il a été consigné.',
};
