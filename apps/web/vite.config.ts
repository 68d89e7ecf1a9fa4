import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { appShell } from './build/app-shell.ts';
import { boardAhead } from './build/board-ahead.ts';
import { isSchemaHalf, schemasApart } from './build/schemas-apart.ts';

/** Below this a file fits into one packet anyway. */
const WORTH_BYTES = 1400;

/** Lays a brotli and a gzip file beside each text asset: the server hands them out and compresses nothing itself. */
const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    if (dir === undefined) throw new Error('the build has no output folder');
    const texts = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name));
    await Promise.all(
      texts.map(async (name) => {
        const bytes = await readFile(join(dir, name));
        if (bytes.length < WORTH_BYTES) return;
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
        await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(bytes, quality));
        await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
      }),
    );
  },
});

/** Two files that need each other run before they are whole: such a build must not ship. */
const noCircles = (): Plugin => ({
  name: 'no-circles',
  apply: 'build',
  generateBundle(_, bundle) {
    const importsOf = (file: string): readonly string[] => {
      const chunk = bundle[file];
      return chunk?.type === 'chunk' ? chunk.imports : [];
    };
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) throw new Error(`files need each other: ${[...path, file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of importsOf(file)) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of Object.keys(bundle)) walk(file, []);
  },
});

type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null };

const page = (path: string): string => join(import.meta.dirname, 'src', path);
const START = [page('main.tsx')];
const BOARD = [page('pages/GroupGate.tsx'), page('group/GroupPage.tsx')];
const OTHERS = ['pages/HomePage.tsx', 'pages/BadgePage.tsx', 'pages/LobbyPage.tsx', 'organise/OrganisePage.tsx'].map(
  page,
);

const STAND_INS = join(import.meta.dirname, 'build', 'stand-ins');

/** Packages of which every page uses all there is. */
const EVERYWHERE =
  /\/node_modules\/((react|react-dom|scheduler|zustand)\/|react-aria\/dist\/private\/(ssr|i18n\/(I18nProvider|useDefaultLocale|utils))\b)/;

/** Everything these modules cannot run without. */
const needsOf = (ids: readonly string[], modules: Modules, found = new Set<string>()): Set<string> => {
  for (const id of ids) {
    if (found.has(id)) continue;
    found.add(id);
    needsOf(modules.getModuleInfo(id)?.importedIds ?? [], modules, found);
  }
  return found;
};

/**
 * Few files: the packages every page runs on, what every page starts with, and for what the board needs beyond that
 * two, what other pages need too and the rest. By itself the bundler
 * makes one of every set of modules that the same pages share, sixty for the board, and a browser asks for
 * six at a time over the plain HTTP of a laptop in the room.
 */
const fileOf = (): ((id: string, modules: Modules) => string | null) => {
  let needs: Record<'start' | 'board' | 'others', Set<string>> | null = null;
  return (id, modules) => {
    if (EVERYWHERE.test(id)) return 'react';
    // Of other packages only what is used counts, and that the bundler finds out later.
    if (id.includes('/node_modules/') || id.startsWith(STAND_INS) || isSchemaHalf(id)) return null;
    needs ??= {
      start: needsOf(START, modules),
      board: needsOf(BOARD, modules),
      others: needsOf(OTHERS, modules),
    };
    // The entry itself waits for the language: nothing may wait for the entry.
    if (needs.start.has(id)) return START.includes(id) ? null : 'start';
    if (!needs.board.has(id)) return null;
    return needs.others.has(id) ? 'shared' : 'board';
  };
};

export default defineConfig({
  // Always a constant: what a shipped build must not have is taken out by it.
  define: { 'import.meta.env.VITE_BENCH': JSON.stringify(process.env['VITE_BENCH'] ?? '') },
  // What packages bring along and no page uses is 4 kB before the first card.
  resolve: {
    alias: {
      'lib0/logging': join(STAND_INS, 'logging.ts'),
      'lib0/broadcastchannel': join(STAND_INS, 'broadcast-channel.ts'),
    },
  },
  plugins: [schemasApart(), react(), noCircles(), boardAhead(), appShell(), precompress()],
  build: {
    target: 'es2023',
    sourcemap: false,
    // What is opened later asks for its own parts; only the board's are worth naming ahead, in the file that is first.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (url, files, { hostType }) =>
        hostType === 'html' || /Group(Page|Gate)-/.test(url) ? files : [],
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'needs', name: fileOf() }] },
      },
    },
  },
});
