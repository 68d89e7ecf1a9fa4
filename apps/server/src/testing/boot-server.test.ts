import { expect, test } from 'vitest';
import { bootServer } from './boot-server.ts';
import { seedGroup } from './seed-group.ts';

test('a seeded group is signed in with the roles its roster gave', async () => {
  await using server = await bootServer();
  const { carol, voters, groupId, mallory, otherGroupId } = await seedGroup(server, { participants: 5 });
  const me = await carol.http.get('/api/me');
  expect(me.body).toMatchObject({ role: 'facilitator', groups: [{ id: groupId, number: 1, role: 'facilitator' }] });
  expect(voters).toHaveLength(5);
  const other = await mallory.http.get('/api/me');
  expect(other.body).toMatchObject({ role: 'participant', groups: [{ id: otherGroupId, number: 2 }] });
});
