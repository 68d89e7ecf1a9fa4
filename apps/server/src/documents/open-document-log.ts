import { existsSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { RandomBytes } from '@rapport/domain/ids';
import type { DatabaseLocation } from '../db/database.ts';
import type { Logger } from '../logger.ts';
import type { DocumentLog } from './document-log.ts';
import { importSqliteDocuments } from './postgres-import.ts';
import { PostgresLog } from './postgres-log.ts';
import { SqliteLog } from './sqlite-log.ts';

const FILE = 'documents.sqlite';
const IMPORTED = /^documents\.imported(-\d+)?\.sqlite$/;

/**
 * Documents lie where the session truth does: in PostgreSQL where there is one, else in a file of SQLite. Documents that
 * an earlier version left in the file of a PostgreSQL deployment are brought over once; the file is put aside, never
 * deleted.
 */
export const openDocumentLog = async (options: {
  database: DatabaseLocation;
  dataDir: string;
  random: RandomBytes;
  logger: Logger;
}): Promise<DocumentLog> => {
  const { database, dataDir, logger } = options;
  const file = join(dataDir, FILE);
  const onHealth = (healthy: boolean, error?: unknown): void =>
    healthy ? logger.info('documents are stored again') : logger.error({ err: error }, 'documents cannot be stored');
  if (database.kind === 'sqlite') return SqliteLog.open({ file, onHealth });
  const left = existsSync(file);
  const log = await PostgresLog.open({
    url: database.url,
    owner: Buffer.from(options.random(16)).toString('hex'),
    onHealth,
    onErased: (error) => {
      if (error !== undefined) {
        logger.warn({ err: error }, 'deleted bytes may still lie in the files of the database; tried again later');
      }
    },
    ...(left && {
      takeOver: async (client) => {
        const { documents, unclean } = await importSqliteDocuments(client, file);
        logger.warn({ documents }, `documents of ${FILE} are being taken over into the database`);
        return { unclean };
      },
    }),
  });
  try {
    // Before anybody is let in: brought over again after a purge, the file would undo it.
    if (left) await rename(file, join(dataDir, await freeName(dataDir)));
    const aside = (await readdir(dataDir)).filter((name) => IMPORTED.test(name));
    if (aside.length > 0) {
      logger.warn(
        { files: aside },
        'documents that were taken over into the database still lie in a file beside it, with what purges destroy later: delete it once the database is backed up',
      );
    }
    return log;
  } catch (error) {
    await log[Symbol.asyncDispose]();
    throw error;
  }
};

const freeName = async (dataDir: string): Promise<string> => {
  const taken = new Set(await readdir(dataDir));
  for (let number = 1; ; number++) {
    const name = `documents.imported${number === 1 ? '' : `-${number}`}.sqlite`;
    if (!taken.has(name)) return name;
  }
};
