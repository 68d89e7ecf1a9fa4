import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';
import { describeFault } from './describe-fault.ts';

export type { Logger } from 'pino';

/** Fields that must never be written, wherever they turn up within three levels. */
const SECRET_FIELDS = [
  'token',
  'joinCode',
  'groupCode',
  'screenCode',
  'badgeCode',
  'organiserKey',
  'cookie',
  'authorization',
  'displayName',
  'display_name',
  'email',
  'paperKey',
  'title',
  'body',
];

const redactPaths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/** Addresses without what they must not tell: codes in paths and tokens in queries. */
export const maskAddress = (address: string): string =>
  address
    .replace(/\/(j|screen)\/[^/?#]+/g, '/$1/…')
    .replace(/([?&](?:token|tab|key|code|sid)=)[^&#]*/g, '$1…')
    .replace(/(draft\.[A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+/g, '$1.…');

/** JSON lines on standard output; names, codes, tokens, cookies and people's texts are cut out. */
export const createLogger = (level: Config['logLevel'], destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      redact: { paths: redactPaths, censor: '[redacted]' },
      serializers: {
        req: (request: { method: string; url: string }) => ({
          method: request.method,
          url: maskAddress(request.url),
        }),
        err: describeFault,
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
    },
    ...(destination === undefined ? [] : [destination]),
  );
