/** Without a network, and new versions of the app. */
export const offline = {
  'offline.shell.kept': 'The page can be reloaded.',
  'offline.shell.insecure':
    'Do not reload the page: over plain http a browser cannot keep the app itself, only what you have written.',
  'offline.shell.unavailable': 'Do not reload the page: this browser does not keep the app itself.',
  'offline.insecure': 'Plain http: everything works, but without a network this page cannot be opened again.',
  'offline.update': 'A new version is ready. Reload when it suits you; nothing you have written is lost.',
  'offline.update.take': 'Reload now',
} as const;
