import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pnpmVersion, productNode, root, run, seconds, tail } from './run.mjs';

const stamp = join(root, 'node_modules', '.rapport-install');

/** What an install depends on: the lock file and every manifest. */
const fingerprint = () => {
  const hash = createHash('sha256');
  const manifests = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')),
  );
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    'e2e/package.json',
    'bench/package.json',
    ...manifests.sort(),
  ]) {
    if (existsSync(join(root, file)))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)));
  }
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
};

/**
 * Installs the dependencies when they are missing or out of date; otherwise it touches neither network nor disk.
 * @returns {Promise<{ ok: true } | { ok: false, why: string }>}
 */
export const install = async () => {
  const wanted = fingerprint();
  if (existsSync(stamp) && existsSync(productNode) && readFileSync(stamp, 'utf8') === wanted) return { ok: true };
  process.stdout.write('Installing what Rapport needs (a minute on the first run) … ');
  // CI=true: pnpm asks no questions.
  const outcome = await run('npx', ['--yes', `pnpm@${pnpmVersion}`, 'install', '--frozen-lockfile'], {
    env: { CI: 'true' },
  });
  process.stdout.write(`${outcome.code === 0 ? 'done' : 'failed'} in ${seconds(outcome.ms)}\n`);
  if (outcome.code !== 0) return { ok: false, why: `${tail(outcome.output, 25)}\n\n${explain(outcome.output)}` };
  if (!existsSync(productNode)) {
    return { ok: false, why: `The install ended, but ${productNode} is missing. Delete node_modules and start again.` };
  }
  writeFileSync(stamp, wanted);
  return { ok: true };
};

/**
 * Leaves only what the server needs at run time, for an image; `npm run setup` brings the rest back.
 * @returns {Promise<{ ok: true } | { ok: false, why: string }>}
 */
export const keepRuntime = async () => {
  const folders = [
    '.',
    'e2e',
    'bench',
    ...['packages', 'apps'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name))),
  ];
  for (const folder of folders) rmSync(join(root, folder, 'node_modules'), { recursive: true, force: true });
  const outcome = await run(
    'npx',
    ['--yes', `pnpm@${pnpmVersion}`, 'install', '--frozen-lockfile', '--prod', '--filter', '@rapport/server...'],
    { env: { CI: 'true' } },
  );
  return outcome.code === 0
    ? { ok: true }
    : { ok: false, why: `${tail(outcome.output, 25)}\n\n${explain(outcome.output)}` };
};

/** @param {string} output of the failed install @returns {string} what to do about it, in a sentence */
const explain = (output) => {
  if (/ENOSPC/.test(output)) return 'The disk is full: free about 1 GB and start again.';
  if (/EACCES|EROFS|EPERM/.test(output)) return `No permission to write in ${root}: start as the user who owns it.`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ERR_SOCKET_TIMEOUT/.test(output)) {
    return 'The npm registry could not be reached: the first start needs a network (a proxy is set with "npm config set proxy").';
  }
  if (/ERR_PNPM_OUTDATED_LOCKFILE/.test(output)) {
    return `pnpm-lock.yaml does not match the manifests: run "npx pnpm@${pnpmVersion} install" and commit the lock file.`;
  }
  return 'The dependencies could not be installed; the lines above say why.';
};
