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
  'fact.clusters': '{count, plural, =0 {aucun ensemble} one {# ensemble} many {# ensembles} other {# ensembles}}',
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

  'clusters.title': 'Idées par ensemble',
  'clusters.none': 'Aucun ensemble n’a été formé.',
  'clusters.untitled': 'Ensemble sans titre',
  'clusters.empty': 'Aucune carte.',
  'clusters.count': '{count, plural, =0 {aucune carte} one {# carte} many {# cartes} other {# cartes}}',
  'clusters.reference': 'Le chiffre qui suit une idée est son numéro dans l’annexe.',

  'loose.title': 'Idées non regroupées',
  'loose.none': 'Toutes les idées figurent dans un ensemble.',

  'card.untitled': 'Carte sans titre',
  'card.late': 'ajoutée après la révélation',
  'card.proxy': 'saisie par la facilitation',
  'card.author': '{name}, {delegation}',

  'ballots.title': 'Résultats des scrutins',
  'ballots.none': 'Aucun scrutin n’a été clos.',
  'ballots.heading': 'Scrutin {number} : {kind}',
  'ballots.kind.dots': 'points',
  'ballots.kind.rating': 'notation sur deux axes',
  'ballots.kind.ranking': 'classement',
  'ballots.kind.endorsement': 'approbation',
  'ballots.phase': 'en phase « {phase} »',
  'ballots.archived': 'archivé',
  'ballots.base':
    '{valid, plural, one {# bulletin valable} many {# bulletins valables} other {# bulletins valables}} pour {entitled, plural, one {# siège} many {# sièges} other {# sièges}} ayant droit de vote.',
  'ballots.rules.dots':
    '{budget, plural, one {# point} many {# points} other {# points}} chacun, {cap} au plus par option.',
  'ballots.rules.rating': 'Notes de 1 à 5 ou « ne se prononce pas » sur deux axes : {axes}.',
  'ballots.rules.ranking':
    '{options, plural, one {# option} many {# options} other {# options}} à classer, la meilleure d’abord, toutes ou en partie.',
  'ballots.rules.endorsement': 'Un avis par texte ; aucune moyenne.',
  'ballots.axis': '« {axis} »',
  'ballots.hidden': 'non montré',
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
  'figure.share.exact': '{value, number, percent}',
  'figure.share.at-least': '≥ {value, number, percent}',
  'figure.share.at-most': '≤ {value, number, percent}',
  'figure.mean.exact': '{value, number, ::.0#}',
  'figure.mean.at-least': '≥ {value, number, ::.0#}',
  'figure.mean.at-most': '≤ {value, number, ::.0#}',
  'figure.decimal': '{value, number, ::.##}',

  'rating.priority': 'Priorité',
  'rating.mean-value': '{mean} ({papers})',
  'rating.distribution': '1 / 2 / 3 / 4 / 5',
  'rating.not-judged': 'Sans avis',
  'rating.median': 'Médiane',
  'rating.median-value': '{median} ({from}–{to})',
  'rating.deviation': 'Écart type',
  'rating.consensus': 'Cns',
  'rating.remark': 'Remarque',
  'rating.contested': 'contesté',
  'rating.bloc-means': 'Moyenne par bloc',
  'rating.note':
    'Priorité : moyenne géométrique des deux moyennes ramenées à 0–1, avec les bulletins qui ont noté les deux axes. Moyennes avec les bulletins qui ont noté l’axe. Plus bas, par axe : bulletins par note, médiane avec premier et troisième quartile, écart type et consensus Cns (1 : un seul avis).',

  'ranking.mean': 'Rang moyen',
  'ranking.places': 'Places',
  'ranking.unplaced': 'Non classée',
  'ranking.ranked':
    '{ranked, plural, one {# bulletin contient} many {# bulletins contiennent} other {# bulletins contiennent}} un classement, {abstained, plural, =0 {aucune abstention} one {# abstention} many {# abstentions} other {# abstentions}}.',
  'ranking.concordance':
    'Le W de Kendall est de {w} : 0 signifie que les classements n’ont rien en commun, 1 qu’ils sont tous égaux.',
  'ranking.no-ranking': 'Aucun classement n’a été exprimé.',
  'ranking.too-few': 'Il y avait trop peu de classements ou d’options pour dire à quel point ils se ressemblent.',
  'ranking.note':
    'Rang moyen : plus il est bas, mieux c’est ; les options qu’un bulletin ne classe pas se partagent la moyenne des rangs restants. Places : bulletins qui mettent l’option première / deuxième / et ainsi de suite. « = » signale une égalité.',

  'level.endorse': 'Approuve',
  'level.reservation': 'Avec réserve',
  'level.abstain': 'Abstention',
  'level.stand-aside': 'S’écarte',
  'level.oppose': 'S’oppose',
  'endorsement.texts': 'Raisons données : {option}',
  'endorsement.text': '{level} : {text}',
  'endorsement.note':
    'Bulletins par avis. S’écarte : ne soutient pas la transmission et ne s’y oppose pas. Les raisons sont dans l’ordre alphabétique.',

  'agreement.shared-support': 'les deux côtés la soutiennent',
  'agreement.shared-rejection': 'aucun des deux côtés ne la soutient',
  'agreement.led': 'le soutien est mené par {bloc}',
  'agreement.split': 'les avis sont partagés à l’intérieur des blocs',
  'agreement.open': 'pas de tendance nette',
  'agreement.side': '{bloc} {share} de {papers}',
  'agreement.sentence':
    '{option} : {verdict}. Soutien : {sides} ; terrain commun {common}, divergence de {divergence, number, ::sign-except-zero .#} points{rough, select, yes { (calculés à partir de bornes)} other {}}.',
  'agreement.no-papers': 'Aucun bulletin de {blocs} : l’accord n’a pas été mesuré.',
  'agreement.not-shown': 'L’accord entre les côtés n’est pas montré (petit groupe).',
  'agreement.partly-shown':
    '{count, plural, one {L’accord sur # autre option n’est pas montré} many {L’accord sur # autres options n’est pas montré} other {L’accord sur # autres options n’est pas montré}} (petit groupe).',

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
  'method.partly-hidden': 'Non montré pour certaines options du scrutin {number} : {blocs}.',
  'method.thresholds':
    'Mots de l’accord dans le scrutin {number} : soutien partagé à partir de {support, number, percent} des deux côtés, pas de soutien jusqu’à {rejection, number, percent} ; un côté mène quand l’autre est au-dessous de {follower, number, percent} et que la différence a un z ≥ {z} ; partagé au-dessous de {points} points et d’un Cns de {consensus}.',
  'method.dissent':
    'Dans le scrutin {number}, une note est dite contestée au-dessus d’un écart normalisé de {dissent}.',
  'method.none-hidden': 'Aucune valeur n’a été retenue dans le scrutin {number}.',
  'method.order':
    'L’ordre des cartes est calculé à partir de leurs identifiants. Il ne dit rien de qui les a écrites, ni où, ni quand.',

  'annex.title': 'Annexe : toutes les cartes',
  'annex.none': 'Il n’y a pas de cartes.',
  'annex.in-cluster': 'Ensemble : {cluster}',
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
