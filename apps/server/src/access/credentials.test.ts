import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isOwnOrigin, readCredential } from './credentials.ts';

const request = (url: string, headers: Record<string, string> = {}): IncomingMessage =>
  ({ url, headers }) as unknown as IncomingMessage;
const A = 'rapport_aaaaaaaa=token-a';
const B = 'rapport_bbbbbbbb=token-b';

test.each([
  ['bearer before all', '/x?token=q', { authorization: 'Bearer b', cookie: A }, undefined, ['b', 'bearer']],
  ['query before cookies', '/x?token=q', { cookie: A }, undefined, ['q', 'query']],
  ['the only cookie', '/x', { cookie: `other=1; ${A}` }, undefined, ['token-a', 'cookie']],
  ['two cookies and no tab named', '/x', { cookie: `${A}; ${B}` }, undefined, [null, 'none']],
  [
    'the tab in the header',
    '/x',
    { cookie: `${A}; ${B}`, 'rapport-tab': 'bbbbbbbb' },
    undefined,
    ['token-b', 'cookie'],
  ],
  ['the tab in the query', '/x?tab=bbbbbbbb', { cookie: `${A}; ${B}` }, undefined, ['token-b', 'cookie']],
  ['the tab of a handshake', '/x?tab=bbbbbbbb', { cookie: `${A}; ${B}` }, 'aaaaaaaa', ['token-a', 'cookie']],
  ['a tab without its cookie never falls back', '/x?tab=cccccccc', { cookie: A }, undefined, [null, 'none']],
  ['a malformed tab', '/x?tab=../a', { cookie: A }, undefined, [null, 'none']],
  ['nothing', '/x', {}, undefined, [null, 'none']],
] as const)('%s', (_title, url, headers, tab, [token, source]) => {
  expect(readCredential(request(url, headers), tab)).toEqual({ token, source });
});

test.each([
  [undefined, true],
  ['http://localhost:3000', true],
  ['https://rapport.example.org', true],
  ['https://evil.example', false],
  ['http://localhost:3001', false],
  ['null', false],
])('origin %s', (origin, own) => {
  const headers = { host: 'localhost:3000', ...(origin !== undefined && { origin }) };
  expect(isOwnOrigin(request('/', headers), 'https://rapport.example.org')).toBe(own);
});
