/**
 * The service worker: answers a page's own files from this device, so that a reload without a network still shows the
 * board. The build puts in which files there are; a set of files is one version and lives in one cache.
 *
 * It never touches /api, /live, /sync or anything else that speaks of people, and decides nothing: what was written
 * lies in the page's own store.
 */
declare const FILES: readonly string[];
declare const VERSION: string;

type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Asked = Event & { request: Request; respondWith(answer: Promise<Response>): void };
type Told = Event & { data: unknown };
/** What is used of a worker's global scope; the compiler knows a page's only. */
type WorkerScope = {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};
const worker = globalThis as unknown as WorkerScope;

const PREFIX = 'rapport-';
const CACHE = PREFIX + VERSION;
/** The page every address of the app answers with. */
const SHELL = '/';
/** As the server's own list of pages; other addresses are the server's to answer. */
const PAGES = /^\/($|j\/|s\/|g\/|organise\/?$|screen\/)/;
/** Files of pages that were open before an update are kept until the next one: what they load later is of their own version. */
const VERSIONS_KEPT = 2;

/**
 * All or nothing: a version that could not be fetched whole is not installed. Files with a hash in their name may come
 * from the browser's own cache.
 */
const install = async (): Promise<void> => {
  const cache = await caches.open(CACHE);
  await cache.addAll([new Request(SHELL, { cache: 'no-cache' }), ...FILES]);
};

const dropOld = async (): Promise<void> => {
  // In the order in which they were made.
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(
    versions.slice(0, Math.max(0, versions.length - (VERSIONS_KEPT - 1))).map((name) => caches.delete(name)),
  );
};

/** The page of this version. Its address may be a key of somebody's: it is neither sent nor kept. */
const page = async (request: Request): Promise<Response> =>
  (await caches.match(SHELL, { cacheName: CACHE })) ?? fetch(request);

/** Names hold a hash of what is in them: a file that is here is right. Fonts come in when they are used. */
const file = async (request: Request): Promise<Response> => {
  const known = await caches.match(request);
  if (known !== undefined) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
};

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([dropOld(), worker.clients.claim()])));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(file(request));
  else if (request.mode === 'navigate' && PAGES.test(pathname)) event.respondWith(page(request));
});
