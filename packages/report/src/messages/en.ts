import { paperEn } from './paper/en.ts';

/** The report's own words in English; the measure of the other languages. */
export const en = {
  ...paperEn,
  'report.title': 'Report of Group {number}',
  'report.title-named': 'Report of Group {number}: {name}',
  'report.interim': 'Interim report',
  'report.interim-notice': 'The session of this group is not closed. What stands here may still change.',
  'report.final': 'Final report',
  'report.status': '{status}, version {version}',
  'report.watermark': 'INTERIM',
  'report.page': 'Page {page} of {pages}',

  'fact.round': 'Round',
  'fact.date': 'Date',
  'fact.marking': 'Marking',
  'fact.attribution': 'Attribution',
  'fact.status': 'Status',
  'fact.participants': 'Participants',
  'fact.participants-value':
    '{present, plural, one {# seat} other {# seats}} checked in of {seats, plural, one {#} other {#}}',
  'fact.material': 'Material',
  'fact.cards': '{count, plural, =0 {no cards} one {# card} other {# cards}}',
  'fact.clusters': '{count, plural, =0 {no clusters} one {# cluster} other {# clusters}}',
  'fact.ballots': '{count, plural, =0 {no closed ballots} one {# closed ballot} other {# closed ballots}}',
  'fact.options': '{count, plural, =0 {no policy options} one {# policy option} other {# policy options}}',

  'attribution.named': 'Named',
  'attribution.bloc': 'By bloc',
  'attribution.non-attributed': 'Non-attributed',
  'attribution.sealed': 'Sealed',
  'attribution.under-rule': '{mode}, Chatham House Rule',

  'clusters.untitled': 'Cluster without a title',
  'clusters.count': '{count, plural, =0 {no cards} one {# card} other {# cards}}',

  'card.untitled': 'Card without a title',
  'card.late': 'added after the reveal',
  'card.proxy': 'entered by the facilitator',
  'card.author': '{name}, {delegation}',

  'ballots.title': 'Annex: results of ballots',
  'ballots.none': 'No ballot was closed.',
  'ballots.heading': 'Ballot {number}: {kind}',
  'ballots.kind.dots': 'dots',
  'ballots.kind.rating': 'rating on two axes',
  'ballots.kind.ranking': 'ranking',
  'ballots.kind.endorsement': 'endorsement',
  'ballots.phase': 'in phase “{phase}”',
  'ballots.archived': 'archived',
  'ballots.base':
    '{valid, plural, one {# valid paper} other {# valid papers}} of {entitled, plural, one {# entitled seat} other {# entitled seats}}.',
  'ballots.rules.dots': '{budget, plural, one {# dot} other {# dots}} each, at most {cap} on one option.',
  'ballots.rules.rating': 'Rated from 1 to 5 or “cannot judge” on two axes: {axes}.',
  'ballots.rules.ranking':
    '{options, plural, one {# option} other {# options}} put in order, the best first; all or some.',
  'ballots.rules.endorsement': 'A level for each text; nothing is averaged.',
  'ballots.axis': '“{axis}”',
  'ballots.hidden': 'not shown',
  'ballots.proxies':
    '{count, plural, one {# paper was} other {# papers were}} entered by the facilitator for somebody without a device.',
  'ballots.rank': 'Rank',
  'ballots.option': 'Option',
  'ballots.dots': 'Dots',
  'ballots.voters': 'Voters',
  'ballots.share': 'Share',
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

  'rating.priority': 'Priority',
  'rating.mean-value': '{mean} ({papers})',
  'rating.distribution': '1 / 2 / 3 / 4 / 5',
  'rating.not-judged': 'Not judged',
  'rating.median': 'Median',
  'rating.median-value': '{median} ({from}–{to})',
  'rating.deviation': 'SD',
  'rating.consensus': 'Cns',
  'rating.remark': 'Remark',
  'rating.contested': 'contested',
  'rating.bloc-means': 'Mean by bloc',
  'rating.note':
    'Priority: geometric mean of both means rescaled to 0–1, with the papers that judged both axes. Means with the papers that judged the axis. Below, by axis: papers by rating, median with first and third quartile, standard deviation, and consensus Cns (1 is one mind).',

  'ranking.mean': 'Mean rank',
  'ranking.places': 'Places',
  'ranking.unplaced': 'Left out',
  'ranking.ranked':
    '{ranked, plural, one {# paper holds} other {# papers hold}} a ranking, {abstained, plural, =0 {none} one {#} other {#}} abstained.',
  'ranking.concordance': 'Kendall’s W is {w}: 0 means rankings have nothing in common, 1 that all are equal.',
  'ranking.no-ranking': 'No ranking was expressed.',
  'ranking.too-few': 'There were too few rankings or options to say how much they are alike.',
  'ranking.note':
    'Mean rank: the lower the better; options a paper left out share the mean of its remaining ranks. Places: papers that put the option first / second / and so on. “=” marks a tie.',

  'level.endorse': 'Endorse',
  'level.reservation': 'With reservation',
  'level.abstain': 'Abstain',
  'level.stand-aside': 'Stand aside',
  'level.oppose': 'Oppose',
  'endorsement.texts': 'Reasons given: {option}',
  'endorsement.text': '{level}: {text}',
  'endorsement.note':
    'Papers by level. Stand aside: neither support nor oppose forwarding. Reasons stand in alphabetical order.',

  'agreement.shared-support': 'both sides support it',
  'agreement.shared-rejection': 'neither side supports it',
  'agreement.led': '{bloc} leads in support',
  'agreement.split': 'opinion is split inside the blocs',
  'agreement.open': 'no clear pattern',
  'agreement.side': '{bloc} {share} of {papers}',
  'agreement.sentence':
    '{option}: {verdict}. Support: {sides}; common ground {common}, divergence {divergence, number, ::sign-except-zero .#} points{rough, select, yes { (computed from bounds)} other {}}.',
  'agreement.no-papers': 'No {blocs} ballots: agreement was not measured.',
  'agreement.not-shown': 'Agreement between the sides is not shown (small group).',
  'agreement.partly-shown':
    '{count, plural, one {Agreement on # other option is} other {Agreement on # other options is}} not shown (small group).',

  'ballots.untitled': 'Option without a title',
  'ballots.share-note':
    'Dots: dots from all valid papers. Voters: papers that gave at least one. Share: voters of all valid papers. “=” marks a tie.',
  'ballots.bloc-note':
    'By bloc, with the number of its valid papers: dots / voters. Figures of single people are never shown.',
  'ballots.hidden-note': 'Not shown (small group): {blocs}.',

  'method.title': 'Method note',
  'method.phases': 'Phases up to the one reached, as planned: {phases}.',
  'method.phase': '{phase} ({minutes} min)',
  'method.named': 'Cards were written under the names of their authors.',
  'method.bloc': 'Cards were shown in the room with the bloc of their authors at most.',
  'method.non-attributed':
    'Cards were shown without name or bloc. The links to their authors were kept on the server only and are deleted when the session is closed.',
  'method.sealed':
    'Cards were shown without name or bloc, and the links to their authors were destroyed at the reveal.',
  'method.rule':
    'The session was held under the Chatham House Rule: information may be used, but neither the identity nor the affiliation of any participant may be revealed. No name, delegation or bloc of an author is in this file; texts are people’s own words, unchanged.',
  'method.late':
    '{count, plural, =0 {No card was} one {# card was} other {# cards were}} added after the reveal and {count, plural, one {is} other {are}} marked so.',
  'method.proxy':
    '{count, plural, =0 {No card was} one {# card was} other {# cards were}} entered by the facilitator for somebody without a device.',
  'method.ballot':
    'Ballot {number}: {valid, plural, one {# valid paper} other {# valid papers}} of {entitled} entitled, {proxies, plural, =0 {none} one {#} other {#}} entered by the facilitator.',
  'method.no-ballot': 'No ballot was closed.',
  'method.small-cells':
    'The value of a bloc is shown only if at least {count} valid papers stand behind it and behind the rest of the total.',
  'method.hidden': 'Not shown in ballot {number}: {blocs}.',
  'method.partly-hidden': 'Not shown on some options of ballot {number}: {blocs}.',
  'method.thresholds':
    'Words for agreement in {count, plural, one {ballot} other {ballots}} {numbers}: shared support from {support, number, percent} on both sides, no support up to {rejection, number, percent}; a side leads when the other is below {follower, number, percent} and the difference has z ≥ {z}; split below {points} points and Cns {consensus}.',
  'method.dissent': 'Ratings in ballot {number} are called contested above a normalised deviation of {dissent}.',
  'method.none-hidden': 'No value was held back in ballot {number}.',
  'method.order':
    'Cards stand in an order computed from their ids. It says nothing about who wrote them, where or when.',
  'method.options':
    'Options show their newest frozen text, named by a fingerprint (SHA-256, abbreviated). Under an option, blocs are shown with the share of their papers that supports it, after a ranking with their mean rank. Reservations and minority texts are printed in full, sponsors because they stand on the record, interest as a count.',
  'method.undrawn':
    '{count, plural, one {# character} other {# characters}} that no font of this file can draw {count, plural, one {stands} other {stand}} as {sign}; the Word, Markdown and JSON files hold {count, plural, one {it} other {them}}.',

  'annex.title': 'Annex: all cards',
  'annex.none': 'There are no cards.',
  'annex.in-cluster': 'Cluster: {cluster}',
  'annex.in-none': 'Not clustered',

  'list.separator': ', ',

  'headlines.title': 'Headline messages',
  'headlines.none': 'No headline messages were written.',

  'options.title': 'Forwarded policy options',
  'options.count': '{count, plural, one {# option} other {# options}}',
  'options.none': 'No policy options were drafted.',
  'options.none-forwarded': 'No policy option was forwarded to the plenary.',

  'option.untitled': 'Option without a title',
  'option.no-text': 'No text was written.',
  'option.title': 'Title',
  'option.text': 'Text',
  'option.rationale': 'Rationale',
  'option.actors': 'Who would act',
  'option.resources': 'Resources',
  'option.horizon': 'Horizon',
  'option.missing': 'Not stated',
  'option.reservation': '{count, plural, one {Reservation} other {Reservations}}',
  'option.minority': '{count, plural, one {Minority text} other {Minority texts}}',
  'option.sponsors': '{count, plural, one {Sponsor, on the record} other {Sponsors, on the record}}',
  'option.sponsor': '{delegation} ({bloc})',
  'option.sponsor-suspended': '{delegation} ({bloc}; suspended until confirmed for this text)',
  'option.interest': 'Interest',
  'option.interest-value': '{count, plural, one {# seat} other {# seats}}, without obligation',
  'option.origin': 'Origin',
  'option.from': 'Grown from {sources}.',
  'option.from-cluster': 'cluster “{title}”',
  'option.from-nothing': 'Written without a card or cluster behind it.',
  'option.convergence': 'Proposed separately by {groups} of {of} groups.',
  'option.version': 'Text version {number}, fingerprint {hash}.',
  'option.not-frozen': 'The text is not frozen and may still change.',
  'option.readback': 'Read-back',
  'option.not-read-back': 'Not read back to the group yet.',
  'option.answers':
    '{accepted, plural, one {# seat accepted} other {# seats accepted}}, {objected, plural, =0 {none objected} one {# objected} other {# objected}}.',
  'option.objection': 'Objection: {text}',
  'option.cross-bloc': 'cross-bloc',
  'option.state.draft': 'draft',
  'option.state.endorsed': 'endorsed',
  'option.state.forwarded': 'forwarded',
  'option.state.merged': 'merged into another option',
  'option.state.plenary': 'before the plenary',
  'option.state.paper': 'in the options paper',
  'option.state.set-aside': 'not pursued',

  'result.title': 'Result',
  'result.all': 'All papers',
  'result.verdict': 'The two sides',
  'result.ballot': 'Ballot {number}: {kind}',
  'result.axis': 'Ballot {number}: {axis}',
  'result.dots': '{dots, plural, one {# dot} other {# dots}}, {voters} of {valid} papers',
  'result.mean': 'mean {mean} ({papers})',
  'result.mean-rank': 'mean rank {rank} ({papers})',
  'result.level': '{level}: {count}',
  'result.no-papers': 'not measured (one side without papers)',
  'result.not-shown': 'not shown (small group)',

  'divergence.title': 'Where the group agreed and diverged',
  'divergence.none': 'No ballot was closed and no sentences were written.',
  'divergence.made': 'These sentences follow from the results of the ballots; nobody has edited them.',
  'divergence.outdated': 'from an earlier result',
  'divergence.edited': 'edited',
  'divergence.own': 'the rapporteur’s words',
  'divergence.marks': 'Sentences without a mark follow from the results of the ballots as they are.',

  'summary.option': '“{option}”',
  'summary.on-axis': '{option}, {axis}',
  'summary.dots-option': '{option} ({dots, plural, one {# dot} other {# dots}})',
  'summary.value': '{option} ({value})',
  'summary.nobody': 'No valid paper was cast in ballot {number}.',
  'summary.dots':
    'Most dots in ballot {number} ({valid, plural, one {# valid paper} other {# valid papers}}): {options}.',
  'summary.rating':
    'Highest priority in ballot {number} ({valid, plural, one {# valid paper} other {# valid papers}}), from 0 to 1: {options}.',
  'summary.contested': 'Contested in ballot {number}: {options}.',
  'summary.ranking':
    'Best mean rank in ballot {number} ({ranked, plural, one {# ranking} other {# rankings}}): {options}.',
  'summary.endorsement':
    '{option}, of {valid, plural, one {# valid paper} other {# valid papers}}: {endorse} endorse, {reservation} endorse with reservation, {abstain} abstain, {aside} stand aside, {oppose} oppose.',

  'ideas.title': 'Ideas not pursued',
  'ideas.cluster': 'Cluster',
  'ideas.cards': 'Cards',
  'ideas.numbers': 'Numbers in the annex',
  'ideas.taken-up': 'Taken up in',
  'ideas.loose': 'Not clustered',
  'ideas.options': '{count, plural, one {# option was} other {# options were}} drafted and not forwarded:',
  'ideas.option': '{code}, {state}',

  'questions.title': 'Questions to the plenary',
  'questions.none': 'No questions to the plenary were written.',

  'changes.title': 'Annex: changes to the texts of options',
  'changes.note':
    'Word by word, from one frozen version to the next: removed words are struck through, added words are bold.',
  'changes.versions': 'From version {from} to version {to}, fingerprint {hash}',

  'phase.lobby': 'Lobby',
  'phase.frame': 'Frame',
  'phase.write': 'Write',
  'phase.clarify': 'Clarify',
  'phase.cluster': 'Cluster',
  'phase.draft': 'Draft',
  'phase.shortlist': 'Shortlist',
  'phase.evaluate': 'Evaluate',
  'phase.discuss': 'Discuss',
  'phase.revote': 'Re-vote',
  'phase.readback': 'Read-back',

  'sheet.undrawn':
    '{count, plural, one {# character has} other {# characters have}} no letter in the fonts of this server and {count, plural, one {stands} other {stand}} as {sign}. Whoever runs the server can add fonts (REPORT_FONTS) and print again.',

  'badge.title': 'Badges: {symposium}',
  'badge.title-tents': 'Table tents: {symposium}',
  'badge.place': 'Round {round} · Group {group}',
  'badge.place-named': 'Round {round} · Group {group}: {name}',
  'badge.role.facilitator': 'Facilitator',
  'badge.role.cofacilitator': 'Co-facilitator',
  'badge.role.rapporteur': 'Rapporteur',
  'badge.role.participant': 'Participant',
  'badge.role.observer': 'Observer',
  'badge.scan': 'Scan to come in',
  'badge.type': 'Or open this address and type the code:',
  'badge.own': 'Yours alone: whoever has this code comes in as you.',
  'badge.wifi': 'Wi-Fi',
} as const;
