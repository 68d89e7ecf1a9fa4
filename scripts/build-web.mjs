import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, seconds, tail, toolFile } from './run.mjs';

const web = join(root, 'apps', 'web');
const stamp = join(web, 'node_modules', '.cache', 'rapport-build');

/** @param {string} folder @returns {string[]} all files below it but what is installed or built */
const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });

const fingerprint = () => {
  const hash = createHash('sha256');
  for (const file of [web, join(root, 'packages')].flatMap(filesBelow).sort()) {
    if (!/\.test\.tsx?$/.test(file)) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  }
  return hash.update(readFileSync(join(root, 'pnpm-lock.yaml'))).digest('hex');
};

/**
 * Builds the web app into apps/web/dist when its sources have changed since the last build.
 * @returns {Promise<{ ok: true } | { ok: false, why: string }>}
 */
export const buildWeb = async () => {
  const wanted = fingerprint();
  const built = join(web, 'dist', 'index.html');
  if (existsSync(stamp) && existsSync(built) && readFileSync(stamp, 'utf8') === `${wanted} ${buildTime(built)}`) {
    return { ok: true };
  }
  process.stdout.write('Building the web app … ');
  const outcome = await runNode(toolFile('vite', { from: 'apps/web' }), ['build'], { cwd: web });
  process.stdout.write(`${outcome.code === 0 ? 'done' : 'failed'} in ${seconds(outcome.ms)}\n`);
  if (outcome.code !== 0) return { ok: false, why: `${tail(outcome.output, 25)}\n\nThe web app could not be built.` };
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, `${wanted} ${buildTime(built)}`);
  return { ok: true };
};

/** A dist that somebody else has built since then is not ours. @param {string} file */
const buildTime = (file) => statSync(file).mtimeMs;
