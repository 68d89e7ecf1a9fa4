// npm run build: builds the web app into apps/web/dist.
import { buildWeb } from './build-web.mjs';

const outcome = await buildWeb();
if (!outcome.ok) {
  console.error(`\n${outcome.why}`);
  process.exitCode = 1;
}
