import { z } from 'zod';
import type { DatabaseLocation } from './db/database.ts';

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  database: DatabaseLocation;
  /** Where people reach the product, without a slash at the end; null: taken from the request. */
  publicUrl: string | null;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Null: generated into `dataDir`. */
  organiserKey: string | null;
  demo: boolean;
  trustProxy: boolean;
  /** A folder of TrueType or OpenType fonts for scripts that the product's own do not hold; null: none. */
  reportFonts: string | null;
  /** What PDF reports promise: to be read aloud (PDF/UA-1) or to be archived (PDF/A-2a). */
  reportPdf: 'ua-1' | 'a-2a';
};

/** A setting is wrong; the message names the variable and what it may be. */
export class ConfigError extends Error {}

const flag = (name: string) =>
  z
    .enum(['0', '1'], { error: `${name} must be 0 or 1` })
    .default('0')
    .transform((text) => text === '1');

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'PORT must be a number from 0 to 65535')
    .default('3000')
    .transform(Number)
    .refine((port) => port <= 65535, 'PORT must be a number from 0 to 65535'),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, 'DATABASE_URL must start with postgres:// or be absent for SQLite')
    .optional(),
  REDIS_URL: z
    .string()
    .refine(() => false, 'REDIS_URL is not supported yet: this version runs on one node; remove the variable')
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_URL must be an address like https://rapport.example.org' })
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  ORGANISER_KEY: z.string().min(16, 'ORGANISER_KEY must have at least 16 characters').max(200).optional(),
  DEMO: flag('DEMO'),
  TRUST_PROXY: flag('TRUST_PROXY'),
  REPORT_FONTS: z.string().optional(),
  REPORT_PDF: z.enum(['ua-1', 'a-2a'], { error: 'REPORT_PDF must be ua-1 or a-2a' }).default('ua-1'),
});

/**
 * Reads the settings from environment variables; an empty one counts as absent.
 * @throws ConfigError naming every wrong variable
 */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(present);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message).join('\n'));
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: value.DATA_DIR,
    database:
      value.DATABASE_URL === undefined
        ? { kind: 'sqlite', path: `${value.DATA_DIR}/rapport.sqlite` }
        : { kind: 'postgres', url: value.DATABASE_URL },
    publicUrl: value.PUBLIC_URL ?? null,
    logLevel: value.LOG_LEVEL,
    organiserKey: value.ORGANISER_KEY ?? null,
    demo: value.DEMO,
    trustProxy: value.TRUST_PROXY,
    reportFonts: value.REPORT_FONTS ?? null,
    reportPdf: value.REPORT_PDF,
  };
};
