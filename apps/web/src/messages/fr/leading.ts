import type { leading as en } from '../en/leading.ts';

export const leading: Record<keyof typeof en, string> = {
  'board.author.by': 'De',
  'board.lookHere': 'Regardez ici',
  'board.sign': 'Elle est de moi…',
  'board.sign.hint': 'Met votre nom sur cette carte',
  'board.sign.title': 'Mettre votre nom sur cette carte ?',
  'board.sign.confirm': 'Elle est de moi',
  'board.sign.who':
    'Tout le groupe, les personnes qui l’animent et l’organisation y verront votre nom et votre délégation.',
  'board.sign.files': 'Cette carte seulement. Aucune exportation ne contient votre nom pour autant.',
  'board.sign.untilClose': 'À la clôture de la session, il est retiré avec tout ce qui dit encore qui a écrit quoi.',
  'board.sign.final': 'On ne peut pas y revenir : d’autres peuvent l’avoir lu.',
  'board.said.signed': 'Votre nom figure sur la carte.',
  'board.said.pointed': 'Tout le monde est invité à regarder là.',

  'notice.label': 'Dit au groupe',
  'notice.from.organiser': 'De l’organisation :',
  'notice.from.leader': 'De l’animation :',
  'notice.attribution.more': 'On peut désormais en savoir plus sur qui a écrit une carte.',
  'notice.attribution.less': 'On en sait désormais moins sur qui a écrit une carte.',
  'notice.attribution.more.scope':
    'Cela vaut pour ce qui s’écrit à partir de maintenant. Ce qui existait garde la promesse sous laquelle il a été écrit.',
  'notice.attribution.less.scope': 'Cela vaut pour tout, y compris ce qui existait déjà.',
  'notice.aside': 'Mettre de côté',
  'spotlight.offer': 'L’animation vous invite à regarder « {title} ».',
  'spotlight.yours': 'Vous invitez tout le monde à regarder « {title} ».',
  'spotlight.go': 'Y aller',
  'spotlight.decline': 'Pas maintenant',
  'spotlight.end': 'Ne plus montrer',
  'help.open.button': 'Appeler l’organisation…',
  'help.title': 'Appeler l’organisation ?',
  'help.confirm': 'Appeler',
  'help.who':
    'L’organisation voit que votre groupe a besoin d’elle. Elle et les personnes qui animent le groupe voient ce que vous écrivez ici, sans votre nom.',
  'help.text': 'Ce qu’il faut (peut rester vide)',
  'help.called': 'L’organisation a été appelée.',
  'help.open': '{count, plural, one {L’organisation a été appelée.} other {L’organisation a été appelée # fois.}}',
  'help.settled': 'C’est réglé',

  'announce.text': 'Message',
  'announce.send': 'Envoyer',
  'lead.menu.announce': 'Dire quelque chose à tous…',
  'lead.menu.roles': 'Rôles, co-animation…',
  'lead.menu.attribution': 'Qui est montré avec une carte…',
  'lead.announce.title': 'Dire quelque chose à tous',
  'lead.announce.body':
    'Le message reste sur chaque écran de ce groupe jusqu’à ce qu’on le mette de côté ; les lecteurs d’écran le lisent.',
  'lead.attribution.title': 'Qui est montré avec une carte',
  'lead.attribution.which': 'Ce que l’on peut savoir de qui a écrit une carte',
  'lead.attribution.confirm': 'Changer pour ce groupe',
  'lead.attribution.less':
    'On en dit moins : cela vaut aussitôt pour tout ce qui existe. Les cartes signées gardent leur nom.',
  'lead.attribution.more':
    'On en dit plus : cela vaut pour ce qui s’écrit à partir de maintenant. Les cartes et brouillons existants gardent pour toujours la promesse sous laquelle ils ont été écrits.',
  'lead.attribution.sealed':
    'Ce qui dit qui a écrit les cartes révélées est détruit pour toujours. Plus personne ne peut les retirer ni les signer, et les signatures disparaissent.',
  'lead.attribution.told': 'Tout le groupe en est averti.',
  'lead.roles.title': 'Rôles dans ce groupe',
  'lead.roles.body':
    'La co-animation peut tout ce que peut l’animation, et peut prendre le relais quand celle-ci n’est plus là. Cela vaut aussitôt.',
  'lead.roles.organiser':
    'Cela vaut aussitôt. Un groupe a une seule personne à l’animation et une seule au rapport : celle qui l’était cède la place.',
  'lead.roles.of': 'Rôle de {name}',

  'organise.template.title': 'Étapes de la session',
  'organise.template.default': 'Des idées à un texte',
  'organise.template.short': 'Quarante-cinq minutes',
  'organise.template.ideas': 'Des idées seulement, sans vote',
  'organise.template.given': 'Évaluer une liste donnée',
  'organise.template.own': 'Vos propres étapes',
  'organise.template.sum':
    '{steps, plural, one {# étape} other {# étapes}}, {minutes, plural, one {# minute} other {# minutes}} en tout',
  'organise.template.edit': 'Voir et changer les étapes',
  'organise.template.kind': 'Étape {number, number}',
  'organise.template.minutes': 'Minutes de l’étape {number, number}',
  'organise.template.minutesShort': 'min',
  'organise.template.up': 'Monter l’étape {number, number}',
  'organise.template.down': 'Descendre l’étape {number, number}',
  'organise.template.remove': 'Retirer l’étape {number, number}',
  'organise.template.add': 'Ajouter une étape',
  'organise.template.wrong': 'Chaque étape dure de 1 à 600 minutes.',

  'organise.live.announce': 'Dire quelque chose à tous les groupes…',
  'organise.live.announce.title': 'Dire quelque chose à tous les groupes',
  'organise.live.announce.body':
    'Le message reste sur les écrans de chaque groupe de ce symposium qui n’est pas clos, jusqu’à ce qu’on le mette de côté.',
  'organise.live.announced': '{groups, plural, one {# groupe averti.} other {# groupes avertis.}}',
  'organise.live.extend': '{minutes, plural, one {# minute de plus} other {# minutes de plus}} pour tous',
  'organise.live.extended': '{groups, plural, one {# minuteur changé.} other {# minuteurs changés.}}',
  'organise.live.all': 'Tous les groupes de cette séance',
  'organise.moveAll.open': 'Déplacer tous les groupes…',
  'organise.moveAll.title': 'Déplacer tous les groupes de cette session ?',
  'organise.moveAll.to': 'Les passer à',
  'organise.moveAll.confirm':
    '{groups, plural, =0 {Aucun groupe à déplacer} one {Passer un groupe à {phase}} other {Passer # groupes à {phase}}}',
  'organise.moveAll.moves': '{groups, plural, one {Un groupe avance.} other {# groupes avancent.}}',
  'organise.moveAll.back':
    '{groups, plural, one {Un groupe revient en arrière :} other {# groupes reviennent en arrière :}}',
  'organise.moveAll.there':
    '{groups, plural, one {Un groupe s’y trouve déjà et y reste :} other {# groupes s’y trouvent déjà et y restent :}}',
  'organise.moveAll.no-step':
    '{groups, plural, one {Un groupe n’a pas cette étape et reste où il est :} other {# groupes n’ont pas cette étape et restent où ils sont :}}',
  'organise.moveAll.timers':
    'Leurs minuteurs sont réglés sur la nouvelle étape et attendent d’être lancés ; ce qui est ouvert le reste.',
  'organise.moveAll.moved': '{groups, plural, one {Un groupe a été déplacé.} other {# groupes ont été déplacés.}}',
  'organise.moveAll.refused': 'Non déplacés, à regarder un par un : {groups}.',
  'organise.why.help': '{count, plural, one {A besoin d’aide.} other {A besoin d’aide (# appels).}}',
  'organise.why.helpText': 'A besoin d’aide : {text}',
};
