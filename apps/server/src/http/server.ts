import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import type { Failure } from '@rapport/protocol/failures';
import type { Access } from '../access/access.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { sendProblem } from './problem.ts';
import { registerRoutes, type Route } from './route.ts';
import { serveWebApp } from './web-app.ts';

/** Everything comes from the server itself; the sockets are reached on the same address. */
const POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // React Aria puts a style element of its own into the page (`touch-action` of what can be pressed).
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  // A laptop in the room serves plain http; a browser told to upgrade would find nothing.
  upgradeInsecureRequests: null,
};

const problemOf = (error: FastifyError): { failure: Failure; status: number } => {
  const status = error.statusCode ?? 500;
  if (status === 413)
    return { failure: { code: 'too-large', message: 'This is larger than what is taken here.' }, status };
  if (status === 415) {
    return { failure: { code: 'invalid-input', message: 'This type of content is not taken here.' }, status };
  }
  if (status >= 400 && status < 500) return { failure: { code: 'invalid-input', message: error.message }, status };
  return {
    failure: { code: 'internal', message: 'Something went wrong on the server. It has been noted.' },
    status: 500,
  };
};

/** The HTTP side: safe headers, problem details for everything that goes wrong, the routes and the web app. */
export const createHttp = async (options: {
  routes: readonly Route[];
  access: Access;
  metrics: Metrics;
  logger: Logger;
  publicUrl: string | null;
  trustProxy: boolean;
  /** Folder of the built web app. */
  webApp: string;
}): Promise<FastifyInstance> => {
  const underTls = options.publicUrl?.startsWith('https:') === true;
  const loggerInstance: FastifyBaseLogger = options.logger;
  const app: FastifyInstance = fastify({
    loggerInstance,
    trustProxy: options.trustProxy,
    // A stop lets calls that are under way finish and waits for nobody who merely keeps a connection.
    forceCloseConnections: 'idle',
    // What fails before there is a route: an address that cannot be decoded, for one.
    frameworkErrors: (error, _request, reply) => {
      const { failure, status } = problemOf(error);
      void sendProblem(reply, failure, status);
    },
    // One line a call, written below.
    logController: new fastify.LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true },
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    referrerPolicy: { policy: 'no-referrer' },
    // Without TLS browsers do not know these and complain in the console.
    strictTransportSecurity: underTls && { includeSubDomains: false },
    crossOriginOpenerPolicy: underTls && { policy: 'same-origin' },
    originAgentCluster: underTls,
  });
  app.removeContentTypeParser('text/plain');

  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('Cache-Control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    const line = { req: request.raw, res: reply.raw, ms: Math.round(reply.elapsedTime) };
    if (request.url.startsWith('/api/')) request.log.info(line, 'called');
    else request.log.debug(line, 'called');
    options.metrics.called({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { failure, status } = problemOf(error);
    if (status >= 500) request.log.error({ err: error }, 'a call failed');
    return sendProblem(reply, failure, status);
  });

  registerRoutes(app, options.routes, options);
  await serveWebApp(app, options.webApp);
  return app;
};
