import type { en } from './en.ts';

/** The report's own words in French. */
export const fr: Record<keyof typeof en, string> = {
  'report.title': 'Rapport du groupe {number}',
  'report.title-named': 'Rapport du groupe {number} : {name}',
  'report.interim': 'Rapport provisoire',
  'report.interim-notice': 'La séance de ce groupe n’est pas close. Ce qui figure ici peut encore changer.',
  'report.final': 'Rapport final',
  'report.status': '{status}, version {version}',
  'report.watermark': 'PROVISOIRE',
  'report.page': 'Page {page} sur {pages}',

  'fact.round': 'Session',
  'fact.date': 'Date',
  'fact.marking': 'Marquage',
  'fact.attribution': 'Attribution',
  'fact.status': 'État',
  'fact.participants': 'Participation',
  'fact.participants-value':
    '{present, plural, one {# siège présent} many {# sièges présents} other {# sièges présents}} sur {seats, plural, one {#} many {#} other {#}}',
  'fact.material': 'Contenu',
  'fact.cards': '{count, plural, =0 {aucune carte} one {# carte} many {# cartes} other {# cartes}}',
  'fact.clusters':
    '{count, plural, =0 {aucun regroupement} one {# regroupement} many {# regroupements} other {# regroupements}}',
  'fact.ballots':
    '{count, plural, =0 {aucun scrutin clos} one {# scrutin clos} many {# scrutins clos} other {# scrutins clos}}',

  'attribution.named': 'Nominative',
  'attribution.bloc': 'Par bloc',
  'attribution.non-attributed': 'Non attribuée',
  'attribution.sealed': 'Scellée',
  'attribution.under-rule': '{mode}, règle de Chatham House',

  'overview.title': 'Aperçu',
  'overview.nothing-written':
    'Aucun message principal, aucune option politique et aucune réserve n’ont été rédigés dans ce groupe.',
  'overview.nothing-yet': 'Il n’y a pas encore de cartes.',

  'clusters.title': 'Idées par regroupement',
  'clusters.none': 'Aucun regroupement n’a été formé.',
  'clusters.untitled': 'Regroupement sans titre',
  'clusters.empty': 'Aucune carte.',
  'clusters.count': '{count, plural, =0 {aucune carte} one {# carte} many {# cartes} other {# cartes}}',
  'clusters.reference': 'Le chiffre qui suit une idée est son numéro dans l’annexe.',

  'loose.title': 'Idées non regroupées',
  'loose.none': 'Toutes les idées figurent dans un regroupement.',

  'card.untitled': 'Carte sans titre',
  'card.late': 'ajoutée après la révélation',
  'card.proxy': 'saisie par la facilitation',
  'card.author': '{name}, {delegation}',

  'ballots.title': 'Résultats des scrutins',
  'ballots.none': 'Aucun scrutin n’a été clos.',
  'ballots.heading': 'Scrutin {number} : points',
  'ballots.phase': 'en phase « {phase} »',
  'ballots.archived': 'archivé',
  'ballots.base':
    '{valid, plural, one {# bulletin valable} many {# bulletins valables} other {# bulletins valables}} pour {entitled, plural, one {# siège} many {# sièges} other {# sièges}} ayant droit de vote. {budget, plural, one {# point} many {# points} other {# points}} chacun, {cap} au plus par option.',
  'ballots.proxies':
    '{count, plural, one {# bulletin a été saisi} many {# bulletins ont été saisis} other {# bulletins ont été saisis}} par la facilitation pour une personne sans appareil.',
  'ballots.rank': 'Rang',
  'ballots.option': 'Option',
  'ballots.dots': 'Points',
  'ballots.voters': 'Votants',
  'ballots.share': 'Part',
  'ballots.share-value': '{share, number, percent}',
  'ballots.no-share': '–',
  'ballots.tie': '={rank}',
  'ballots.no-tie': '{rank}',
  'ballots.bloc': '{bloc} ({papers})',
  'ballots.bloc-value': '{dots} / {voters}',
  'ballots.untitled': 'Option sans titre',
  'ballots.share-note':
    'Points : points de tous les bulletins valables. Votants : bulletins qui en ont donné au moins un. Part : votants sur tous les bulletins valables. « = » signale une égalité.',
  'ballots.bloc-note':
    'Par bloc, avec le nombre de ses bulletins valables : points / votants. Le vote d’une personne seule n’est jamais montré.',
  'ballots.hidden-note': 'Non montré (petit groupe) : {blocs}.',

  'method.title': 'Note de méthode',
  'method.phases': 'Phases jusqu’à celle atteinte, telles que prévues : {phases}.',
  'method.phase': '{phase} ({minutes} min)',
  'method.named': 'Les cartes ont été écrites sous le nom de leurs auteurs.',
  'method.bloc': 'Les cartes ont été montrées dans la salle avec, au plus, le bloc de leurs auteurs.',
  'method.non-attributed':
    'Les cartes ont été montrées sans nom ni bloc. Les liens avec leurs auteurs n’ont été conservés que sur le serveur et sont supprimés à la clôture de la séance.',
  'method.sealed':
    'Les cartes ont été montrées sans nom ni bloc, et les liens avec leurs auteurs ont été détruits à la révélation.',
  'method.rule':
    'La séance s’est tenue sous la règle de Chatham House : les informations peuvent être utilisées, mais ni l’identité ni l’affiliation des participants ne peuvent être révélées. Ce fichier ne contient ni nom, ni délégation, ni bloc d’un auteur ; les textes sont les mots mêmes des participants.',
  'method.late':
    '{count, plural, =0 {Aucune carte n’a été ajoutée} one {# carte a été ajoutée} many {# cartes ont été ajoutées} other {# cartes ont été ajoutées}} après la révélation, avec une mention.',
  'method.proxy':
    '{count, plural, =0 {Aucune carte n’a été saisie} one {# carte a été saisie} many {# cartes ont été saisies} other {# cartes ont été saisies}} par la facilitation pour une personne sans appareil.',
  'method.ballot':
    'Scrutin {number} : {valid, plural, one {# bulletin valable} many {# bulletins valables} other {# bulletins valables}} pour {entitled} sièges ayant droit de vote, dont {proxies, plural, =0 {aucun saisi} one {# saisi} many {# saisis} other {# saisis}} par la facilitation.',
  'method.no-ballot': 'Aucun scrutin n’a été clos.',
  'method.small-cells':
    'La valeur d’un bloc n’est montrée que si elle repose, comme le reste du total, sur au moins {count} bulletins valables.',
  'method.hidden': 'Non montré dans le scrutin {number} : {blocs}.',
  'method.none-hidden': 'Aucune valeur n’a été retenue dans le scrutin {number}.',
  'method.order':
    'L’ordre des cartes est calculé à partir de leurs identifiants. Il ne dit rien de qui les a écrites, ni où, ni quand.',

  'annex.title': 'Annexe : toutes les cartes',
  'annex.none': 'Il n’y a pas de cartes.',
  'annex.in-cluster': 'Regroupement : {cluster}',
  'annex.in-none': 'Non regroupée',

  'phase.lobby': 'Accueil',
  'phase.frame': 'Cadrage',
  'phase.write': 'Écriture',
  'phase.clarify': 'Clarification',
  'phase.cluster': 'Regroupement',
  'phase.draft': 'Rédaction',
  'phase.shortlist': 'Présélection',
  'phase.evaluate': 'Évaluation',
  'phase.discuss': 'Discussion',
  'phase.revote': 'Nouveau vote',
  'phase.readback': 'Relecture',
};
