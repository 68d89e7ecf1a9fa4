import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

const SOURCE = join(import.meta.dirname, 'service-worker.ts');

/** Writes `service-worker.js`: the worker with the list of this build's files. Fonts are many; it takes them in as they are used. */
export const appShell = (): Plugin => ({
  name: 'app-shell',
  apply: 'build',
  enforce: 'post',
  async generateBundle(_, bundle) {
    const files = Object.keys(bundle)
      .filter((name) => /\.(js|css)$/.test(name))
      .map((name) => `/${name}`)
      .toSorted();
    const source = await readFile(SOURCE, 'utf8');
    // Two builds of the same files are the same version; another worker is another one.
    const version = createHash('sha256').update(source).update(files.join('\n')).digest('hex').slice(0, 12);
    const { code } = await transformWithOxc(source, SOURCE, {
      sourcemap: false,
      define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(version) },
    });
    this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: code });
  },
});
