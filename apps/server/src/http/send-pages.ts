import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Outcome } from '@rapport/protocol/failures';
import { SENT } from './route.ts';

const pack = promisify(gzip);

/** Pages as pictures, packed if the caller can unpack them. */
export const sendPages = async <T extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  pages: Outcome<T>,
): Promise<Outcome<T> | typeof SENT> => {
  if (!pages.ok || !/\bgzip\b/.test(String(request.headers['accept-encoding']))) return pages;
  // Drawn letters say the same again and again; packed they are a tenth, and it is done beside this thread.
  await reply
    .type('application/json; charset=utf-8')
    .header('Content-Encoding', 'gzip')
    .send(await pack(JSON.stringify(pages.value), { level: 4 }));
  return SENT;
};
