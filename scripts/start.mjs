// npm start: installs and builds what is out of date, then serves. Runs on any Node from 18 on.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { install } from './install.mjs';
import { endChildren, environment, productNode, root } from './run.mjs';

/** @param {string} sentence @returns {never} */
const giveUp = (sentence) => {
  console.error(`\n${sentence}`);
  process.exit(1);
};

const major = Number(process.versions.node.split('.')[0]);
if (major < 18) giveUp(`Rapport starts with Node.js 18 or newer; this is ${process.version}. See https://nodejs.org.`);

const port = process.env['PORT'] || '3000';
const host = process.env['HOST'] || '127.0.0.1';
const dataDir = resolve(root, process.env['DATA_DIR'] || 'data');

/** @returns {Promise<string | null>} the code of the error that listening would meet */
const portProblem = () =>
  new Promise((settle) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => settle(error.code ?? error.message));
    probe.listen({ port: Number(port), host }, () => probe.close(() => settle(null)));
  });

// A port that is no number is the server's to refuse: it names the variable.
if (/^\d{1,5}$/.test(port) && Number(port) <= 65535) {
  const problem = await portProblem();
  if (problem === 'EADDRINUSE') {
    giveUp(`Port ${port} is taken. Stop what runs there, or choose another: PORT=${Number(port) + 1} npm start`);
  }
  if (problem === 'EACCES')
    giveUp(`Port ${port} needs administrator rights. Choose one above 1023: PORT=3000 npm start`);
  if (problem !== null) giveUp(`Cannot listen on ${host} port ${port} (${problem}). Check HOST and PORT.`);
}

try {
  mkdirSync(dataDir, { recursive: true });
  accessSync(dataDir, constants.W_OK);
} catch {
  giveUp(`Cannot write in ${dataDir}, where the data would lie. Choose another folder: DATA_DIR=/path npm start`);
}

/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (server === undefined) {
      endChildren();
      process.exit(1);
    }
    // Ctrl+C in a terminal reaches the server by itself; twice would cut its graceful stop short.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal);
  });
}

const installed = await install();
if (!installed.ok) giveUp(installed.why);
const built = await buildWeb();
if (!built.ok) giveUp(built.why);

// Short-lived bytes die young instead of being collected with the whole heap, and the collector has one helper: four
// of them keep a small machine's core from the rooms for a tenth of a second. The image and the docs say the same.
const flags = ['--max-semi-space-size=32', '--v8-pool-size=1'];
server = spawn(productNode, [...flags, join('apps', 'server', 'src', 'main.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...environment({}), NO_COLOR: process.env['NO_COLOR'], DEMO: process.env['DEMO'] || '1' },
});
server.on('error', (error) => giveUp(`The server could not be started: ${error.message}`));
server.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
