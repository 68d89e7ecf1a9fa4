import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendProblem } from './problem.ts';

/** Addresses of the web app's pages, as its `paths.ts` has them; others answer with its not-found page and 404. */
const PAGES = ['/', '/j/*', '/s/*', '/g/*', '/organise', '/screen/*'];

/** What is not for people: an unknown address there is a problem, not a page. */
const isCall = (url: string): boolean => /^\/(api|live|sync|metrics|healthz|readyz)(\/|\?|$)/.test(url);

const YEAR = 365 * 24 * 3600;

/** Serves the built web app: pages always fresh, assets with a hash in their name for ever. */
export const serveWebApp = async (app: FastifyInstance, folder: string): Promise<void> => {
  const sendPage = async (reply: FastifyReply, status: number): Promise<FastifyReply> => {
    if (!existsSync(join(folder, 'index.html'))) {
      return sendProblem(reply, { code: 'unavailable', message: 'The web app is not built: run npm run build.' });
    }
    const page = await readFile(join(folder, 'index.html'));
    return reply.code(status).type('text/html; charset=utf-8').header('Cache-Control', 'no-cache').send(page);
  };
  for (const url of PAGES) app.get(url, (_request, reply) => sendPage(reply, 200));

  if (existsSync(folder)) {
    await app.register(fastifyStatic, {
      root: folder,
      // One route a file: everything else stays with the not-found answer below.
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        const hashed = path.includes(join(folder, 'assets'));
        void response.header('Cache-Control', hashed ? `public, max-age=${YEAR}, immutable` : 'no-cache');
      },
    });
  }

  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !isCall(request.url) && request.headers.accept?.includes('text/html');
    return page === true
      ? sendPage(reply, 404)
      : sendProblem(reply, { code: 'not-found', message: 'There is nothing at this address.' });
  });
};
