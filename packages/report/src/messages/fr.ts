import type { en } from './en.ts';
import { paperFr } from './paper/fr.ts';

/** The report's own words in French. */
export const fr: Record<keyof typeof en, string> = {
  ...paperFr,
  'report.title': 'Rapport du groupe {number}',
  'report.title-named': 'Rapport du groupe {number} : {name}',
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
  'fact.options':
    '{count, plural, =0 {aucune option politique} one {# option politique} many {# options politiques} other {# options politiques}}',

  'attribution.named': 'Nominative',
  'attribution.bloc': 'Par bloc',
  'attribution.non-attributed': 'Non attribuée',
  'attribution.sealed': 'Scellée',
  'attribution.under-rule': '{mode}, règle de Chatham House',

  'clusters.untitled': 'Ensemble sans titre',
  'clusters.count': '{count, plural, =0 {aucune carte} one {# carte} many {# cartes} other {# cartes}}',

  'card.untitled': 'Carte sans titre',
  'card.late': 'ajoutée après la révélation',
  'card.proxy': 'saisie par la facilitation',
  'card.author': '{name}, {delegation}',

  'ballots.title': 'Annexe : résultats des scrutins',
  'ballots.none': 'Aucun scrutin n’a été clos.',
  'ballots.heading': 'Scrutin {number} : {kind}',
  'ballots.kind.dots': 'points',
  'ballots.kind.rating': 'notation sur deux axes',
  'ballots.kind.ranking': 'classement',
  'ballots.kind.endorsement': 'approbation',
  'ballots.phase': 'en phase « {phase} »',
  'ballots.archived': 'archivé',
  'ballots.base':
    '{valid, plural, one {# bulletin valable} many {# bulletins valables} other {# bulletins valables}} pour {entitled, plural, one {# siège} many {# sièges} other {# sièges}} ayant droit de vote.',
  'ballots.rules.dots':
    '{budget, plural, one {# point} many {# points} other {# points}} chacun, {cap} au plus par option.',
  'ballots.rules.rating': 'Notes de 1 à 5 ou « ne se prononce pas » sur deux axes : {axes}.',
  'ballots.rules.ranking':
    '{options, plural, one {# option} many {# options} other {# options}} à classer, la meilleure d’abord, toutes ou en partie.',
  'ballots.rules.endorsement': 'Un avis par texte ; aucune moyenne.',
  'ballots.axis': '« {axis} »',
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
    'Priorité : moyenne géométrique des deux moyennes ramenées à 0–1, avec les bulletins qui ont noté les deux axes. Moyennes avec les bulletins qui ont noté l’axe. Plus bas, par axe : bulletins par note, médiane avec premier et troisième quartile, écart type et consensus Cns (1 : un seul avis).',

  'ranking.mean': 'Rang moyen',
  'ranking.places': 'Places',
  'ranking.unplaced': 'Non classée',
  'ranking.ranked':
    '{ranked, plural, one {# bulletin contient} many {# bulletins contiennent} other {# bulletins contiennent}} un classement, {abstained, plural, =0 {aucune abstention} one {# abstention} many {# abstentions} other {# abstentions}}.',
  'ranking.concordance':
    'Le W de Kendall est de {w} : 0 signifie que les classements n’ont rien en commun, 1 qu’ils sont tous égaux.',
  'ranking.no-ranking': 'Aucun classement n’a été exprimé.',
  'ranking.too-few': 'Il y avait trop peu de classements ou d’options pour dire à quel point ils se ressemblent.',
  'ranking.note':
    'Rang moyen : plus il est bas, mieux c’est ; les options qu’un bulletin ne classe pas se partagent la moyenne des rangs restants. Places : bulletins qui mettent l’option première / deuxième / et ainsi de suite. « = » signale une égalité.',

  'level.endorse': 'Approuve',
  'level.reservation': 'Avec réserve',
  'level.abstain': 'Abstention',
  'level.stand-aside': 'S’écarte',
  'level.oppose': 'S’oppose',
  'endorsement.texts': 'Raisons données : {option}',
  'endorsement.text': '{level} : {text}',
  'endorsement.note':
    'Bulletins par avis. S’écarte : ne soutient pas la transmission et ne s’y oppose pas. Les raisons sont dans l’ordre alphabétique.',

  'agreement.shared-support': 'les deux côtés la soutiennent',
  'agreement.shared-rejection': 'aucun des deux côtés ne la soutient',
  'agreement.led': 'le soutien est mené par {bloc}',
  'agreement.split': 'les avis sont partagés à l’intérieur des blocs',
  'agreement.open': 'pas de tendance nette',
  'agreement.side': '{bloc} {share} de {papers}',
  'agreement.sentence':
    '{option} : {verdict}. Soutien : {sides} ; terrain commun {common}, divergence de {divergence, number, ::sign-except-zero .#} points{rough, select, yes { (calculés à partir de bornes)} other {}}.',
  'agreement.no-papers': 'Aucun bulletin de {blocs} : l’accord n’a pas été mesuré.',
  'agreement.not-shown': 'L’accord entre les côtés n’est pas montré (petit groupe).',
  'agreement.partly-shown':
    '{count, plural, one {L’accord sur # autre option n’est pas montré} many {L’accord sur # autres options n’est pas montré} other {L’accord sur # autres options n’est pas montré}} (petit groupe).',

  'ballots.untitled': 'Option sans titre',
  'ballots.share-note':
    'Points : points de tous les bulletins valables. Votants : bulletins qui en ont donné au moins un. Part : votants sur tous les bulletins valables. « = » signale une égalité.',
  'ballots.bloc-note':
    'Par bloc, avec le nombre de ses bulletins valables : points / votants. Le vote d’une personne seule n’est jamais montré.',
  'ballots.hidden-note': 'Non montré (petit groupe) : {blocs}.',

  'method.title': 'Note de méthode',
  'method.phases': 'Phases jusqu’à celle atteinte, telles que prévues : {phases}.',
  'method.phase': '{phase} ({minutes} min)',
  'method.named': 'Les cartes ont été écrites sous le nom de leurs auteurs.',
  'method.bloc': 'Les cartes ont été montrées dans la salle avec, au plus, le bloc de leurs auteurs.',
  'method.non-attributed':
    'Les cartes ont été montrées sans nom ni bloc. Les liens avec leurs auteurs n’ont été conservés que sur le serveur et sont supprimés à la clôture de la séance.',
  'method.sealed':
    'Les cartes ont été montrées sans nom ni bloc, et les liens avec leurs auteurs ont été détruits à la révélation.',
  'method.rule':
    'La séance s’est tenue sous la règle de Chatham House : les informations peuvent être utilisées, mais ni l’identité ni l’affiliation des participants ne peuvent être révélées. Ce fichier ne contient ni nom, ni délégation, ni bloc d’un auteur ; les textes sont les mots mêmes des participants.',
  'method.late':
    '{count, plural, =0 {Aucune carte n’a été ajoutée} one {# carte a été ajoutée} many {# cartes ont été ajoutées} other {# cartes ont été ajoutées}} après la révélation, avec une mention.',
  'method.proxy':
    '{count, plural, =0 {Aucune carte n’a été saisie} one {# carte a été saisie} many {# cartes ont été saisies} other {# cartes ont été saisies}} par la facilitation pour une personne sans appareil.',
  'method.ballot':
    'Scrutin {number} : {valid, plural, one {# bulletin valable} many {# bulletins valables} other {# bulletins valables}} pour {entitled} sièges ayant droit de vote, dont {proxies, plural, =0 {aucun saisi} one {# saisi} many {# saisis} other {# saisis}} par la facilitation.',
  'method.no-ballot': 'Aucun scrutin n’a été clos.',
  'method.small-cells':
    'La valeur d’un bloc n’est montrée que si elle repose, comme le reste du total, sur au moins {count} bulletins valables.',
  'method.hidden': 'Non montré dans le scrutin {number} : {blocs}.',
  'method.partly-hidden': 'Non montré pour certaines options du scrutin {number} : {blocs}.',
  'method.thresholds':
    'Mots de l’accord {count, plural, one {dans le scrutin} many {dans les scrutins} other {dans les scrutins}} {numbers} : soutien partagé à partir de {support, number, percent} des deux côtés, pas de soutien jusqu’à {rejection, number, percent} ; un côté mène quand l’autre est au-dessous de {follower, number, percent} et que la différence a un z ≥ {z} ; partagé au-dessous de {points} points et d’un Cns de {consensus}.',
  'method.dissent':
    'Dans le scrutin {number}, une note est dite contestée au-dessus d’un écart normalisé de {dissent}.',
  'method.none-hidden': 'Aucune valeur n’a été retenue dans le scrutin {number}.',
  'method.order':
    'L’ordre des cartes est calculé à partir de leurs identifiants. Il ne dit rien de qui les a écrites, ni où, ni quand.',
  'method.options':
    'Les options montrent leur dernier texte figé, désigné par une empreinte (SHA-256, abrégée). Sous une option, les blocs figurent avec la part de leurs bulletins qui la soutient, après un classement avec leur rang moyen. Les réserves et textes minoritaires sont imprimés en entier, les parrainages parce qu’ils sont donnés au procès-verbal, l’intérêt en nombre.',
  'method.undrawn':
    '{count, plural, one {# caractère qu’aucune police de ce fichier ne dessine est remplacé} many {# caractères qu’aucune police de ce fichier ne dessine sont remplacés} other {# caractères qu’aucune police de ce fichier ne dessine sont remplacés}} par {sign} ; les fichiers Word, Markdown et JSON les contiennent.',

  'annex.title': 'Annexe : toutes les cartes',
  'annex.none': 'Il n’y a pas de cartes.',
  'annex.in-cluster': 'Ensemble : {cluster}',
  'annex.in-none': 'Non regroupée',

  'list.separator': ', ',

  'headlines.title': 'Messages principaux',
  'headlines.none': 'Aucun message principal n’a été rédigé.',

  'options.title': 'Options politiques transmises',
  'options.count': '{count, plural, one {# option} many {# options} other {# options}}',
  'options.none': 'Aucune option politique n’a été rédigée.',
  'options.none-forwarded': 'Aucune option politique n’a été transmise à la plénière.',

  'option.untitled': 'Option sans titre',
  'option.no-text': 'Aucun texte n’a été rédigé.',
  'option.title': 'Titre',
  'option.text': 'Texte',
  'option.rationale': 'Justification',
  'option.actors': 'Qui agirait',
  'option.resources': 'Ressources',
  'option.horizon': 'Échéance',
  'option.missing': 'Non précisé',
  'option.reservation': '{count, plural, one {Réserve} many {Réserves} other {Réserves}}',
  'option.minority': '{count, plural, one {Texte minoritaire} many {Textes minoritaires} other {Textes minoritaires}}',
  'option.sponsors':
    '{count, plural, one {Parrainage, au procès-verbal} many {Parrainages, au procès-verbal} other {Parrainages, au procès-verbal}}',
  'option.sponsor': '{delegation} ({bloc})',
  'option.sponsor-suspended': '{delegation} ({bloc} ; suspendu jusqu’à confirmation pour ce texte)',
  'option.interest': 'Intérêt',
  'option.interest-value': '{count, plural, one {# siège} many {# sièges} other {# sièges}}, sans engagement',
  'option.origin': 'Origine',
  'option.from': 'Issue de : {sources}.',
  'option.from-cluster': 'ensemble « {title} »',
  'option.from-nothing': 'Rédigée sans carte ni ensemble à l’origine.',
  'option.convergence': 'Proposée séparément par {groups} groupes sur {of}.',
  'option.version': 'Texte en version {number}, empreinte {hash}.',
  'option.not-frozen': 'Le texte n’est pas figé et peut encore changer.',
  'option.readback': 'Relecture',
  'option.not-read-back': 'Pas encore relue devant le groupe.',
  'option.answers':
    '{accepted, plural, one {# siège a accepté} many {# sièges ont accepté} other {# sièges ont accepté}}, {objected, plural, =0 {aucune objection} one {# objection} many {# objections} other {# objections}}.',
  'option.objection': 'Objection : {text}',
  'option.cross-bloc': 'entre blocs',
  'option.state.draft': 'ébauche',
  'option.state.endorsed': 'approuvée',
  'option.state.forwarded': 'transmise',
  'option.state.merged': 'fusionnée dans une autre option',
  'option.state.plenary': 'devant la plénière',
  'option.state.paper': 'dans le document des options',
  'option.state.set-aside': 'non poursuivie',

  'result.title': 'Résultat',
  'result.all': 'Tous les bulletins',
  'result.verdict': 'Les deux côtés',
  'result.ballot': 'Scrutin {number} : {kind}',
  'result.axis': 'Scrutin {number} : {axis}',
  'result.dots': '{dots, plural, one {# point} many {# points} other {# points}}, {voters} bulletins sur {valid}',
  'result.mean': 'moyenne {mean} ({papers})',
  'result.mean-rank': 'rang moyen {rank} ({papers})',
  'result.level': '{level} : {count}',
  'result.no-papers': 'non mesuré (un côté sans bulletins)',
  'result.not-shown': 'non montré (petit groupe)',

  'divergence.title': 'Convergences et divergences du groupe',
  'divergence.none': 'Aucun scrutin n’a été clos et aucune phrase n’a été rédigée.',
  'divergence.made': 'Ces phrases découlent des résultats des scrutins ; personne ne les a modifiées.',
  'divergence.outdated': 'd’un résultat antérieur',
  'divergence.edited': 'modifiée',
  'divergence.own': 'mots du rapporteur ou de la rapporteuse',
  'divergence.marks': 'Les phrases sans mention découlent telles quelles des résultats des scrutins.',

  'summary.option': '« {option} »',
  'summary.on-axis': '{option}, {axis}',
  'summary.dots-option': '{option} ({dots, plural, one {# point} many {# points} other {# points}})',
  'summary.value': '{option} ({value})',
  'summary.nobody': 'Aucun bulletin valable dans le scrutin {number}.',
  'summary.dots':
    'Le plus de points dans le scrutin {number} ({valid, plural, one {# bulletin valable} many {# bulletins valables} other {# bulletins valables}}) : {options}.',
  'summary.rating':
    'Priorité la plus haute dans le scrutin {number} ({valid, plural, one {# bulletin valable} many {# bulletins valables} other {# bulletins valables}}), de 0 à 1 : {options}.',
  'summary.contested': 'Contesté dans le scrutin {number} : {options}.',
  'summary.ranking':
    'Meilleur rang moyen dans le scrutin {number} ({ranked, plural, one {# classement} many {# classements} other {# classements}}) : {options}.',
  'summary.endorsement':
    '{option}, sur {valid, plural, one {# bulletin valable} many {# bulletins valables} other {# bulletins valables}} : approuve {endorse}, avec réserve {reservation}, abstention {abstain}, s’écarte {aside}, s’oppose {oppose}.',

  'ideas.title': 'Idées non poursuivies',
  'ideas.cluster': 'Ensemble',
  'ideas.cards': 'Cartes',
  'ideas.numbers': 'Numéros dans l’annexe',
  'ideas.taken-up': 'Reprise dans',
  'ideas.loose': 'Non regroupées',
  'ideas.options':
    '{count, plural, one {# option rédigée n’a pas été transmise} many {# options rédigées n’ont pas été transmises} other {# options rédigées n’ont pas été transmises}} :',
  'ideas.option': '{code}, {state}',

  'questions.title': 'Questions à la plénière',
  'questions.none': 'Aucune question à la plénière n’a été rédigée.',

  'changes.title': 'Annexe : changements des textes des options',
  'changes.note':
    'Mot à mot, d’une version figée à la suivante : les mots retirés sont barrés, les mots ajoutés sont en gras.',
  'changes.versions': 'De la version {from} à la version {to}, empreinte {hash}',

  'slides.group': 'Groupe {number}',
  'slides.group-named': 'Groupe {number} : {name}',
  'slides.in-round': 'Session {round}, {group}',
  'slides.options': '{group} – options transmises',
  'slides.agreement': '{group} – convergences et divergences',
  'slides.shortened': 'Abrégé ici. Le texte entier est dans le rapport.',
  'slides.more':
    '{count, plural, one {# autre dans le rapport} many {# autres dans le rapport} other {# autres dans le rapport}}',
  'slides.participants':
    '{present} sur {seats, plural, one {# participant} many {# participants} other {# participants}} enregistrés',
  'slides.papers': '{what} ({papers, plural, one {# bulletin} many {# bulletins} other {# bulletins}})',
  'slides.verdict': '{verdict} : {sides}',
  'slides.not-judged': 'sans avis : {count}',
  'slides.rating': '{rating} : {count}',
  'slides.place': 'place {place} : {count}',
  'slides.unplaced': 'laissée de côté : {count}',
  'slides.first': 'Première',
  'slides.second': 'Deuxième',
  'slides.later': 'Plus loin',
  'slides.left-out': 'Laissée de côté',
  'slides.reservations': 'Réserves et textes minoritaires',
  'slides.no-reservations': 'Aucun n’a été formulé sur une option transmise.',

  'deck.title': 'Compte rendu des groupes',
  'deck.section': 'Vue d’ensemble',
  'deck.groups': '{count, plural, one {# groupe} many {# groupes} other {# groupes}}',
  'deck.options':
    '{count, plural, =0 {aucune option transmise} one {# option transmise} many {# options transmises} other {# options transmises}}',
  'deck.final':
    '{final} sur {groups, plural, one {# rapport définitif} many {# rapports définitifs} other {# rapports définitifs}}',
  'deck.agenda': 'Ordre du jour',
  'deck.agenda-part': 'Ordre du jour ({part} sur {parts})',
  'deck.no-groups': 'Il n’y a pas encore de groupes.',
  'deck.interim': 'provisoire',

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

  'sheet.undrawn':
    '{count, plural, one {# caractère absent des polices de ce serveur est remplacé} many {# de caractères absents des polices de ce serveur sont remplacés} other {# caractères absents des polices de ce serveur sont remplacés}} par {sign}. L’hébergement peut ajouter des polices (REPORT_FONTS), puis imprimer de nouveau.',

  'badge.title': 'Badges : {symposium}',
  'badge.title-tents': 'Chevalets : {symposium}',
  'badge.place': 'Séance {round} · Groupe {group}',
  'badge.place-named': 'Séance {round} · Groupe {group} : {name}',
  'badge.role.facilitator': 'Animation',
  'badge.role.cofacilitator': 'Co-animation',
  'badge.role.rapporteur': 'Rapport',
  'badge.role.participant': 'Participation',
  'badge.role.observer': 'Observation',
  'badge.scan': 'Scannez pour entrer',
  'badge.type': 'Ou ouvrez cette adresse et saisissez le code :',
  'badge.own': 'Strictement personnel : ce code fait entrer en votre nom.',
  'badge.wifi': 'Wi-Fi',

  'paper.plenary': 'Plénière',
  'paper.group': 'Groupe {number}',
  'paper.group-named': 'Groupe {number} : {name}',
  'paper.dots': 'Points',
  'paper.place': 'Rang : 1 est le meilleur',
  'paper.cannot-judge': 'sans avis',
  'paper.level.endorse': 'J’approuve',
  'paper.level.reservation': 'J’approuve avec réserve',
  'paper.level.abstain': 'Je m’abstiens',
  'paper.level.stand-aside': 'Je m’écarte (ni pour ni contre)',
  'paper.level.oppose': 'Je m’oppose à sa transmission',
  'paper.why': 'Pourquoi, si vous cochez {levels} (facultatif) :',
  'paper.how.dots':
    'Vous disposez de {budget, plural, one {# point} many {# de points} other {# points}}. Remplissez un cercle par point donné, {cap} au plus par option. Rien n’oblige à tout utiliser.',
  'paper.how.rating': 'Remplissez un cercle par ligne : de 1 à 5, ou « sans avis ».',
  'paper.how.scale': '1 = faible, 5 = élevé. Une ligne laissée vide compte comme « sans avis ».',
  'paper.how.ranking':
    'Inscrivez 1 à côté de la meilleure {options, plural, one {option} many {des # d’options} other {des # options}}, puis 2 et ainsi de suite. Rien n’oblige à toutes les classer : les autres se partagent les rangs restants.',
  'paper.how.endorsement': 'Remplissez un cercle par texte. Un texte laissé de côté compte comme sans avis.',
  'paper.how.text':
    'Un motif est publié avec les résultats dans vos propres mots, sans nom ni bloc. La langue et le style peuvent identifier.',
  'paper.how.order': 'L’ordre des options change d’un bulletin à l’autre. Leurs lettres sont partout les mêmes.',
  'paper.how.abstain': 'Un bulletin remis vide est une abstention.',
  'paper.bloc': 'Mon bloc :',
  'paper.delegation': 'Ma délégation :',
  'paper.stored': 'Ce qui est conservé, et qui le voit',
  'paper.stored.group': 'Ce que vous marquez ici et votre bloc ; rien d’autre vous concernant. N’écrivez aucun nom.',
  'paper.stored.plenary':
    'Ce que vous marquez ici, votre bloc et votre délégation ; celle-ci est retirée à la clôture du scrutin. N’écrivez aucun nom.',
  'paper.stored.seen':
    'La personne qui dirige voit ce bulletin en le saisissant ; il compte comme tout autre, et les résultats disent combien de bulletins ont été saisis. Personne ne voit de résultat avant la clôture.',
  'paper.stored.sheet': 'Le bulletin ne porte aucun numéro. Il est détruit une fois le scrutin clos.',
  'paper.entered': 'saisi',

  'agenda.title': 'Comptes rendus',
  'agenda.status':
    '{groups, plural, one {# groupe} many {# de groupes} other {# groupes}}, {options, plural, =0 {aucune option transmise} one {# option transmise} many {# d’options transmises} other {# options transmises}}',
  'agenda.round': 'Séance {number} : {title}',
  'agenda.working': 'encore au travail',
  'agenda.nothing': 'N’a encore rien transmis.',
  'agenda.plenary': 'Issues de la plénière',
  'agenda.convergence': 'proposée séparément par {groups} groupes sur {of}',
};
