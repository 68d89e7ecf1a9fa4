import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RandomBytes } from '@rapport/domain/ids';
import { Access } from './access/access.ts';
import { loadOrganiserKey } from './access/organiser-key.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { Database } from './db/database.ts';
import { SqliteLog } from './documents/sqlite-log.ts';
import { createHttp } from './http/server.ts';
import { serviceRoutes } from './http/service-routes.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { symposiumRoutes } from './http/symposium-routes.ts';
import { createLogger, type Logger } from './logger.ts';
import { Metrics } from './metrics/metrics.ts';
import { Rounds } from './rounds/rounds.ts';
import { JoinCodes } from './symposia/join-codes.ts';
import { Delegations } from './symposia/roster/delegations.ts';
import { Rosters } from './symposia/roster/rosters.ts';
import { Symposia } from './symposia/symposia.ts';
import { version } from './version.ts';

const WEB_APP = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** What a test may replace; everything else is the real thing. */
export type AppParts = { logger?: Logger; clock?: Clock; random?: RandomBytes; webApp?: string };

export type App = AsyncDisposable & {
  /** Starts to answer; gives the address that was bound. */
  listen(): Promise<string>;
  /** Ways in, to be printed once for whoever started the server. */
  links(): Link[];
};

/** A way in, as a path with its key. */
type Link = { who: string; path: string };

/** The whole house, wired by hand from the ground up; it is torn down in the opposite order. */
export const createApp = async (config: Config, parts: AppParts = {}): Promise<App> => {
  const logger = parts.logger ?? createLogger(config.logLevel);
  const clock = parts.clock ?? systemClock;
  const random = parts.random ?? ((length: number) => new Uint8Array(randomBytes(length)));
  const { publicUrl } = config;
  await using opened = new AsyncDisposableStack();

  // Ground: where things lie.
  await mkdir(config.dataDir, { recursive: true });
  const organiserKey = await loadOrganiserKey(config.dataDir, config.organiserKey);
  const db = opened.use(await Database.open(config.database));
  const log = opened.use(
    await SqliteLog.open({
      file: join(config.dataDir, 'documents.sqlite'),
      onHealth: (healthy, error) =>
        healthy
          ? logger.info('documents are stored again')
          : logger.error({ err: error }, 'documents cannot be stored'),
    }),
  );
  const metrics = new Metrics();

  // Services: what may be done.
  const delegations = Delegations.load();
  const access = new Access({ db, clock, random, organiserKey, findDelegation: (text) => delegations.find(text) });
  const symposia = new Symposia({ db, clock, random, access });
  const rosters = new Rosters({ db, random, delegations });
  const rounds = new Rounds({ db, random });
  const joinCodes = new JoinCodes({ db });

  // Doors: how it is reached.
  const calls = [
    ...sessionRoutes({ access, publicUrl }),
    ...symposiumRoutes({ symposia, rosters, rounds, joinCodes, purgeDocument: (id) => log.purge(id), publicUrl }),
  ];
  const http = await createHttp({
    routes: [...calls, ...serviceRoutes({ db, log, metrics, version, others: calls })],
    access,
    metrics,
    logger,
    publicUrl,
    trustProxy: config.trustProxy,
    webApp: parts.webApp ?? WEB_APP,
  });
  opened.defer(() => http.close());

  const house = opened.move();
  return {
    links: () => [{ who: 'Organiser', path: `/organise#key=${encodeURIComponent(organiserKey)}` }],
    listen: () => http.listen({ port: config.port, host: config.host, listenTextResolver: () => 'listening' }),
    [Symbol.asyncDispose]: () => house.disposeAsync(),
  };
};
