import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleGroup, sampleMe } from '../testing/samples.ts';
import { answeringServer, sendFetchTo } from '../testing/answering-server.ts';
import { useSession } from '../session/session-store.ts';
import { useGroup, watchGroup, watchGroupAhead } from './group-store.ts';

const group = sampleGroup({ revision: 4 });
const serve = () =>
  answeringServer(({ path }) => (path.startsWith('/api/groups/') ? { json: group } : { status: 404 }));

let putBack = (): void => undefined;
beforeEach(() => useSession.setState({ status: 'in', me: sampleMe(), tab: 'tabalice1' }));
afterEach(() => putBack());

test('a page goes on with the group that was followed ahead of it, and asks once', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  await watchGroupAhead(group.id);
  expect(useGroup.getState().state).toEqual(group);
  const stop = watchGroup(group.id);
  expect(useGroup.getState().state).toEqual(group);
  stop();
  expect(useGroup.getState().state).toBeNull();
  expect(server.calls.filter(({ path }) => path.startsWith('/api/groups/')).map(({ path }) => path)).toEqual([
    `/api/groups/${group.id}`,
  ]);
});

test('a group that was followed ahead is left when another is gone to', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  await watchGroupAhead(group.id);
  const stop = watchGroup('elsewhere' as typeof group.id);
  expect(useGroup.getState().state).toBeNull();
  stop();
});
