import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '@rapport/protocol/failures';
import { bootServer, TEST_KEY, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup } from '../testing/seed-group.ts';

/** A built web app as Vite leaves it. */
const makeWebApp = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Rapport</title>');
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'assets', 'index-abc123.js'), 'export {};');
  await writeFile(join(folder, 'assets', 'index-abc123.js.br'), brotliCompressSync('export {};'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
};

/** For tables of refusals, which leave nothing behind. */
let shared: TestServer;
beforeAll(async () => {
  shared = await bootServer();
});
afterAll(() => shared[Symbol.asyncDispose]());

describe('everything that goes wrong is a problem with a code', () => {
  const json = { 'content-type': 'application/json' };
  test.each([
    ['an unknown call', 'GET', '/api/nothing', {}, 404, 'not-found'],
    ['an unknown method', 'PUT', '/api/me', {}, 404, 'not-found'],
    ['an unknown address', 'GET', '/nothing.json', {}, 404, 'not-found'],
    ['no token', 'GET', '/api/me', {}, 401, 'unauthenticated'],
    ['broken JSON', 'POST', '/api/sessions', { headers: json, body: '{"a' }, 400, 'invalid-input'],
    ['an empty body', 'POST', '/api/sessions', { headers: json, body: '' }, 400, 'invalid-input'],
    ['no body', 'POST', '/api/sessions', {}, 400, 'invalid-input'],
    [
      'plain text',
      'POST',
      '/api/sessions',
      { headers: { 'content-type': 'text/plain' }, body: 'x' },
      415,
      'invalid-input',
    ],
    [
      'a form',
      'POST',
      '/api/sessions',
      { headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
      415,
      'invalid-input',
    ],
    ['a prototype', 'POST', '/api/sessions', { headers: json, body: '{"__proto__":{"x":1}}' }, 400, 'invalid-input'],
    ['too much', 'POST', '/api/sessions', { headers: json, body: `"${'x'.repeat(2 ** 21)}"` }, 413, 'too-large'],
    ['a broken address', 'GET', '/api/symposia/%E0%A4%A', {}, 400, 'invalid-input'],
  ] as const)('%s', async (_title, method, path, init, status, code) => {
    const response = await fetch(shared.url + path, { method, ...init });
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ status, code });
    expect(response.status).toBe(status);
  });
});

describe('for machines', () => {
  test('alive, ready and figures that name nobody', async () => {
    await using server = await bootServer();
    const { carol, groupId } = await seedGroup(server);
    expect(await server.stranger.get('/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(await server.stranger.get('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
    const { text } = await server.stranger.get('/metrics');
    expect(text).toMatch(/rapport_http_call_seconds_count\{method="POST",route="\/api\/sessions",status="201"\} [1-9]/);
    for (const secret of [groupId, carol.seatId, carol.joinCode]) expect(text).not.toContain(secret);
  });

  test('the description is OpenAPI 3.1 whose schemas compile and hold true of real answers', async () => {
    await using server = await bootServer();
    const { symposium } = await seedGroup(server);
    type Schema = Record<string, unknown>;
    type Content = Record<string, { schema?: Schema }>;
    type Call = {
      requestBody?: { content: Content };
      parameters: { schema: Schema }[];
      responses: Record<string, { content?: Content }>;
    };
    const description = await must(
      server.stranger.get<{ openapi: string; paths: Record<string, Record<string, Call>> }>('/api/openapi.json'),
    );
    expect(description.openapi).toBe('3.1.0');
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const calls of Object.values(description.paths)) {
      for (const call of Object.values(calls)) {
        const contents = [
          call.requestBody?.content,
          ...Object.values(call.responses).map((response) => response.content),
        ];
        const schemas = contents.flatMap((content) => Object.values(content ?? {}).map(({ schema }) => schema));
        for (const schema of [...schemas, ...call.parameters.map((parameter) => parameter.schema)]) {
          expect(ajv.compile(schema ?? {})).toBeTypeOf('function');
        }
      }
    }
    const answer =
      description.paths['/api/symposia/{id}']?.['get']?.responses['200']?.content?.['application/json']?.schema;
    const valid = ajv.compile(answer ?? false);
    expect([valid(await must(server.organiser.get(`/api/symposia/${symposium.id}`))), valid.errors]).toEqual([
      true,
      null,
    ]);
  });

  test('every promised call is described', async () => {
    await using server = await bootServer();
    const { paths } = await must(server.stranger.get<{ paths: Record<string, object> }>('/api/openapi.json'));
    const calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(calls.toSorted()).toEqual(
      [
        'GET /healthz',
        'GET /readyz',
        'GET /metrics',
        'GET /api/openapi.json',
        'POST /api/sessions',
        'DELETE /api/sessions/current',
        'GET /api/me',
        'POST /api/symposia',
        'GET /api/symposia',
        'GET /api/symposia/{id}',
        'PATCH /api/symposia/{id}',
        'DELETE /api/symposia/{id}',
        'PUT /api/symposia/{id}/roster',
        'GET /api/symposia/{id}/roster',
        'POST /api/symposia/{id}/rounds',
        'GET /api/symposia/{id}/join-codes.csv',
        'GET /api/symposia/{id}/badges.pdf',
        'POST /api/symposia/{id}/badges.pdf',
        'GET /api/ballots/{id}/papers.pdf',
        'DELETE /api/symposia/{id}/seal',
        'GET /api/groups/{id}/report/history',
        'GET /api/groups/{id}/report/history/{checkpoint}',
        'GET /api/groups/{id}/report/names',
        'GET /api/groups/{id}/report/pages',
        'GET /api/groups/{id}/report/state',
        'GET /api/symposia/{id}/paper',
        'GET /api/symposia/{id}/paper/pages',
        'GET /api/symposia/{id}/slides',
        'GET /api/symposia/{id}/seal',
        'GET /api/symposia/{id}/seal/archive',
        'GET /api/symposia/{id}/seal/file',
        'GET /api/symposia/{id}/seal/manifest',
        'POST /api/groups/{id}/report/history/{checkpoint}/restore',
        'POST /api/groups/{id}/papers.pdf',
        'POST /api/groups/{id}/report/open',
        'POST /api/groups/{id}/report/sentences',
        'POST /api/symposia/{id}/seal',
        'GET /api/symposia/{id}/agenda',
        'GET /api/symposia/{id}/register',
        'GET /api/groups/{id}',
        'POST /api/groups/{id}/cards',
        'GET /api/groups/{id}/report',
        'GET /api/groups/{id}/history',
        'GET /api/groups/{id}/history/cards/{card}',
        'GET /api/groups/{id}/history/{checkpoint}',
        'POST /api/groups/{id}/history/{checkpoint}/restore',
      ].toSorted(),
    );
  });
});

describe('the web app', () => {
  test('answers every page address, unhashed and uncached; assets stay for a year', async () => {
    await using web = await makeWebApp();
    await using server = await bootServer({ webApp: web.folder });
    for (const path of ['/', '/j/abc', '/s/some-symposium', '/s/x/organise', '/g/abc', '/organise', '/screen/abc']) {
      const page = await server.stranger.get(path);
      expect([path, page.status, page.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
      expect(page.text).toContain('<title>Rapport</title>');
    }
    const asset = await server.stranger.get('/assets/index-abc123.js', { 'accept-encoding': 'identity' });
    expect(asset.text).toBe('export {};');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const compressed = await server.stranger.get('/assets/index-abc123.js', { 'accept-encoding': 'br' });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(compressed.headers.get('content-type')).toContain('javascript');
    const icon = await server.stranger.get('/favicon.svg');
    expect([icon.status, icon.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });

  test('an unknown address is a page for people and a problem for programs; nothing outside the folder is served', async () => {
    await using web = await makeWebApp();
    await using server = await bootServer({ webApp: web.folder });
    const page = await server.stranger.get('/nothing/here', { accept: 'text/html,*/*' });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect((await server.stranger.get('/api/nothing', { accept: 'text/html' })).body).toMatchObject({
      code: 'not-found',
    });
    for (const path of ['/assets/missing.js', '/..%2f..%2fetc/passwd', '/assets/..%2findex.html']) {
      expect([path, (await server.stranger.get(path)).status]).toEqual([path, 404]);
    }
  });

  test('says when it has not been built', async () => {
    await using server = await bootServer({ webApp: '/nowhere/at/all' });
    expect(await server.stranger.get('/')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  });

  test('comes with headers that keep codes and people in', async () => {
    await using web = await makeWebApp();
    await using server = await bootServer({ webApp: web.folder });
    const { headers } = await server.stranger.get('/j/abc');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect((await server.stranger.get('/api/me')).headers.get('cache-control')).toBe('no-store');
  });
});

test('no log line of a whole seeded symposium holds a name, a code, an address or a token', async () => {
  await using server = await bootServer();
  const { people, groupCode } = await seedGroup(server);
  for (const person of people) {
    await server.stranger.get(`/j/${person.joinCode}`);
    await server.stranger.get(`/api/me?token=${person.token}`);
    await server.stranger.post('/api/sessions', { groupCode, displayName: person.displayName });
  }
  const log = server.logLines.join('');
  expect(server.logLines.length).toBeGreaterThan(people.length);
  const secrets = people.flatMap(({ token, displayName, email, joinCode, seatId }) => [
    token,
    displayName,
    email,
    joinCode,
    seatId,
  ]);
  for (const secret of [...secrets, groupCode, TEST_KEY]) expect(log).not.toContain(secret);
});
