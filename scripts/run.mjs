// Runs programs for the scripts of this folder. Plain JavaScript without dependencies: it has to work on any
// Node from 18 on, before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node that runs the product; it comes with the install. The shim in node_modules/.bin would swallow signals. */
export const productNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

export const pnpmVersion = '10.34.9';

/**
 * The JavaScript file behind a command of an installed package.
 * @param {string} name the package
 * @param {{ from?: string, command?: string }} [options] `from`: the workspace folder that depends on it
 */
export const toolFile = (name, { from = '.', command = name } = {}) => {
  const folder = join(root, from, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
};

/** @typedef {{ code: number, output: string, ms: number }} Outcome */

/** Programs under way, so that an interrupted script takes them along. @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/**
 * Runs a program to its end; what it prints is kept, not shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, limitMs?: number, user?: { uid: number, gid: number } | undefined }} [options]
 *   `limitMs`: it is ended after that
 * @returns {Promise<Outcome>} code 127 when the program does not exist
 */
export const run = (command, args, { cwd = root, env = {}, limitMs, user } = {}) =>
  new Promise((resolve) => {
    const began = Date.now();
    let output = '';
    // A group of its own, so that it can be ended together with what it has started.
    const child = spawn(command, args, {
      cwd,
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...user,
    });
    children.add(child);
    const limit =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            output += `\nEnded after ${seconds(limitMs)}, the limit for this step.\n`;
            endGroup(child, 'SIGKILL');
          }, limitMs);
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString('utf8');
    };
    const settle = (/** @type {number} */ code) => {
      clearTimeout(limit);
      children.delete(child);
      resolve({ code, output, ms: Date.now() - began });
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => {
      output += `${error.message}\n`;
      settle(127);
    });
    child.on('close', (code) => settle(code ?? 1));
  });

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
const endGroup = (child, signal) => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It has ended in the meantime.
  }
};

/** Ends what `run` has started and is still under way. */
export const endChildren = () => {
  for (const child of children) endGroup(child, 'SIGTERM');
};

/** Runs a JavaScript file under the product's Node. @type {(file: string, args: readonly string[], options?: Parameters<typeof run>[2]) => Promise<Outcome>} */
export const runNode = (file, args, options) => run(productNode, [file, ...args], options);

/** @param {Record<string, string | undefined>} extra @returns {NodeJS.ProcessEnv} */
export const environment = (extra) => {
  const path = [dirname(productNode), process.env['PATH'] ?? ''].join(delimiter);
  // Without this a nested npm or pnpm would talk to a terminal that is not there.
  return { ...process.env, PATH: path, NO_COLOR: '1', FORCE_COLOR: undefined, ...extra };
};

/** @param {string} command @returns {string | null} where the shell would find it */
export const which = (command) => {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, command);
    if (folder !== '' && existsSync(file)) return file;
  }
  return null;
};

/** @param {string} text @param {number} count of lines */
export const tail = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n');

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
