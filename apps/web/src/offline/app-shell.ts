import { create } from 'zustand';

/**
 * Whether this device keeps the app itself, so that the page comes back without a network. `insecure`: plain http
 * beyond this computer, where browsers do not allow it.
 */
export type AppShell = 'unknown' | 'kept' | 'insecure' | 'unavailable';

export const useAppShell = create<{ shell: AppShell; update: ServiceWorker | null }>(() => ({
  shell: 'unknown',
  update: null,
}));

const CACHES = 'rapport-';

/** Reloads this page with the new version. Other pages of this browser go on with what they have. */
export const takeUpdate = (): void => {
  const { update } = useAppShell.getState();
  // Another page may have taken it already.
  if (update === null || update.state !== 'installed') return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  update.postMessage('take-over');
};

/** Signing out as the last one leaves nothing behind, not even the app. */
export const forgetAppShell = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((one) => one.unregister()));
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
  await Promise.all(names.map((name) => caches.delete(name)));
};
