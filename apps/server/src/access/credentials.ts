import type { IncomingMessage } from 'node:http';

/** Cookies of this product: one per seat, so that several tabs of one browser may sit on different seats. */
export const COOKIE_PREFIX = 'rapport_';
/** Header in which a tab names its cookie. */
const TAB_HEADER = 'rapport-tab';

const TAB_PATTERN = /^[A-Za-z0-9]{8,32}$/;

export type Credential = {
  token: string | null;
  /** Where it came from; a cookie is sent by the browser unasked, so its request's origin has to be checked. */
  source: 'bearer' | 'query' | 'cookie' | 'none';
};

const NONE: Credential = { token: null, source: 'none' };

const parseCookies = (header: string | undefined): Map<string, string> => {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) cookies.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  return cookies;
};

/** The cookies of this product in a request, name → token. */
export const sessionCookies = (request: IncomingMessage): Map<string, string> =>
  new Map([...parseCookies(request.headers.cookie)].filter(([name]) => name.startsWith(COOKIE_PREFIX)));

/**
 * The secret a request brings: `Authorization: Bearer`, else `?token=`, else the cookie the tab names (header or
 * `?tab=`), else the only cookie of ours there is. `tab` given as argument (a socket's handshake) goes before both.
 */
export const readCredential = (request: IncomingMessage, tab?: string): Credential => {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, source: 'bearer' };
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const token = query.get('token');
  if (token !== null) return { token, source: 'query' };

  const cookies = sessionCookies(request);
  const header = request.headers[TAB_HEADER];
  const named = tab ?? (typeof header === 'string' ? header : undefined) ?? query.get('tab') ?? undefined;
  if (named !== undefined) {
    const value = TAB_PATTERN.test(named) ? cookies.get(COOKIE_PREFIX + named) : undefined;
    return value === undefined ? NONE : { token: value, source: 'cookie' };
  }
  const only = cookies.size === 1 ? [...cookies.values()][0] : undefined;
  return only === undefined ? NONE : { token: only, source: 'cookie' };
};

/** Whether a request that came with a cookie was made by our own pages. No `Origin` means no other page made it. */
export const isOwnOrigin = (request: IncomingMessage, publicUrl: string | null): boolean => {
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  try {
    return new URL(origin).host === request.headers.host;
  } catch {
    return false;
  }
};
