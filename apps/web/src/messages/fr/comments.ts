import type { comments as en } from '../en/comments.ts';

export const comments: Record<keyof typeof en, string> = {
  'group.panel.comments': 'Commentaires',
  'comments.label': 'Commentaires',
  'comments.new': 'Votre commentaire',
  'comments.add': 'Commenter',
  'comments.none': 'Rien n’a encore été dit',
  'comments.noneHere': 'Pas encore de commentaire ici',
  'comments.howTo':
    'Sélectionnez une carte et choisissez « Commentaires » pour demander, compléter ou objecter. La carte elle-même ne change pas.',
  'comments.all': 'Tous les commentaires',
  'comments.show': 'Montrer au tableau',
  'comments.gone': 'N’est plus au tableau',
  'comments.thread': 'Fil',
  'comments.settled': 'Réglé',
  'comments.settle': 'Régler',
  'comments.reopen': 'Rouvrir',
  'comments.reply': 'Répondre',
  'comments.replies': '{count, plural, one {# réponse} many {# de réponses} other {# réponses}}',
  'comments.takeBack': 'Retirer',
  'comments.withdrawn': 'Retiré par la personne qui l’a écrit.',
  'comments.tooLong': 'Au plus {limit, number} caractères.',
  'comments.count': '{count, plural, one {# commentaire} many {# de commentaires} other {# commentaires}}',
  'comments.open': 'Commentaires',
  'comments.openCount': 'Commentaires ({count, number})',
  'similar.mark': 'Marquer comme semblables',
  'similar.unmark': 'Finalement pas semblables',
  'similar.count':
    '{count, plural, one {semblable à # autre carte} many {semblable à # d’autres cartes} other {semblable à # autres cartes}}',
  'similar.said':
    '{pairs, plural, =0 {Elles l’étaient déjà.} one {Marquées comme semblables.} many {Toutes marquées comme semblables.} other {Toutes marquées comme semblables.}}',
  'similar.unsaid': 'Les marques sont retirées.',
  'coverage.opened':
    '{opened, number} sur {cards, plural, one {# carte regardée} many {# de cartes regardées} other {# cartes regardées}}',
  'coverage.title': 'Ce que le groupe a regardé',
  'coverage.lookedAt': 'Regardées',
  'coverage.discussed': 'Commentées',
  'coverage.of': '{count, number} sur {of, number}',
  'coverage.how':
    'Compté une fois par minute, à partir de trois personnes qui lisent ; personne n’est compté par son nom. L’animation n’est pas comptée. Une carte compte quand elle est restée visible assez longtemps pour être lue.',
  'coverage.untouched':
    '{count, plural, one {# carte que personne n’a regardée} many {# de cartes que personne n’a regardées} other {# cartes que personne n’a regardées}}',
  'coverage.none': 'Toutes les cartes ont été regardées.',
};
