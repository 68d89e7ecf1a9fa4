import { expect, test } from 'vitest';
import { z } from 'zod';
import { answeringServer } from '../testing/answering-server.ts';
import { Api } from './http.ts';

const Thing = z.object({ name: z.string() });

test('names its tab, sends JSON and reads the answer', async () => {
  await using server = await answeringServer(() => ({ json: { name: 'oak', extra: 1 } }));
  const api = new Api({ base: server.url, tab: () => 'tab12345' });
  expect(await api.post('/api/things', { size: 3 }, Thing)).toEqual({ ok: true, value: { name: 'oak' } });
  const [call] = server.calls;
  expect({ method: call?.method, path: call?.path, body: call?.body, tab: call?.headers['rapport-tab'] }).toEqual({
    method: 'POST',
    path: '/api/things',
    body: '{"size":3}',
    tab: 'tab12345',
  });
});

test('a refusal keeps its code and field', async () => {
  await using server = await answeringServer(() => ({
    status: 400,
    json: {
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'no',
      code: 'invalid-input',
      field: 'title',
    },
  }));
  const api = new Api({ base: server.url, tab: () => null });
  expect(await api.get('/api/things', Thing)).toEqual({
    ok: false,
    failure: { code: 'invalid-input', message: 'no', field: 'title' },
  });
});

test.each([
  [500, 'internal'],
  [502, 'unavailable'],
])('a %i that is not ours is %s', async (status, code) => {
  await using server = await answeringServer(() => ({ status, text: '<html>' }));
  const outcome = await new Api({ base: server.url, tab: () => null }).get('/api/things', Thing);
  expect(outcome).toMatchObject({ ok: false, failure: { code } });
});

test('an answer of another shape is a fault, not a value', async () => {
  await using server = await answeringServer(() => ({ json: { nom: 'chêne' } }));
  const outcome = await new Api({ base: server.url, tab: () => null }).get('/api/things', Thing);
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'internal' } });
});

test('a server that is away is said to be', async () => {
  const server = await answeringServer(() => ({}));
  await server[Symbol.asyncDispose]();
  const outcome = await new Api({ base: server.url, tab: () => null }).delete('/api/things');
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
});

test('a file keeps the name the server gave it', async () => {
  await using server = await answeringServer(() => ({
    text: 'a,b\n',
    headers: { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="codes.csv"' },
  }));
  const outcome = await new Api({ base: server.url, tab: () => null }).file('/api/codes');
  expect(outcome).toMatchObject({ ok: true, value: { fileName: 'codes.csv' } });
  expect(outcome.ok && (await outcome.value.blob.text())).toBe('a,b\n');
});
