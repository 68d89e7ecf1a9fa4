import type { board as en } from '../en/board.ts';

export const board: Record<keyof typeof en, string> = {
  'board.region': 'Tableau',
  'board.name': 'Cartes du tableau',
  'board.keys':
    'Les flèches vont d’une carte à l’autre. Entrée modifie, Espace sélectionne, M déplace, G regroupe, N crée une carte, Suppr met à la corbeille. Le point d’interrogation montre toutes les touches.',
  'board.tools': 'Outils du tableau',
  'board.tool.card': '+ Carte',
  'board.tool.draft': '+ Ma carte',
  'board.tool.cluster': 'Ensemble',
  'board.tool.find': 'Chercher',
  'board.tool.select': 'Sélectionner une zone',
  'board.tool.fit': 'Tout voir',
  'board.tool.zoom': 'Zoom',
  'board.tool.zoomIn': 'Agrandir',
  'board.tool.zoomOut': 'Réduire',
  'board.tool.zoomReset': 'Zoom {percent} %, revenir à 100 %',
  'board.tool.percent': '{percent} %',
  'board.tool.bin': 'Corbeille ({count})',
  'board.undo': 'Annuler',
  'board.redo': 'Rétablir',
  'board.full': 'Le tableau contient autant de cartes que possible.',
  'board.drop.group': 'Regrouper avec cette carte',
  'board.drop.merge': 'Fusionner avec « {cluster} »',
  'board.drop.into': 'Dans « {cluster} »',

  'board.empty.title': 'Le tableau est vide',
  'board.empty.text':
    'Double-cliquez n’importe où, appuyez sur N ou utilisez « + Carte » pour écrire la première carte.',
  'board.empty.readOnly': 'Rien n’y a encore été mis.',
  'board.empty.private': 'Les cartes s’écrivent maintenant en privé',
  'board.empty.privateText':
    'Écrivez les vôtres dans « Mes cartes ». Elles apparaîtront toutes ensemble ici à la révélation.',

  'board.denied.role-refused': 'Vous pouvez lire ici, pas écrire.',
  'board.denied.group-closed': 'Le groupe a clos sa session. Le tableau se lit, mais ne se modifie plus.',
  'board.denied.board-locked': 'Le tableau est verrouillé. Vous pouvez lire et vous déplacer.',
  'board.denied.clusters-locked':
    'Les ensembles sont verrouillés. On peut écrire des cartes et les déplacer dans le leur.',
  'board.denied.not-connected': 'Le tableau n’est pas connecté.',

  'board.card.kind': 'Carte :',
  'board.card.inCluster': ', dans l’ensemble {cluster}',
  'board.card.untitled': 'Carte sans titre',
  'board.card.late': 'ajoutée après la révélation',
  'board.card.proxy': 'saisie par la facilitation',
  'board.card.edit': 'Modifier',
  'board.card.editor': 'Modifier la carte',
  'board.card.titleLabel': 'Titre',
  'board.card.titlePlaceholder': 'L’idée en une ligne',
  'board.card.bodyLabel': 'Texte (facultatif)',
  'board.card.bodyPlaceholder': 'Pourquoi, comment, qui',
  'board.card.done': 'Terminé',
  'board.card.more': 'Autres commandes pour cette carte',
  'board.card.takeOut': 'Retirer de l’ensemble',
  'board.card.gone': 'Cette carte n’existe plus.',
  'board.card.binned': 'Quelqu’un a mis cette carte à la corbeille.',
  'board.card.full': 'Une carte contient {count, number} caractères.',
  'board.card.withdraw': 'Retirer ma carte',
  'board.card.withdrawHint': 'Définitif, pour tout le monde',
  'board.card.withdrawBody':
    'Votre carte quitte le tableau, la corbeille et tout l’historique, pour tout le monde, sans retour possible.',
  'board.card.withdrawConfirm': 'La retirer définitivement',

  'board.mark.tools': 'Mise en forme',
  'board.mark.bold': 'Gras',
  'board.mark.italic': 'Italique',
  'board.mark.bulletList': 'Liste',
  'board.mark.orderedList': 'Liste numérotée',
  'board.mark.link': 'Lien',
  'board.mark.address': 'Adresse du lien',
  'board.mark.setLink': 'Poser le lien',

  'board.cluster.kind': 'Ensemble :',
  'board.cluster.count': '{count, plural, =0 {aucune carte} one {# carte} many {# cartes} other {# cartes}}',
  'board.cluster.untitled': 'Ensemble sans titre',
  'board.cluster.title': 'Titre de l’ensemble',
  'board.cluster.titlePlaceholder': 'Qu’est-ce qui les réunit ?',
  'board.cluster.empty': 'Glissez des cartes ici, ou utilisez « Déplacer vers un ensemble… ».',

  'board.selection': 'Cartes sélectionnées',
  'board.selection.count': '{count, plural, one {# carte} many {# cartes} other {# cartes}}',
  'board.selection.group': 'Regrouper',
  'board.selection.moveToCluster': 'Déplacer vers un ensemble…',
  'board.selection.bin': 'Mettre à la corbeille',
  'board.selection.more': 'Autres commandes pour ces cartes',
  'board.selection.clear': 'Effacer la sélection',

  'board.said.grouped':
    '{count, plural, =0 {Nouvel ensemble} one {# carte regroupée} many {# cartes regroupées} other {# cartes regroupées}}',
  'board.said.moved':
    '{count, plural, one {# carte déplacée} many {# cartes déplacées} other {# cartes déplacées}} vers {cluster}',
  'board.said.unclustered':
    '{count, plural, one {# carte retirée} many {# cartes retirées} other {# cartes retirées}} de l’ensemble',
  'board.said.dissolved': 'Ensemble « {cluster} » dissous ; ses cartes restent.',
  'board.said.merged': 'Ensemble « {cluster} » fusionné avec « {into} ».',
  'board.said.binned':
    '{count, plural, one {# carte mise} many {# cartes mises} other {# cartes mises}} à la corbeille.',
  'board.said.restored':
    '{count, plural, one {# carte remise} many {# cartes remises} other {# cartes remises}} sur le tableau',
  'board.said.selected':
    '{count, plural, =0 {rien de sélectionné} one {# carte sélectionnée} many {# cartes sélectionnées} other {# cartes sélectionnées}}',
  'board.said.moving':
    'Déplacement de {count, plural, one {# carte} many {# cartes} other {# cartes}} : les flèches déplacent, Entrée pose, Échap remet en place.',
  'board.said.placed': 'Posé',
  'board.said.putBack': 'Remis en place',
  'board.said.undone': 'Annulé',
  'board.said.redone': 'Rétabli',
  'board.said.nothing-undone': 'Rien à annuler',
  'board.said.nothing-redone': 'Rien à rétablir',
  'board.said.stale': 'Quelqu’un d’autre l’a modifié depuis. Cela reste tel quel.',
  'board.said.withdrawn': 'Votre carte est retirée.',
  'board.said.gone': 'La carte où vous étiez a été enlevée ; vous êtes sur sa voisine.',

  'document.saved.saved': 'Enregistré',
  'document.saved.saving': 'Enregistrement',
  'document.saved.connecting': 'Connexion',
  'document.saved.offline':
    '{changes, plural, =0 {Hors ligne. Ce que vous écrivez est gardé sur cet appareil} one {Hors ligne, # modification gardée sur cet appareil} many {Hors ligne, # modifications gardées sur cet appareil} other {Hors ligne, # modifications gardées sur cet appareil}}',
  'document.saved.offline.window':
    '{changes, plural, =0 {Hors ligne. Ce que vous écrivez est gardé dans cette fenêtre} one {Hors ligne, # modification gardée dans cette fenêtre} many {Hors ligne, # modifications gardées dans cette fenêtre} other {Hors ligne, # modifications gardées dans cette fenêtre}}',
  'document.saved.refused': 'Refusé, votre texte est gardé ici',
};
