/** The front door, the waiting room and what stands around every screen. */
export const shell = {
  'shell.attribution.named': 'Your name and delegation stand beside every card you write, for everybody in your group.',
  'shell.attribution.bloc':
    'Your cards show your bloc, not your name or nation, and only if every bloc here has at least five people. Language, style and timing can still tell who wrote something.',
  'shell.attribution.non-attributed':
    'Your cards are shown without name or nation. Only the server knows who wrote them, so that you can change and withdraw yours; it forgets when the group closes. Language, style and timing can still tell who wrote something.',
  'shell.attribution.sealed':
    'Your cards are shown without name or nation, and the server itself forgets who wrote them at the reveal; from then on nobody can withdraw one. Language, style and timing can still tell who wrote something.',
  'shell.phase.lobby': 'Arrive',
  'shell.phase.frame': 'Question',
  'shell.phase.write': 'Write',
  'shell.phase.clarify': 'Clarify',
  'shell.phase.cluster': 'Cluster',
  'shell.phase.draft': 'Draft',
  'shell.phase.shortlist': 'Shortlist',
  'shell.phase.evaluate': 'Evaluate',
  'shell.phase.discuss': 'Discuss',
  'shell.phase.revote': 'Vote again',
  'shell.phase.readback': 'Read back',
} as const;
