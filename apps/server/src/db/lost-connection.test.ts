import { Client } from 'pg';
import { expect, test } from 'vitest';
import { Database, type DatabaseLocation } from './database.ts';
import { DATABASES } from './testing.ts';

/** Ends every other connection to a Postgres database, as its restart would; a file has none to lose. */
const endConnections = async (location: DatabaseLocation): Promise<void> => {
  if (location.kind === 'sqlite') return;
  const client = new Client({ connectionString: location.url });
  await client.connect();
  try {
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  } finally {
    await client.end();
  }
};

test.each(DATABASES)('on $kind the database answers again when its idle connections were ended', async ({ place }) => {
  await using somewhere = await place();
  await using db = await Database.open(somewhere.location);
  await db.ping();
  await endConnections(somewhere.location);
  // The pool hears of the loss a moment later than we do: the first query may still meet the dead connection.
  await expect
    .poll(() =>
      db.ping().then(
        () => 'answers',
        () => 'lost',
      ),
    )
    .toBe('answers');
});
