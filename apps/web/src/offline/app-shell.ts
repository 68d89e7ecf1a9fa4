import { create } from 'zustand';
import { firstSight } from '../connection/first-sight.ts';

/**
 * Whether this device keeps the app itself, so that the page comes back without a network. `insecure`: plain http
 * beyond this computer, where browsers do not allow it.
 */
export type AppShell = 'unknown' | 'kept' | 'insecure' | 'unavailable';

export const useAppShell = create<{ shell: AppShell; update: ServiceWorker | null }>(() => ({
  shell: 'unknown',
  update: null,
}));

const SCRIPT = '/service-worker.js';
const CACHES = 'rapport-';

let wantsReload = false;

/** Keeps the app on this device, after everything that is needed now. Nobody's page is ever reloaded by an update. */
export const keepAppShell = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) {
    useAppShell.setState({ shell: isSecureContext ? 'unavailable' : 'insecure' });
    return;
  }
  await firstSight;
  const workers = navigator.serviceWorker;
  workers.addEventListener('controllerchange', () => {
    if (wantsReload) location.reload();
  });
  try {
    const registration = await workers.register(SCRIPT);
    registration.addEventListener('updatefound', () => follow(registration.installing));
    offer(registration.waiting);
    follow(registration.installing);
    await workers.ready;
    await passFonts();
    useAppShell.setState({ shell: 'kept' });
  } catch {
    useAppShell.setState({ shell: 'unavailable' });
  }
};

/** Fonts that were here before the worker pass it by once more, out of the browser's own cache. */
const passFonts = async (): Promise<void> => {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  await Promise.allSettled(loaded.filter((name) => name.endsWith('.woff2')).map((name) => fetch(name)));
};

const follow = (worker: ServiceWorker | null): void => {
  worker?.addEventListener('statechange', () => offer(worker));
};

/** A new version is ready as soon as all its files are here; the first one replaces nothing. */
const offer = (worker: ServiceWorker | null): void => {
  if (worker?.state === 'installed' && navigator.serviceWorker.controller !== null)
    useAppShell.setState({ update: worker });
};

/** Reloads this page with the new version. Other pages of this browser go on with what they have. */
export const takeUpdate = (): void => {
  const { update } = useAppShell.getState();
  wantsReload = true;
  // Another page may have taken it already.
  if (update === null || update.state !== 'installed') location.reload();
  else update.postMessage('take-over');
};

/** Signing out as the last one leaves nothing behind, not even the app. */
export const forgetAppShell = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((one) => one.unregister()));
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
  await Promise.all(names.map((name) => caches.delete(name)));
};
