import type { paperEn } from './en.ts';

/** The words of the options paper in French. */
export const paperFr: Record<keyof typeof paperEn, string> = {
  'paper.title': 'Document d’options',
  'paper.interim': 'Document provisoire',
  'paper.interim-notice': 'Le symposium n’est pas scellé. Ce qui figure ici peut encore changer.',
  'paper.final': 'Document final',
  'paper.question':
    '{rounds, plural, one {# session} many {# sessions} other {# sessions}}, {groups, plural, one {# groupe} many {# groupes} other {# groupes}} : ce que les groupes proposent et jusqu’où les côtés s’accordent.',

  'paper.fact.rounds': '{count, plural, one {Session} many {Sessions} other {Sessions}}',
  'paper.fact.round': '{title} : {question}',
  'paper.fact.groups': 'Groupes',
  'paper.fact.groups-value':
    '{count, plural, one {# groupe} many {# groupes} other {# groupes}}, {closed, plural, =0 {aucun clos} one {# clos} many {# clos} other {# clos}}',
  'paper.fact.participants-value':
    '{present, plural, one {# siège arrivé} many {# sièges arrivés} other {# sièges arrivés}} sur {seats, plural, one {#} many {#} other {#}}, de {delegations, plural, one {# délégation} many {# délégations} other {# délégations}}',
  'paper.fact.languages': 'Langues',
  'paper.fact.attribution-rule': '{modes}, règle de Chatham House',

  'paper.summary.title': 'Résumé',
  'paper.summary.none': 'Aucune option n’a été transmise à la plénière.',
  'paper.summary.options':
    '{count, plural, one {# option politique figure} many {# options politiques figurent} other {# options politiques figurent}} dans ce document, {count, plural, one {proposée} many {proposées} other {proposées}} par {groups, plural, one {# groupe} many {# groupes} other {# groupes}}.',
  'paper.summary.unplaced':
    'La plénière n’a pas choisi d’options pour le document : il montre toutes celles du registre qui n’ont pas été fusionnées dans une autre.',
  'paper.summary.class': '{class} : {count, plural, one {# option} many {# options} other {# options}} ({options}).',
  'paper.summary.convergence': 'Proposées séparément par plus d’un groupe : {options}.',
  'paper.summary.convergence-option': '{option} ({groups} groupes sur {of})',
  'paper.summary.cross-bloc': 'Signées par des délégations d’au moins deux blocs : {options}.',
  'paper.summary.reservations': 'Avec réserves ou textes minoritaires : {options}.',
  'paper.summary.plenary': 'La plénière a tenu {count, plural, one {# scrutin} many {# scrutins} other {# scrutins}}.',
  'paper.summary.no-plenary': 'La plénière n’a tenu aucun scrutin : les résultats sont ceux des seuls groupes.',
  'paper.summary.merged':
    '{count, plural, one {# option a été fusionnée dans une autre et y vit} many {# options ont été fusionnées dans d’autres et y vivent} other {# options ont été fusionnées dans d’autres et y vivent}}.',
  'paper.summary.rest':
    '{count, plural, one {# option du registre n’est pas entrée} many {# options du registre ne sont pas entrées} other {# options du registre ne sont pas entrées}} dans le document ; une annexe {count, plural, one {la} many {les} other {les}} reproduit en entier.',

  'paper.glance.title': 'Les options en un coup d’œil',
  'paper.glance.code': 'Code',
  'paper.glance.option': 'Option',
  'paper.glance.class': 'Classe',
  'paper.glance.groups': 'Proposée par',
  'paper.glance.groups-value': '{groups} sur {of}',
  'paper.glance.sponsors': 'Signatures',
  'paper.glance.state': 'État',

  'paper.class.shared-support': 'Soutien partagé',
  'paper.class.led': 'Soutien d’un seul côté : {bloc}',
  'paper.class.split': 'Avis partagés à l’intérieur des blocs',
  'paper.class.shared-rejection': 'Rejet partagé',
  'paper.class.open': 'Ouvert',
  'paper.class.unclassed': 'Soumises au vote, sans classe',
  'paper.class.not-judged': 'Non soumises au vote',
  'paper.class-note.shared-support': 'Les deux côtés soutiennent ces options.',
  'paper.class-note.led':
    'Un côté soutient ces options, moins de la moitié de l’autre le fait. Ce n’est le veto de personne.',
  'paper.class-note.split': 'Les côtés se ressemblent ; les avis diffèrent à l’intérieur de chacun.',
  'paper.class-note.shared-rejection': 'Peu de voix, d’un côté comme de l’autre, soutiennent ces options.',
  'paper.class-note.open': 'Les chiffres ne donnent pas de tendance nette, ou il y avait trop peu de bulletins.',
  'paper.class-note.unclassed':
    'Les résultats figurent ci-dessous. Ce que les côtés pensent de ces options n’a pas été demandé sur le texte en vigueur, ou n’est pas montré (petit groupe).',
  'paper.class-note.not-judged': 'Aucun scrutin clos ne porte sur ces options.',

  'paper.option.group': 'Groupe {place}',
  'paper.option.plenary': 'Plénière',
  'paper.option.lineage-parents': 'Établie par la plénière à partir de {options}.',
  'paper.option.lineage-plenary': 'Rédigée par la plénière.',
  'paper.option.proposed-by': 'Proposée par {group}.',
  'paper.option.proposed':
    'Proposée séparément par {groups, plural, one {# groupe} many {# groupes} other {# groupes}} sur {of} : {places}.',
  'paper.option.carried': '{code} : {text}',
  'paper.option.no-result': 'Aucun scrutin n’a été clos sur cette option.',
  'paper.result.of': '{whose}, {what}',
  'paper.result.on-other': '{whose}, {what}, sur {code}',
  'paper.result.earlier': '{whose}, {what}, sur un texte antérieur',
  'paper.result.delegations': '{whose}, {what}, chaque délégation une fois',
  'paper.result.delegations-value':
    '{measure} : {value} (moyenne de {delegations, plural, one {# délégation} many {# délégations} other {# délégations}})',
  'paper.result.delegations-hidden':
    '{measure} : non montré ({delegations, plural, one {# délégation} many {# délégations} other {# délégations}})',
  'paper.measure.dots': 'points',
  'paper.measure.first-axis': 'premier axe',
  'paper.measure.second-axis': 'second axe',
  'paper.measure.rank': 'rang',
  'paper.measure.support': 'soutien',
  'paper.measure.opposition': 'opposition à la transmission',

  'paper.divergence.title': 'Où les côtés s’accordent et où ils divergent',
  'paper.divergence.note':
    'Une phrase pour chaque option sur laquelle l’accord a été mesuré, tirée du résultat le plus récent sur le texte en vigueur. Personne ne les a modifiées.',
  'paper.divergence.none': 'L’accord entre les côtés n’a été mesuré sur aucune option.',
  'paper.divergence.option': '{code} « {title} » ({whose})',
  'paper.divergence.axis': '{option}, {axis}',

  'paper.aside.title': 'Options non poursuivies et fusionnées',
  'paper.aside.none': 'Toutes les options rédigées figurent dans ce document.',
  'paper.aside.into': 'fusionnée dans {options}',
  'paper.aside.annexed': '{state}, en annexe en entier',

  'paper.ideas.note':
    'Chaque ensemble de chaque groupe avec son nombre de cartes. Les cartes elles-mêmes figurent dans les rapports des groupes.',
  'paper.ideas.group': 'Groupe',
  'paper.ideas.none': 'Aucun groupe n’a écrit de cartes.',

  'paper.method.classes':
    'La classe d’une option est celle du résultat le plus récent sur le texte en vigueur : de la plénière s’il y en a un, sinon de son propre groupe ; après une évaluation, celle de son premier axe.',
  'paper.method.apart':
    'Les résultats des groupes et de la plénière figurent côte à côte. Ils viennent de personnes différentes et ne sont jamais additionnés.',
  'paper.method.convergence':
    'La convergence compte les groupes qui ont proposé une option ou ce dont elle est issue ; un groupe compte une fois.',
  'paper.method.delegations':
    'Par délégations, chacune compte une fois, pour la moyenne de ses bulletins. Ces moyennes sont arrondies de sorte que nul ne puisse calculer le vote d’une délégation, et omises là où ce n’est pas possible.',
  'paper.method.delegations-unnamed':
    'Sous la règle de Chatham House, aucune délégation n’est nommée ici, hormis celles qui ont signé une option officiellement.',
  'paper.method.order':
    'Dans une classe, les options sont rangées par nombre de groupes qui les ont proposées, puis par code.',
  'paper.method.versions':
    'Chaque texte est la version figée la plus récente ; une annexe nomme toutes les versions avec leurs empreintes (SHA-256 du texte sous sa forme canonique), par lesquelles une copie peut être vérifiée.',
  'paper.method.plenary': 'Scrutins de la plénière',

  'paper.annex.rest': 'Annexe : options du registre qui ne figurent pas dans le document',
  'paper.annex.plenary': 'Annexe : scrutins de la plénière',
  'paper.annex.register': 'Annexe : le registre',
  'paper.annex.groups': 'Annexe : les groupes',
  'paper.annex.versions': 'Annexe : versions des textes',
  'paper.annex.no-group': 'Il n’y a pas de groupes.',
  'paper.annex.group-status': '{status}, rapport version {version}',
  'paper.annex.open': 'séance ouverte',
  'paper.annex.closed': 'séance close',
  'paper.annex.headlines': 'Messages clés',
  'paper.annex.brought': 'A transmis',
  'paper.annex.nothing': 'aucune option',
  'paper.slides.about': 'Comment ce document est né',
  'paper.slides.participation': 'Qui a participé',
  'paper.slides.part': '{title} ({part} sur {parts})',
  'paper.slides.option': '{code} {title}',
  'paper.slides.shortened': 'Abrégé ici. Le document contient tout.',
  'paper.slides.more':
    '{count, plural, one {# de plus dans le document} many {# de plus dans le document} other {# de plus dans le document}}',
  'paper.slides.no-reservations': 'Aucune n’a été formulée sur cette option.',
  'paper.slides.minority': 'texte minoritaire',
  'paper.slides.signed': 'Signé officiellement : {delegations}.',
  'paper.slides.interest': 'Intérêt sans engagement : {count, plural, one {# siège} many {# sièges} other {# sièges}}.',
  'paper.slides.measure': '{measure} : {value}',
  'paper.slides.ideas': 'Idées non poursuivies, par groupe',
  'paper.slides.ideas-note': 'Le document nomme chaque ensemble avec le nombre de ses cartes.',
  'paper.slides.ideas-value':
    '{cards, plural, one {# carte} many {# cartes} other {# cartes}}, {clusters, plural, =0 {aucun ensemble} one {# ensemble} many {# ensembles} other {# ensembles}}, {loose, plural, =0 {aucune} one {#} many {#} other {#}} hors ensemble',
  'paper.slides.register': 'Le registre',
  'paper.slides.register-value':
    '{state} ; {groups, plural, =0 {de la plénière} one {# groupe} many {# groupes} other {# groupes}}',

  'paper.delegations.title': 'Chaque délégation une fois',
  'paper.delegations.base':
    '{delegations, plural, one {# délégation} many {# délégations} other {# délégations}} avec au moins un bulletin valable ; {unassigned, plural, =0 {aucun bulletin n’est} one {# bulletin est} many {# bulletins sont} other {# bulletins sont}} sans délégation.',
  'paper.delegations.mean': 'Moyenne',
  'paper.delegations.count': 'Délégations',
  'paper.delegations.named': '{delegation} ({papers})',
  'paper.version.number': 'Version',
  'paper.version.hash': 'SHA-256',
};
