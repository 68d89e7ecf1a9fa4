// npm run setup: installs what Rapport needs; with --runtime only what the server needs once the web app is built.
import { install, keepRuntime } from './install.mjs';

const outcome = await (process.argv.includes('--runtime') ? keepRuntime() : install());
if (!outcome.ok) {
  console.error(`\n${outcome.why}`);
  process.exitCode = 1;
}
