import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PEERS = join(HERE, 'peers');
const WEB = fileURLToPath(new URL('../../apps/web', import.meta.url));

export type ContenderName = 'rapport' | 'excalidraw' | 'tldraw';

/** Where a contender's page is built to. */
export const folderOf = (name: ContenderName | 'shipped'): string => join(HERE, 'dist', name);

/** Files Excalidraw asks for by address. */
export const EXCALIDRAW_FONTS = join(PEERS, 'node_modules/@excalidraw/excalidraw/dist/prod/fonts');

const run = (command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}`)),
    );
  });

/** The web app as it ships, or with what the benchmark holds it by. */
const buildRapport = (name: 'rapport' | 'shipped'): Promise<void> =>
  run(
    process.execPath,
    [
      join(WEB, 'node_modules/vite/bin/vite.js'),
      'build',
      '--logLevel',
      'error',
      '--outDir',
      folderOf(name),
      '--emptyOutDir',
    ],
    WEB,
    { VITE_BENCH: name === 'rapport' ? '1' : '' },
  );

/** The other boards are no part of the product: they are installed here, when somebody compares. */
const buildPeer = async (name: 'excalidraw' | 'tldraw'): Promise<void> => {
  if (!existsSync(join(PEERS, 'node_modules')))
    await run('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], PEERS);
  await build({
    configFile: false,
    root: PEERS,
    logLevel: 'error',
    // Of their packages only the modern, shipped form.
    define: { 'process.env.IS_PREACT': '"false"' },
    build: {
      target: 'es2023',
      outDir: folderOf(name),
      emptyOutDir: true,
      rolldownOptions: { input: join(PEERS, `${name}.html`) },
    },
  });
};

export const buildAll = async (): Promise<void> => {
  for (const name of ['shipped', 'rapport'] as const) await buildRapport(name);
  for (const name of ['excalidraw', 'tldraw'] as const) await buildPeer(name);
};

const blank = (text: string): string => text.replaceAll(/-[\w-]{8}\.(js|css|woff2)\b/g, '.$1');

const bytesOf = (texts: Iterable<string>): number => [...texts].reduce((sum, text) => sum + gzipSync(text).length, 0);

/** Scripts of a build by name without its hash, hashes in them blanked. */
const scriptsOf = (name: 'rapport' | 'shipped'): Map<string, string> => {
  const folder = join(folderOf(name), 'assets');
  const scripts = new Map<string, string>();
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.js'))) {
    const text = blank(readFileSync(join(folder, file), 'utf8'));
    const plain = blank(file);
    scripts.set(plain, (scripts.get(plain) ?? '') + text);
  }
  return scripts;
};

/** What the build for measuring has beyond the one that ships; throws where the shipped one can be steered. */
export const compareBuilds = (): string => {
  const [shipped, measured] = [scriptsOf('shipped'), scriptsOf('rapport')];
  for (const [file, text] of shipped) if (text.includes('__board')) throw new Error(`${file} ships __board`);
  const added = [...measured.keys()].filter((file) => !shipped.has(file));
  const gone = [...shipped.keys()].filter((file) => !measured.has(file));
  const [before, after] = [bytesOf(shipped.values()), bytesOf(measured.values())];
  const probe = bytesOf(added.map((file) => measured.get(file) ?? ''));
  if (gone.length > 0) throw new Error(`the measured build lacks ${gone.join(', ')}`);
  return `${added.join(', ')} (${probe} bytes with gzip); all other scripts together ${after - probe - before} bytes of ${before}, the names under which files hand things on`;
};
