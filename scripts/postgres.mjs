import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';
import { run, tail } from './run.mjs';

/** PostgreSQL refuses to run as root: then it runs as somebody without rights. @returns {{ uid: number, gid: number } | undefined} */
const unprivileged = () => {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    try {
      const id = (/** @type {string} */ flag) =>
        Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one.
    }
  }
  return undefined;
};

/**
 * Starts a cluster of its own in a temporary folder on a free loopback port, fast and forgetful.
 * @param {string} bin the folder with initdb and postgres
 * @returns {Promise<{ ok: true, url: string, stop: () => Promise<void> } | { ok: false, why: string }>}
 */
export const startPostgres = async (bin) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-postgres-'));
  const user = unprivileged();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const cluster = join(folder, 'cluster');
  const created = await run(
    join(bin, 'initdb'),
    ['-D', cluster, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--no-locale'],
    { cwd: folder, user },
  );
  if (created.code !== 0) {
    remove();
    return { ok: false, why: tail(created.output, 5) };
  }
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', cluster, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...user },
  );
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => server.once('close', () => resolve()));
  let log = '';
  /** @type {Promise<boolean>} */
  const ready = new Promise((resolve) => {
    server.stderr.on('data', (chunk) => {
      log += String(chunk);
      if (log.includes('ready to accept connections')) resolve(true);
    });
    server.once('error', () => resolve(false));
    server.once('close', () => resolve(false));
  });
  if (!(await ready)) {
    remove();
    return { ok: false, why: tail(log, 5) };
  }
  return {
    ok: true,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      // SIGINT: close the connections and end, without waiting for clients.
      server.kill('SIGINT');
      await ended;
      remove();
    },
  };
};
