// npm run dev: the server restarts when its sources change, the web app is replaced in place, both on one address.
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';
import { install } from './install.mjs';
import { environment, productNode, root } from './run.mjs';

const host = process.env['HOST'] || '127.0.0.1';
const port = Number(process.env['PORT'] || '3000');

/** What the server answers; everything else is the web app's. */
const serverPaths = ['/api', '/healthz', '/readyz', '/metrics'];
const socketPaths = ['/live', '/sync'];

const develop = async () => {
  const serverPort = await freePort();
  const server = spawn(productNode, ['--watch', '--watch-preserve-output', join('apps', 'server', 'src', 'main.ts')], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...environment({}),
      HOST: '127.0.0.1',
      PORT: String(serverPort),
      PUBLIC_URL: process.env['PUBLIC_URL'] || `http://localhost:${port}`,
      DEMO: process.env['DEMO'] || '1',
    },
  });
  const target = `http://127.0.0.1:${serverPort}`;
  const { createServer } = await import('vite');
  const web = await createServer({
    root: join(root, 'apps', 'web'),
    server: {
      host,
      port,
      strictPort: true,
      proxy: Object.fromEntries([
        ...serverPaths.map((path) => [path, { target }]),
        ...socketPaths.map((path) => [path, { target, ws: true }]),
      ]),
    },
  });
  await web.listen();
  web.printUrls();
  const stop = async () => {
    server.kill('SIGTERM');
    await web.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
};

const installed = await install();
if (!installed.ok) {
  console.error(`\n${installed.why}`);
  process.exit(1);
}
if (realpathSync(process.execPath) === realpathSync(productNode)) await develop();
else {
  // Vite needs a newer Node than this script may have been started with.
  const again = spawn(productNode, [fileURLToPath(import.meta.url)], { stdio: 'inherit' });
  process.on('SIGINT', () => again.kill('SIGINT'));
  process.on('SIGTERM', () => again.kill('SIGTERM'));
  again.on('exit', (code) => process.exit(code ?? 1));
}
