// npm test: everything there is, from installing what is missing to stories in a real browser.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { check } from './check.mjs';
import { findPrograms } from './find-programs.mjs';
import { install } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { endChildren, root, runNode, seconds, tail, toolFile } from './run.mjs';

const MINUTE = 60_000;
const began = Date.now();
const ci = process.env['CI'] === 'true';
const counts = { passed: 0, failed: 0, skipped: 0 };
const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'));

/** Undone at the end, in any case. @type {(() => void | Promise<void>)[]} */
const cleanups = [() => rmSync(folder, { recursive: true, force: true })];

/** @param {string} title */
const section = (title) => console.log(`\n[${seconds(Date.now() - began)}] ${title}`);

/** @param {{ passed: number, failed: number, skipped?: number }} more */
const add = ({ passed, failed, skipped = 0 }) => {
  counts.passed += passed;
  counts.failed += failed;
  counts.skipped += skipped;
};

/** @param {string} file @returns {any} null when the runner ended before it wrote its results */
const readResults = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * Adds up what a test runner reported. One that fails without naming a test has failed all the same.
 * @param {import('./run.mjs').Outcome} outcome
 * @param {{ passed: number, failed: number, skipped: number } | null} results
 */
const addRun = (outcome, results) => {
  const found = results ?? { passed: 0, failed: 0, skipped: 0 };
  const failed = outcome.code !== 0 && found.failed === 0 ? 1 : found.failed;
  add({ ...found, failed });
  if (failed > 0) console.log(tail(outcome.output, 300));
  console.log(`${found.passed} passed, ${failed} failed, ${found.skipped} skipped (${seconds(outcome.ms)})`);
};

const rules = async (/** @type {Record<string, string | undefined>} */ env) => {
  const file = join(folder, 'vitest.json');
  const outcome = await runNode(
    toolFile('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { env, limitMs: 20 * MINUTE },
  );
  const results = readResults(file);
  addRun(
    outcome,
    results && {
      passed: results.numPassedTests,
      failed: results.numFailedTests,
      skipped: results.numPendingTests + results.numTodoTests,
    },
  );
};

const stories = async (/** @type {Record<string, string | undefined>} */ env) => {
  const file = join(folder, 'stories.json');
  const outcome = await runNode(
    toolFile('@playwright/test', { from: 'e2e', command: 'playwright' }),
    ['test', '--reporter=line,json'],
    { cwd: join(root, 'e2e'), env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, limitMs: 20 * MINUTE },
  );
  const stats = readResults(file)?.stats;
  // A story that passes only at the second try has failed.
  addRun(outcome, stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped });
};

const main = async () => {
  section('Install');
  const installed = await install();
  if (!installed.ok) {
    console.log(installed.why);
    add({ passed: 0, failed: 1 });
    return;
  }
  const found = await findPrograms();
  /** @type {Record<string, string | undefined>} */
  const env = { CHROMIUM_PATH: found.chromium ?? undefined, SOFFICE_PATH: found.office ?? undefined };
  if (found.postgres !== null) {
    const postgres = await startPostgres(found.postgres);
    if (postgres.ok) {
      cleanups.push(postgres.stop);
      env['TEST_POSTGRES_URL'] = postgres.url;
    } else {
      console.log(`PostgreSQL did not start: ${postgres.why}`);
      add({ passed: 0, failed: 1 });
    }
  }

  section('Check');
  add(await check());

  section('Rules, server and components');
  await rules(env);

  section('Stories in a browser');
  const built = await buildWeb();
  if (!built.ok) {
    console.log(built.why);
    add({ passed: 0, failed: 1 });
  } else if (found.chromium === null) {
    console.log('Left out: no Chromium.');
    add({ passed: 0, failed: 0, skipped: 1 });
  } else {
    await stories(env);
  }
};

const cleanUp = async () => {
  endChildren();
  for (const undo of cleanups.splice(0).reverse()) await undo();
};

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void cleanUp().finally(() => process.exit(1)));
}

const major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  console.error(`The tests start with Node.js 18 or newer; this is ${process.version}. See https://nodejs.org.`);
  process.exit(1);
}

try {
  await main();
} finally {
  await cleanUp();
}

// In CI everything can be installed, so nothing may be left out.
const bad = counts.failed > 0 || (ci && counts.skipped > 0);
section(bad ? 'Failed' : 'Done');
if (ci && counts.skipped > 0) console.log('With CI=true a test that was left out is a failure.');
console.log(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
);
process.exitCode = bad ? 1 : 0;
