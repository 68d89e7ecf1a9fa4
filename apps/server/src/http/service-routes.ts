import { z } from 'zod';
import { fail, succeed } from '@rapport/protocol/failures';
import type { Database } from '../db/database.ts';
import type { DocumentLog } from '../documents/document-log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { describeRoutes } from './openapi.ts';
import { route, SENT, type Route } from './route.ts';

/** What machines ask: alive, ready, figures, and the description of all other calls. */
export const serviceRoutes = ({
  db,
  log,
  metrics,
  version,
  others,
}: {
  db: Database;
  log: DocumentLog;
  metrics: Metrics;
  version: string;
  others: readonly Route[];
}): Route[] => {
  const routes = [
    route({
      method: 'GET',
      path: '/healthz',
      summary: 'The process is alive',
      audience: 'anyone',
      answer: z.object({ status: z.literal('alive'), version: z.string() }),
      handle: () => Promise.resolve(succeed({ status: 'alive', version })),
    }),
    route({
      method: 'GET',
      path: '/readyz',
      summary: 'Database and document log can be written',
      audience: 'anyone',
      answer: z.object({ status: z.literal('ready') }),
      handle: async ({ request }) => {
        try {
          await db.ping();
        } catch (error) {
          request.log.error({ err: error }, 'the database does not answer');
          return fail('unavailable', 'The database does not answer.');
        }
        return log.healthy ? succeed({ status: 'ready' }) : fail('unavailable', 'The document log cannot be written.');
      },
    }),
    route({
      method: 'GET',
      path: '/metrics',
      summary: 'Figures for Prometheus, without groups or seats',
      audience: 'anyone',
      file: 'text/plain',
      handle: async ({ reply }) => {
        await reply.type(metrics.contentType).send(await metrics.read());
        return SENT;
      },
    }),
  ];
  const description = route({
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description',
    audience: 'anyone',
    file: 'application/json',
    handle: () => Promise.resolve(succeed(described)),
  });
  const all = [...routes, description];
  const described = describeRoutes([...others, ...all], version);
  return all;
};
