import { expect, test } from 'vitest';
import { filesAhead, type Bundle } from './board-ahead.ts';

const chunk = (entry: string | null, imports: readonly string[], css: readonly string[] = []): Bundle[string] => ({
  type: 'chunk',
  facadeModuleId: entry === null ? null : `/home/web/src/${entry}`,
  imports,
  viteMetadata: { importedCss: new Set(css) },
});

const BUNDLE: Bundle = {
  'assets/index.js': chunk('main.tsx', ['assets/react.js']),
  'assets/react.js': chunk(null, []),
  'assets/GroupGate.js': chunk('pages/GroupGate.tsx', ['assets/board.js']),
  'assets/GroupPage.js': chunk('group/GroupPage.tsx', ['assets/board.js', 'assets/yjs.js']),
  'assets/board.js': chunk(null, ['assets/react.js', 'assets/yjs.js'], ['assets/board.css']),
  'assets/yjs.js': chunk(null, []),
  'assets/HomePage.js': chunk('pages/HomePage.tsx', ['assets/form.js']),
  'assets/form.js': chunk(null, []),
  'assets/first-en.js': chunk('messages/en/first.ts', ['assets/words-en.js']),
  'assets/words-en.js': chunk(null, []),
  'assets/first-ar.js': chunk('messages/ar/first.ts', []),
  'assets/board.css': { type: 'asset' },
};

test('a board’s files are asked for once each, with styles and words, without what the page asks for itself', () => {
  const page = '<script src="/assets/index.js"></script><link rel="modulepreload" href="/assets/react.js">';
  expect(filesAhead(BUNDLE, page)).toEqual({
    board: ['GroupGate.js', 'board.js', 'board.css', 'yjs.js', 'GroupPage.js'],
    words: { en: ['first-en.js', 'words-en.js'], ar: ['first-ar.js'] },
  });
});
