/** The report's own words in English; the measure of the other languages. */
export const en = {
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

  'attribution.named': 'Named',
  'attribution.bloc': 'By bloc',
  'attribution.non-attributed': 'Non-attributed',
  'attribution.sealed': 'Sealed',
  'attribution.under-rule': '{mode}, Chatham House Rule',

  'overview.title': 'Overview',
  'overview.nothing-written': 'No headline messages, policy options or reservations were written in this group.',
  'overview.nothing-yet': 'There are no cards yet.',

  'clusters.title': 'Ideas by cluster',
  'clusters.none': 'No clusters were made.',
  'clusters.untitled': 'Cluster without a title',
  'clusters.empty': 'No cards.',
  'clusters.count': '{count, plural, =0 {no cards} one {# card} other {# cards}}',
  'clusters.reference': 'The figure after an idea is its number in the annex.',

  'loose.title': 'Ideas not clustered',
  'loose.none': 'Every idea is in a cluster.',

  'card.untitled': 'Card without a title',
  'card.late': 'added after the reveal',
  'card.proxy': 'entered by the facilitator',
  'card.author': '{name}, {delegation}',

  'ballots.title': 'Results of ballots',
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
    'Words for agreement in ballot {number}: shared support from {support, number, percent} on both sides, no support up to {rejection, number, percent}; a side leads when the other is below {follower, number, percent} and the difference has z ≥ {z}; split below {points} points and Cns {consensus}.',
  'method.dissent': 'Ratings in ballot {number} are called contested above a normalised deviation of {dissent}.',
  'method.none-hidden': 'No value was held back in ballot {number}.',
  'method.order':
    'Cards stand in an order computed from their ids. It says nothing about who wrote them, where or when.',

  'annex.title': 'Annex: all cards',
  'annex.none': 'There are no cards.',
  'annex.in-cluster': 'Cluster: {cluster}',
  'annex.in-none': 'Not clustered',

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
} as const;
