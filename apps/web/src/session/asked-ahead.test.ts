import { afterEach, expect, test } from 'vitest';
import { answeringServer, sendFetchTo } from '../testing/answering-server.ts';
import { askAhead, readAsked } from './asked-ahead.ts';
import { writeTab } from './tab.ts';

let putBack = (): void => undefined;
afterEach(() => putBack());

const serve = async () => {
  let asked = 0;
  const server = await answeringServer(({ path }) => ({ json: { path, asked: (asked += 1) } }));
  putBack = sendFetchTo(server.url);
  return server;
};

test('what was asked ahead is answered once; then it is asked anew', async () => {
  await using server = await serve();
  writeTab('tabalice1');
  askAhead('/api/one');
  expect(await readAsked('/api/one').answer).toEqual({ ok: true, value: { path: '/api/one', asked: 1 } });
  expect(await readAsked('/api/one').answer).toEqual({ ok: true, value: { path: '/api/one', asked: 2 } });
  expect(server.calls.map(({ headers }) => headers['rapport-tab'])).toEqual(['tabalice1', 'tabalice1']);
});

test('an answer for another path, or for another seat in this tab, is nobody else’s', async () => {
  await using server = await serve();
  writeTab('tabalice1');
  askAhead('/api/one');
  await readAsked('/api/two').answer;
  askAhead('/api/one');
  writeTab('tabbob001');
  await readAsked('/api/one').answer;
  expect(server.calls.map(({ path, headers }) => [path, headers['rapport-tab']])).toEqual([
    ['/api/one', 'tabalice1'],
    ['/api/two', 'tabalice1'],
    ['/api/one', 'tabalice1'],
    ['/api/one', 'tabbob001'],
  ]);
});
