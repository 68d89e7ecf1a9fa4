/** The board, its outline, private writing, and what is known of their documents. */
export const board = {
  'board.region': 'Board',
  'board.name': 'Cards on the board',
  'board.keys':
    'Arrow keys move between cards. Enter edits, Space selects, M moves, G groups, N makes a new card, Delete puts into the bin. A question mark shows all keys.',

  'board.empty.title': 'The board is empty',
  'board.empty.text': 'Double-click anywhere, press N, or use “+ Card” to write the first card.',
  'board.empty.readOnly': 'Nothing has been put on it yet.',
  'board.empty.private': 'Cards are written in private now',
  'board.empty.privateText': 'Write yours in “My cards”. They all appear here together at the reveal.',

  'board.card.kind': 'Card:',
  'board.card.inCluster': ', in cluster {cluster}',
  'board.card.untitled': 'Untitled card',
  'board.card.late': 'added after reveal',
  'board.card.proxy': 'entered by the facilitator',

  'board.cluster.kind': 'Cluster:',
  'board.cluster.count': '{count, plural, =0 {no cards} one {# card} other {# cards}}',
  'board.cluster.untitled': 'Untitled cluster',
  'board.cluster.empty': 'Drag cards in here, or use “Move to cluster…”.',

  'document.saved.saved': 'Saved',
  'document.saved.saving': 'Saving',
  'document.saved.connecting': 'Connecting',
  'document.saved.offline':
    '{changes, plural, =0 {Offline. What you write is kept on this device} one {Offline, # change kept on this device} other {Offline, # changes kept on this device}}',
  'document.saved.refused': 'Not accepted, your text is kept here',
} as const;
