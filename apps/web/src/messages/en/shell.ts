/** The front door, the waiting room and what stands around every screen. */
export const shell = {
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
