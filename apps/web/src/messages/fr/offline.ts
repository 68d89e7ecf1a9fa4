import type { offline as en } from '../en/offline.ts';

export const offline: Record<keyof typeof en, string> = {
  'offline.shell.kept': 'La page peut être rechargée.',
  'offline.shell.insecure':
    'Ne rechargez pas la page : en http simple, le navigateur ne peut garder l’application elle-même, seulement ce que vous avez écrit.',
  'offline.shell.unavailable': 'Ne rechargez pas la page : ce navigateur ne garde pas l’application elle-même.',
  'offline.insecure': 'Http simple : tout fonctionne, mais sans réseau cette page ne peut pas être rouverte.',
  'offline.update':
    'Une nouvelle version est prête. Rechargez quand cela vous convient ; rien de ce que vous avez écrit ne sera perdu.',
  'offline.update.take': 'Recharger maintenant',
};
