import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify, transformWithOxc, type Plugin } from 'vite';

const SOURCE = join(import.meta.dirname, 'ahead.ts');
const BOARD = /\/src\/(pages\/GroupGate|group\/GroupPage)\.tsx$/;
const WORDS = /\/src\/messages\/(\w+)\/first\.ts$/;

type Chunk = {
  type: 'chunk';
  imports: readonly string[];
  facadeModuleId: string | null;
  viteMetadata?: { importedCss: ReadonlySet<string> };
};
export type Bundle = Readonly<Record<string, Chunk | { type: 'asset' }>>;

/** A file of the bundle and everything that comes with it. */
const withNeeds = (file: string, bundle: Bundle, found = new Set<string>()): Set<string> => {
  const chunk = bundle[file];
  if (found.has(file) || chunk?.type !== 'chunk') return found;
  found.add(file);
  for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
  for (const next of chunk.imports) withNeeds(next, bundle, found);
  return found;
};

/** Names in `assets` of what a board needs and `page` does not ask for itself, and of the first words by language. */
export const filesAhead = (
  bundle: Bundle,
  page: string,
): { board: string[]; words: Readonly<Record<string, string[]>> } => {
  const known = new Set([...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file]) => file ?? ''));
  const board = new Set<string>();
  const words: Record<string, string[]> = {};
  for (const [file, chunk] of Object.entries(bundle)) {
    const entry = (chunk.type === 'chunk' && chunk.facadeModuleId) || '';
    const language = WORDS.exec(entry)?.[1];
    if (!BOARD.test(entry) && language === undefined) continue;
    const needs = [...withNeeds(file, bundle)].filter((one) => !known.has(one));
    const names = needs.map((one) => one.replace(/^assets\//, ''));
    if (language !== undefined) words[language] = names;
    else for (const name of names) board.add(name);
  }
  return { board: [...board], words };
};

/** Puts a small script before all others that asks for a board's files. */
export const boardAhead = (): Plugin => ({
  name: 'board-ahead',
  apply: 'build',
  enforce: 'post',
  async generateBundle(_, files) {
    const html = files['index.html'];
    if (html?.type !== 'asset') throw new Error('the build has no index.html');
    const page = String(html.source);
    const { board, words } = filesAhead(files, page);
    if (board.length === 0 || Object.keys(words).length === 0) throw new Error('a board has no files of its own');
    const define = { BOARD: JSON.stringify(board), WORDS: JSON.stringify(words) };
    const plain = await transformWithOxc(await readFile(SOURCE, 'utf8'), SOURCE, { sourcemap: false, define });
    const { code } = await minify('ahead.js', plain.code);
    const fileName = `assets/ahead-${createHash('sha256').update(code).digest('base64url').slice(0, 8)}.js`;
    this.emitFile({ type: 'asset', fileName, source: code });
    html.source = page.replace('<head>', `<head>\n    <script async src="/${fileName}"></script>`);
  },
});
