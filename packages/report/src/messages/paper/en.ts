/** The words of the options paper in English; the measure of the other languages. */
export const paperEn = {
  'paper.title': 'Options paper',
  'paper.interim': 'Interim paper',
  'paper.interim-notice': 'The symposium is not sealed. What stands here may still change.',
  'paper.final': 'Final paper',
  'paper.question':
    '{rounds, plural, one {# round} other {# rounds}}, {groups, plural, one {# group} other {# groups}}: what the groups propose and how far the sides agree.',

  'paper.fact.rounds': '{count, plural, one {Round} other {Rounds}}',
  'paper.fact.round': '{title}: {question}',
  'paper.fact.groups': 'Groups',
  'paper.fact.groups-value':
    '{count, plural, one {# group} other {# groups}}, {closed, plural, =0 {none closed} one {# closed} other {# closed}}',
  'paper.fact.participants-value':
    '{present, plural, one {# seat} other {# seats}} checked in of {seats, plural, one {#} other {#}}, from {delegations, plural, one {# delegation} other {# delegations}}',
  'paper.fact.languages': 'Languages',
  'paper.fact.attribution-rule': '{modes}, Chatham House Rule',

  'paper.summary.title': 'Summary',
  'paper.summary.none': 'No option has been forwarded to the plenary.',
  'paper.summary.options':
    '{count, plural, one {# policy option stands} other {# policy options stand}} in this paper, proposed by {groups, plural, one {# group} other {# groups}}.',
  'paper.summary.unplaced':
    'The plenary has not chosen options for the paper: it shows every option of the register that was not merged into another one.',
  'paper.summary.class': '{class}: {count, plural, one {# option} other {# options}} ({options}).',
  'paper.summary.convergence': 'Proposed separately by more than one group: {options}.',
  'paper.summary.convergence-option': '{option} ({groups} of {of} groups)',
  'paper.summary.cross-bloc': 'Signed by delegations of at least two blocs: {options}.',
  'paper.summary.reservations': 'With reservations or minority texts: {options}.',
  'paper.summary.plenary': 'The plenary held {count, plural, one {# ballot} other {# ballots}}.',
  'paper.summary.no-plenary': 'The plenary held no ballot: results are those of the groups alone.',
  'paper.summary.merged':
    '{count, plural, one {# option was} other {# options were}} merged into others and {count, plural, one {lives} other {live}} on in them.',
  'paper.summary.rest':
    '{count, plural, one {# option} other {# options}} of the register did not come into the paper; an annex holds {count, plural, one {it} other {them}} in full.',

  'paper.glance.title': 'Options at a glance',
  'paper.glance.code': 'Id',
  'paper.glance.option': 'Option',
  'paper.glance.class': 'Class',
  'paper.glance.groups': 'Proposed by',
  'paper.glance.groups-value': '{groups} of {of}',
  'paper.glance.sponsors': 'Signatures',
  'paper.glance.state': 'State',

  'paper.class.shared-support': 'Shared support',
  'paper.class.led': 'Led by one side: {bloc}',
  'paper.class.split': 'Split inside blocs',
  'paper.class.shared-rejection': 'Shared rejection',
  'paper.class.open': 'Open',
  'paper.class.unclassed': 'Voted on, without a class',
  'paper.class.not-judged': 'Not voted on',
  'paper.class-note.shared-support': 'Both sides support these options.',
  'paper.class-note.led':
    'One side supports these options, fewer than half of the other do. That is no veto of either.',
  'paper.class-note.split': 'The sides are alike; opinion differs inside each of them.',
  'paper.class-note.shared-rejection': 'Few on either side support these options.',
  'paper.class-note.open': 'The figures give no clear pattern, or there were too few papers for one.',
  'paper.class-note.unclassed':
    'Results stand below. What the sides think of these options was not asked on the words that stand, or is not shown (small group).',
  'paper.class-note.not-judged': 'No closed ballot is about these options.',

  'paper.option.group': 'Group {place}',
  'paper.option.plenary': 'Plenary',
  'paper.option.lineage-parents': 'Made by the plenary out of {options}.',
  'paper.option.lineage-plenary': 'Written by the plenary.',
  'paper.option.proposed-by': 'Proposed by {group}.',
  'paper.option.proposed': 'Proposed separately by {groups, plural, one {# group} other {# groups}} of {of}: {places}.',
  'paper.option.carried': '{code}: {text}',
  'paper.option.no-result': 'No ballot was closed on this option.',
  'paper.result.of': '{whose}, {what}',
  'paper.result.on-other': '{whose}, {what}, on {code}',
  'paper.result.earlier': '{whose}, {what}, on an earlier text',
  'paper.result.delegations': '{whose}, {what}, each delegation once',
  'paper.result.delegations-value':
    '{measure}: {value} (mean of {delegations, plural, one {# delegation} other {# delegations}})',
  'paper.result.delegations-hidden':
    '{measure}: not shown ({delegations, plural, one {# delegation} other {# delegations}})',
  'paper.measure.dots': 'dots',
  'paper.measure.first-axis': 'first axis',
  'paper.measure.second-axis': 'second axis',
  'paper.measure.rank': 'rank',
  'paper.measure.support': 'support',
  'paper.measure.opposition': 'opposition to forwarding',

  'paper.divergence.title': 'Where the sides agreed and diverged',
  'paper.divergence.note':
    'One sentence for each option on which agreement was measured, made from the newest result on the words that stand. Nobody has edited them.',
  'paper.divergence.none': 'Agreement between the sides was measured on no option.',
  'paper.divergence.option': '{code} “{title}” ({whose})',
  'paper.divergence.axis': '{option}, {axis}',

  'paper.aside.title': 'Options not pursued and merged',
  'paper.aside.none': 'Every option that was drafted stands in this paper.',
  'paper.aside.into': 'merged into {options}',
  'paper.aside.annexed': '{state}, in the annex in full',

  'paper.ideas.note':
    'Every cluster of every group with its number of cards. The cards themselves stand in the reports of the groups.',
  'paper.ideas.group': 'Group',
  'paper.ideas.none': 'No group has written cards.',

  'paper.method.classes':
    'The class of an option is that of the newest result on the words that stand: of the plenary where there is one, else of its own group; after a rating that of its first axis.',
  'paper.method.apart':
    'Results of groups and of the plenary stand beside each other. They were asked of different people and are never added up.',
  'paper.method.convergence':
    'Convergence counts the groups that proposed an option or something it was merged from; a group counts once.',
  'paper.method.delegations':
    'By delegations, each counts once with the mean of its papers. These means are rounded so far that nobody can work out how one delegation voted, and left out where that is not possible.',
  'paper.method.delegations-unnamed':
    'Under the Chatham House Rule no delegation stands here by name, but for those that signed an option on the record.',
  'paper.method.order': 'Inside a class options stand by the number of groups that proposed them, then by id.',
  'paper.method.versions':
    'Each text is the newest frozen version; an annex names all versions with their fingerprints (SHA-256 of the text in its canonical form), by which a copy can be checked.',
  'paper.method.plenary': 'Ballots of the plenary',

  'paper.annex.rest': 'Annex: options of the register that are not in the paper',
  'paper.annex.plenary': 'Annex: ballots of the plenary',
  'paper.annex.register': 'Annex: the register',
  'paper.annex.groups': 'Annex: the groups',
  'paper.annex.versions': 'Annex: versions of the texts',
  'paper.annex.no-group': 'There are no groups.',
  'paper.annex.group-status': '{status}, report version {version}',
  'paper.annex.open': 'session open',
  'paper.annex.closed': 'session closed',
  'paper.annex.headlines': 'Headline messages',
  'paper.annex.brought': 'Brought forward',
  'paper.annex.nothing': 'no option',
  'paper.slides.about': 'How this paper came about',
  'paper.slides.participation': 'Who took part',
  'paper.slides.part': '{title} ({part} of {parts})',
  'paper.slides.option': '{code} {title}',
  'paper.slides.shortened': 'Shortened here. The paper has it whole.',
  'paper.slides.more': '{count, plural, one {# more in the paper} other {# more in the paper}}',
  'paper.slides.no-reservations': 'None was given on this option.',
  'paper.slides.minority': 'minority text',
  'paper.slides.signed': 'Signed on the record: {delegations}.',
  'paper.slides.interest': 'Interest without obligation: {count, plural, one {# seat} other {# seats}}.',
  'paper.slides.measure': '{measure}: {value}',
  'paper.slides.ideas': 'Ideas not pursued, by group',
  'paper.slides.ideas-note': 'The paper names every cluster with its number of cards.',
  'paper.slides.ideas-value':
    '{cards, plural, one {# card} other {# cards}}, {clusters, plural, =0 {no cluster} one {# cluster} other {# clusters}}, {loose, plural, =0 {none} one {#} other {#}} in no cluster',
  'paper.slides.register': 'The register',
  'paper.slides.register-value': '{state}; {groups, plural, =0 {from the plenary} one {# group} other {# groups}}',

  'paper.delegations.title': 'Each delegation once',
  'paper.delegations.base':
    '{delegations, plural, one {# delegation} other {# delegations}} with at least one valid paper; {unassigned, plural, =0 {no paper carries} one {# paper carries} other {# papers carry}} no delegation.',
  'paper.delegations.mean': 'Mean',
  'paper.delegations.count': 'Delegations',
  'paper.delegations.named': '{delegation} ({papers})',
  'paper.version.number': 'Version',
  'paper.version.hash': 'SHA-256',
} as const;
