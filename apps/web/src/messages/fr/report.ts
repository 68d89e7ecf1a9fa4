import type { report as en } from '../en/report.ts';

export const report: Record<keyof typeof en, string> = {
  'report.page': 'Rapport : {group}',
  'report.back': 'Retour au tableau',
  'report.views': 'Vues du rapport',
  'report.view.edit': 'Rédiger',
  'report.view.preview': 'Aperçu',
  'report.view.check': 'Vérifier',
  'report.view.export': 'Télécharger',
  'report.view.count': '{done}/{count}',
  'report.isInterim': 'Provisoire',
  'report.isFinal': 'Définitif',
  'report.closed': 'La session est close : le rapport peut être lu et téléchargé, mais plus modifié.',
  'report.reading':
    'Vous suivez le rapport pendant sa relecture. La rédaction revient à la personne chargée du rapport et à l’animation.',
  'report.notYet': 'Le rapport est en cours de rédaction',
  'report.notYet.body':
    'Le groupe le lit au moment de la relecture. Jusque-là, seules les personnes chargées du rapport et de l’animation le voient.',
  'report.readback': 'Relire au groupe',
  'report.forward': 'Transmettre à la plénière',
  'report.carets': 'Écrivent aussi ici : {names}',
  'report.empty': 'Rien n’est encore écrit.',

  'report.headlines': 'Messages principaux',
  'report.headlines.hint':
    'Trois messages que la plénière doit retenir, {most, plural, one {# mot} other {# mots}} au plus chacun.',
  'report.headlines.line': 'Message principal {place}',
  'report.words': '{words} mots sur {most}',
  'report.words.over': '{words} mots sur {most}, {over, plural, one {# de trop} other {# de trop}}',

  'report.options': 'Options transmises',
  'report.options.hint':
    '{count, plural, =0 {Aucune option transmise} one {# option transmise} other {# options transmises}}, {limit} au plus. Leurs textes se rédigent à côté du tableau.',
  'report.options.edit': 'Modifier les options',
  'report.options.none': 'Une option figure ici une fois figée, relue et transmise.',
  'report.options.others': 'Options pas encore transmises ({count})',
  'report.options.open': 'Ouvrir {code} à côté du tableau',
  'report.sources': 'Cartes d’origine ({count})',
  'report.sources.untitled': 'Carte sans titre',

  'report.agreement': 'Convergences et divergences du groupe',
  'report.agreement.hint':
    'Les phrases issues des résultats portent la mention « générée » tant que personne ne les modifie. Le rapport dit de qui sont les mots.',
  'report.agreement.none':
    'Pas encore de résultats. Des phrases pourront être reprises une fois un scrutin clos, ou écrites à la main.',
  'report.agreement.line': 'Phrase {place} sur {count}',
  'report.agreement.add': 'Ajouter une phrase',
  'report.origin.generated': 'Générée',
  'report.origin.edited': 'Générée, modifiée',
  'report.origin.own': 'Rédaction propre',
  'report.origin.outdated': 'Ne découle plus des résultats',
  'report.sentences.fresh':
    '{count, plural, one {# nouvelle phrase découle} other {# nouvelles phrases découlent}} des résultats. Ce que vous avez écrit reste tel quel.',
  'report.sentences.bringIn': '{count, plural, one {La reprendre} other {Les reprendre}}',
  'report.sentences.language':
    'Les phrases générées sont en {language}. Dans les fichiers, elles suivent la langue du rapport.',
  'report.sentences.say': 'Les mettre en {language}',
  'report.sentences.done': 'Les phrases sont à jour.',
  'report.keys': 'Entrée ajoute une ligne, Alt avec ↑ ou ↓ la déplace.',
  'report.sentence.up': 'Monter',
  'report.sentence.down': 'Descendre',
  'report.sentence.remove': 'Supprimer',
  'report.sentence.removed': 'La phrase a été supprimée.',
  'report.sentence.undo': 'Annuler',
  'report.sentence.moved': 'Maintenant en position {place}.',

  'report.ideas': 'Idées non poursuivies',
  'report.ideas.show':
    '{clusters, plural, =0 {Aucun ensemble} one {# ensemble} other {# ensembles}}, {options, plural, =0 {aucune option} one {# option} other {# options}}',
  'report.ideas.cards': '{count, plural, =0 {aucune carte} one {# carte} other {# cartes}}',
  'report.ideas.loose': 'Hors ensemble',

  'report.questions': 'Questions à la plénière',
  'report.questions.hint': 'Ce à quoi les autres groupes ou la présidence devraient répondre.',
  'report.questions.line': 'Question {place} sur {count}',
  'report.questions.add': 'Ajouter une question',

  'report.preview': 'Tel qu’imprimé',
  'report.preview.interim': '{count, plural, =0 {Provisoire} one {Provisoire, # page} other {Provisoire, # pages}}',
  'report.preview.final': '{count, plural, =0 {Définitif} one {Définitif, # page} other {Définitif, # pages}}',
  'report.preview.again': 'Actualiser',
  'report.preview.page': 'Page {page, number} sur {count, number} du rapport imprimé',

  'report.checks': 'Avant l’envoi',
  'report.checks.done': '{done} sur {count}. Rien ici ne vous bloque.',
  'report.checks.yes': 'Fait :',
  'report.checks.no': 'À voir :',
  'report.check.headlines': 'Messages principaux',
  'report.check.headlines.now':
    '{written} sur {most} rédigés{over, plural, =0 {} one {, # trop long} other {, # trop longs}}',
  'report.check.readback': 'Relecture',
  'report.check.readback.now': '{asked} sur {pursued, plural, one {# option relue} other {# options relues}}',
  'report.check.forwarded': 'Transmises',
  'report.check.forwarded.now': '{forwarded} sur {limit} au plus',
  'report.check.reservations': 'Réserves',
  'report.check.reservations.now':
    '{count, plural, =0 {Aucune. Demandez s’il y en a.} one {# sera imprimée} other {# seront imprimées}}',
  'report.check.sentences': 'Convergences et divergences',
  'report.check.sentences.now':
    '{written, plural, =0 {Rien d’écrit} one {# phrase} other {# phrases}}{outdated, plural, =0 {} one {, # ne correspond plus aux résultats} other {, # ne correspondent plus aux résultats}}{fresh, plural, =0 {} one {, # à reprendre} other {, # à reprendre}}',
  'report.check.questions': 'Questions à la plénière',
  'report.check.questions.now': '{written, plural, =0 {Aucune} one {# question} other {# questions}}',

  'report.names.none': 'Aucun texte du rapport ne contient de nom ni de délégation de la liste.',
  'report.names.some':
    '{count, plural, one {# texte contient un nom ou une délégation} other {# textes contiennent des noms ou des délégations}}',
  'report.names.what':
    'Les mots ne sont jamais modifiés à votre place : faites-les changer s’ils disent qui a parlé, laissez-les sinon.',
  'report.names.list': 'Textes contenant un nom ou une délégation',
  'report.names.more': '{count, plural, one {# autre texte} other {# autres textes}}',
  'report.names.again': 'Vérifier à nouveau',
  'report.place.headline': 'Message principal',
  'report.place.agreement': 'Convergences et divergences',
  'report.place.question': 'Question à la plénière',
  'report.place.option': 'Option',
  'report.place.reservation': 'Réserve',
  'report.place.objection': 'Objection à la relecture',
  'report.place.reason': 'Motif dans un scrutin',
  'report.place.cluster': 'Ensemble',
  'report.place.card': 'Carte',

  'report.history': 'Versions antérieures',
  'report.history.intro':
    'Le rapport est conservé au début de chaque phase et toutes les quelques minutes de travail. Seules les personnes qui le rédigent voient ceci.',
  'report.history.none':
    'Aucune version conservée. La première le sera à la phase suivante ou après quelques minutes de travail.',
  'report.history.words': '{count, plural, one {# mot} other {# mots}}',
  'report.history.restore': 'Rétablir cette version',
  'report.history.ask': 'Rétablir cette version du rapport ?',
  'report.history.all': 'Messages, phrases et questions redeviennent ce qu’ils étaient, pour tout le monde à la fois.',
  'report.history.kept': 'Le rapport actuel est d’abord conservé et peut être rétabli de la même façon.',
  'report.history.confirm': 'Rétablir',
  'report.history.restored': 'Le rapport est rétabli. Le précédent est conservé.',

  'report.write': 'Rédiger le rapport',
  'report.look': 'Le rapport tel qu’il se lit',
  'report.write.hint': 'Messages principaux, convergences et questions, avec les pages imprimées à côté.',
  'report.write.go': 'Ouvrir le rapport',
};
