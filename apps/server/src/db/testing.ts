import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DatabaseLocation } from './database.ts';

/** An empty place for a database, gone at the end. */
type Place = AsyncDisposable & { location: DatabaseLocation };

export const sqlitePlace = async (): Promise<Place> => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-db-'));
  return {
    location: { kind: 'sqlite', path: join(folder, 'rapport.sqlite') },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
};

const postgresPlace = async (url: string): Promise<Place> => {
  const name = `rapport_${randomBytes(6).toString('hex')}`;
  const asAdmin = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await asAdmin(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    location: { kind: 'postgres', url: own.href },
    [Symbol.asyncDispose]: () => asAdmin(`drop database ${name} with (force)`),
  };
};

const postgresUrl = process.env['TEST_POSTGRES_URL'];
/** Every kind of database there is here: Postgres where `TEST_POSTGRES_URL` names one. */
export const DATABASES = [
  { kind: 'sqlite', place: sqlitePlace },
  ...(postgresUrl === undefined ? [] : [{ kind: 'postgres', place: () => postgresPlace(postgresUrl) }]),
];
