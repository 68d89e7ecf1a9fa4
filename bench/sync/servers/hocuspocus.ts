// A Hocuspocus server; with STORE, a path, it keeps documents in SQLite as its own extension for SQLite does.
import { Database as Store } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import Database from 'better-sqlite3';

const path = process.env['STORE'];

const stores = (file: string): Store => {
  const db = new Database(file);
  db.exec('CREATE TABLE IF NOT EXISTS documents (name varchar(255) NOT NULL, data blob NOT NULL, UNIQUE(name))');
  const find = db.prepare<[string], { data: Buffer }>('SELECT data FROM documents WHERE name = ?');
  const keep = db.prepare(
    'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data',
  );
  return new Store({
    fetch: ({ documentName }) => Promise.resolve(find.get(documentName)?.data ?? null),
    store: ({ documentName, state }) => Promise.resolve(void keep.run(documentName, state)),
  });
};

const server = new Server({
  port: Number(process.env['PORT']),
  address: '127.0.0.1',
  quiet: true,
  extensions: path === undefined ? [] : [stores(path)],
});
await server.listen();
console.log('ready');
