// npm run check: everything that can be known without running the product.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { productNode, root, run, runNode, seconds, tail, toolFile } from './run.mjs';

/** @typedef {{ name: string, start: () => Promise<import('./run.mjs').Outcome> }} Check */

const projects = ['.', 'packages', 'apps/server', 'apps/web', 'e2e', 'bench'];

/** @type {Check[]} */
const checks = [
  ...projects
    .filter((project) => existsSync(join(root, project, 'tsconfig.json')))
    .map((project) => ({
      name: `types of ${project === '.' ? 'scripts' : project}`,
      start: () =>
        runNode(toolFile('typescript', { command: 'tsc' }), ['-p', `${project}/tsconfig.json`, '--pretty', 'false']),
    })),
  // The walls between folders and the ban on circles are lint rules: see oxlint.config.ts.
  { name: 'lint, walls and circles', start: () => runNode(toolFile('oxlint'), ['--format=unix', '.']) },
  { name: 'format', start: () => runNode(toolFile('oxfmt'), ['--check', '.']) },
  {
    name: 'unused files, exports and dependencies',
    start: () => runNode(toolFile('knip'), ['--no-progress', '--no-config-hints']),
  },
  { name: 'messages', start: () => run(productNode, [join(root, 'scripts', 'check-messages.mjs')]) },
];

/**
 * Runs all checks, two at a time, with one line for each; failures are shown together at the end.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export const check = async () => {
  /** @type {{ name: string, output: string }[]} */
  const failures = [];
  const queue = [...checks];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const outcome = await next.start();
      console.log(`${outcome.code === 0 ? 'ok    ' : 'FAILED'} ${next.name} (${seconds(outcome.ms)})`);
      if (outcome.code !== 0) failures.push({ name: next.name, output: tail(outcome.output, 200) });
    }
  };
  await Promise.all([work(), work()]);
  for (const { name, output } of failures) console.log(`\n--- ${name} ---\n${output}`);
  return { passed: checks.length - failures.length, failed: failures.length };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const installed = await install();
  if (!installed.ok) {
    console.error(`\n${installed.why}`);
    process.exit(1);
  }
  const { passed, failed } = await check();
  console.log(`\n${passed} checks passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
