import { Me, SignedIn, SignIn } from '@rapport/protocol/http';
import { succeed } from '@rapport/protocol/failures';
import type { Access } from '../access/access.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { COOKIE_PREFIX, sessionCookies } from '../access/credentials.ts';
import { route, type Route } from './route.ts';

const COOKIE_SECONDS = 14 * 24 * 3600;

/** Signing in and out, and who am I. */
export const sessionRoutes = ({ access, publicUrl }: { access: Access; publicUrl: string | null }): Route[] => {
  const attributes = (request: FastifyRequest) => ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: publicUrl === null ? request.protocol === 'https' : publicUrl.startsWith('https:'),
  });

  const expire = (request: FastifyRequest, reply: FastifyReply, names: readonly string[]): void => {
    for (const name of names) void reply.clearCookie(name, attributes(request));
  };

  /** Cookies of sessions that have ended pile up in a browser that signs in again and again, until no request fits. */
  const expireStale = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const stale: string[] = [];
    for (const [name, token] of sessionCookies(request.raw)) {
      if ((await access.resolve(token)) === null) stale.push(name);
    }
    expire(request, reply, stale);
  };

  return [
    route({
      method: 'POST',
      path: '/api/sessions',
      summary: 'Sign in with the organiser key, a personal code, a screen code, or as a walk-in with a group code',
      audience: 'anyone',
      body: SignIn,
      answer: SignedIn,
      status: 201,
      handle: async ({ body, request, reply }) => {
        const outcome = await access.signIn(body, [...sessionCookies(request.raw).values()]);
        if (!outcome.ok) return outcome;
        await expireStale(request, reply);
        const { tab, token } = outcome.value;
        void reply.setCookie(COOKIE_PREFIX + tab, token, { ...attributes(request), maxAge: COOKIE_SECONDS });
        return outcome;
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/sessions/current',
      summary: 'Sign out; the browser forgets what it kept for this seat',
      audience: 'signed-in',
      screens: true,
      handle: async ({ caller, request, reply }) => {
        await access.signOut(caller);
        await expireStale(request, reply);
        // Other tabs of this browser may sit on other seats; what the browser keeps for them stays.
        const others = [...sessionCookies(request.raw).values()].map((token) => access.resolve(token));
        const last = (await Promise.all(others)).every((other) => other === null);
        void reply.header('Clear-Site-Data', last ? '"cache", "storage"' : '"cache"');
        return succeed(null);
      },
    }),
    route({
      method: 'GET',
      path: '/api/me',
      summary: 'Who am I, and which are my groups',
      audience: 'signed-in',
      screens: true,
      answer: Me,
      handle: async ({ caller }) => succeed(await access.me(caller)),
    }),
  ];
};
