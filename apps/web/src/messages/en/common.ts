/** Words that several screens share. */
export const common = {
  'common.cancel': 'Cancel',
  'common.done': 'Done',
  'common.close': 'Close',
  'common.retry': 'Try again',
  'common.loading': 'Loading…',
  'common.notices': 'Notices',
  'common.marking': 'Handling marking',
  'common.language': 'Language',
  'common.theme.light': 'Light appearance',
  'common.theme.dark': 'Dark appearance',
  'common.chathamHouse': 'Chatham House Rule',
  'common.reload': 'Reload this page',
  'common.broken.title': 'Something went wrong on this page',
  'common.broken.body':
    'What was shown as saved is safe. Reload the page to go on; if it happens again, tell your organiser.',
  'common.group': 'Group {number, number}',
  'common.skip': 'Skip to content',

  'failure.unavailable': 'The server cannot be reached right now. Check your network.',
  'failure.internal': 'Something went wrong on the server. It has been noted.',
} as const;
