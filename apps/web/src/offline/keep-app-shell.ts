import { useAppShell } from './app-shell.ts';

const SCRIPT = '/service-worker.js';

/** Keeps the app on this device, after everything that is needed now. Nobody's page is ever reloaded by an update. */
export const keepAppShell = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) {
    useAppShell.setState({ shell: isSecureContext ? 'unavailable' : 'insecure' });
    return;
  }
  const workers = navigator.serviceWorker;
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
