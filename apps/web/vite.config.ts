import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null };

const page = (path: string): string => join(import.meta.dirname, 'src', path);
const START = [page('main.tsx')];
const BOARD = [page('pages/GroupGate.tsx'), page('group/GroupPage.tsx')];
const OTHERS = ['pages/HomePage.tsx', 'pages/BadgePage.tsx', 'pages/LobbyPage.tsx', 'organise/OrganisePage.tsx'].map(
  page,
);

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
 * Two files for what the board needs beyond the start: what other pages need too, and the rest. By itself the bundler
 * makes one of every set of modules that the same pages share: sixty for the board, and a browser asks for
 * six at a time over the plain HTTP of a laptop in the room.
 */
const fileOf = (): ((id: string, modules: Modules) => string | null) => {
  let needs: Record<'start' | 'board' | 'others', Set<string>> | null = null;
  return (id, modules) => {
    // Of a package only what is used counts, and that the bundler finds out later.
    if (id.includes('/node_modules/')) return null;
    needs ??= {
      start: needsOf(START, modules),
      board: needsOf(BOARD, modules),
      others: needsOf(OTHERS, modules),
    };
    // What every page starts with is in the entry's own file.
    if (needs.start.has(id) || !needs.board.has(id)) return null;
    return needs.others.has(id) ? 'shared' : 'board';
  };
};

export default defineConfig({
  plugins: [react(), precompress()],
  build: {
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'needs', name: fileOf() }] },
      },
    },
  },
});
