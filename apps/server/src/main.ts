import { createApp } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { warmUp } from './documents/warm-up.ts';
import { createLogger } from './logger.ts';
import { version } from './version.ts';

/** Longest graceful stop, ms; container engines lose patience soon after. */
const STOP_MS = 15_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What an operator can do about a start that failed; null for a fault of ours. */
const explain = (error: NodeJS.ErrnoException, config: Config): string | null => {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${config.port} is taken. Stop what runs there, or choose another: PORT=${config.port + 1}`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      if (config.database.kind === 'sqlite' || error.syscall === 'listen') {
        return `This machine has no address ${config.host}. Check HOST.`;
      }
      return 'The database host cannot be found. Check DATABASE_URL.';
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return 'The database cannot be reached. Check that PostgreSQL runs and that DATABASE_URL is right.';
    case '28P01':
    case '28000':
    case '3D000':
      return `The database refused: ${error.message}. Check DATABASE_URL.`;
    case 'DOCUMENTS_TAKEN':
    case 'DOCUMENTS_DIFFER':
      return error.message;
    case 'EACCES':
      if (error.syscall === 'listen') {
        return `Port ${config.port} needs administrator rights. Choose one above 1023: PORT=3000`;
      }
      return cannotWrite(config);
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
      return cannotWrite(config);
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return `The disk under ${config.dataDir} is full.`;
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return `A database file in ${config.dataDir} is damaged. Restore the last backup (see README).`;
    default:
      return null;
  }
};

const cannotWrite = (config: Config): string =>
  `Cannot write in ${config.dataDir}, where the data lies. Give DATA_DIR a folder this user may write in.`;

/** Resolves when somebody asks the process to end. */
const asked = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(signal));
  });

const serve = async (config: Config): Promise<void> => {
  const logger = createLogger(config.logLevel);
  process.on('uncaughtException', (fault) => {
    // Without the message: it may quote what people wrote.
    logger.fatal({ err: fault }, 'a fault nobody caught');
    process.exit(1);
  });
  // Asked for early: a stop while the demo is still being made must be graceful too.
  const stop = asked();
  await using app = await createApp(config, { logger });
  warmUp();
  const address = await app.listen();
  const base = config.publicUrl ?? address.replace('://127.0.0.1', '://localhost').replace('://[::1]', '://localhost');
  say(`\nRapport ${version} answers on ${base}\n`);
  for (const { who, path } of app.links) say(`  ${who.padEnd(22)}${base}${path}`);
  say('\nThese links are keys: hand each only to the person it is for. Ctrl+C stops the server.\n');
  logger.info({ signal: await stop }, 'stopping');
  const late = setTimeout(() => {
    logger.fatal('the stop took too long; what was acknowledged is on disk');
    process.exit(1);
  }, STOP_MS);
  late.unref();
};

const start = async (): Promise<void> => {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return;
  }
  try {
    await serve(config);
  } catch (error) {
    const why = explain(error as NodeJS.ErrnoException, config);
    process.stderr.write(
      `${why ?? `Rapport could not start: ${error instanceof Error ? error.stack : String(error)}`}\n`,
    );
    process.exitCode = 1;
  }
};

await start();
