import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { boardDocument } from '@rapport/domain/document-id';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { forwardOption } from '../testing/forward-option.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup, type SeededGroup } from '../testing/seed-group.ts';

const slidesPath = (group: SeededGroup, query = 'lang=en'): string =>
  `/api/symposia/${group.symposium.id}/slides?${query}`;

const download = async (server: TestServer, token: string | null, path: string) => {
  const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${token ?? ''}` } });
  return {
    status: response.status,
    name: response.headers.get('content-disposition'),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
};

const titlesOf = async (bytes: Uint8Array): Promise<string[]> => {
  const zip = await JSZip.loadAsync(bytes);
  const count = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length;
  const slides = await Promise.all(
    Array.from(
      { length: count },
      (_, index) => zip.file(`ppt/slides/slide${index + 1}.xml`)?.async('string') ?? Promise.resolve(''),
    ),
  );
  return slides.map((xml) => /<p:ph type="(?:ctrT|t)itle"\/>.*?<a:t>([^<]*)/.exec(xml)?.[1] ?? '');
};

describe('the slides of a symposium', () => {
  test('are three a group behind a cover and an agenda, the same bytes each time', async () => {
    await using server = await bootServer();
    const group = await seedGroup(server);
    const file = await download(server, server.organiser.token, slidesPath(group));
    expect(file.status).toBe(200);
    expect(file.name).toBe('attachment; filename="seeded-symposium-slides-interim.pptx"');
    expect(await titlesOf(file.bytes)).toEqual([
      'Seeded symposium',
      'Agenda',
      'Group 1',
      'Group 1 – forwarded options',
      'Group 1 – agreement and divergence',
      'Group 2',
      'Group 2 – forwarded options',
      'Group 2 – agreement and divergence',
    ]);
    expect((await download(server, server.organiser.token, slidesPath(group))).bytes).toEqual(file.bytes);
  });

  test('can be those of one round, and of a round that is not there none', async () => {
    await using server = await bootServer();
    const group = await seedGroup(server);
    await must(
      server.organiser.post(`/api/symposia/${group.symposium.id}/rounds`, {
        title: 'Second round',
        question: 'And then?',
        useRosterGroups: true,
      }),
    );
    const both = await download(server, server.organiser.token, slidesPath(group));
    expect(await titlesOf(both.bytes)).toContain('Round 2, Group 1');
    const second = await download(server, server.organiser.token, slidesPath(group, 'lang=fr&round=2'));
    expect(second.name).toBe('attachment; filename="seeded-symposium-r2-slides-interim.pptx"');
    expect((await titlesOf(second.bytes)).slice(1, 3)).toEqual(['Ordre du jour', 'Groupe 1']);
    const none = await download(server, server.organiser.token, slidesPath(group, 'lang=en&round=9'));
    expect(await titlesOf(none.bytes)).toEqual(['Seeded symposium']);
    expect((await server.organiser.get(slidesPath(group, 'lang=en&round=x'))).status).toBe(400);
  });

  test('are for who chairs', async () => {
    await using server = await bootServer();
    const group = await seedGroup(server);
    const other = await seedGroup(server);
    const statuses = await Promise.all(
      [group.carol, group.rita, group.voters[0], other.carol].map(
        async (person) => (await person?.http.get(slidesPath(group)))?.status,
      ),
    );
    expect(statuses).toEqual([403, 403, 403, 404]);
    expect((await server.stranger.get(slidesPath(group))).status).toBe(401);
  });

  test('show what was forwarded, and are final when every group is closed', async () => {
    await using server = await bootServer();
    const group = await seedGroup(server);
    const [alice] = group.voters;
    if (alice === undefined) throw new Error('the group has voters');
    const client = server.sync(alice.token, boardDocument(group.groupId));
    await client.synced();
    const [leader, member] = await Promise.all([server.live(group.carol.token), server.live(alice.token)]);
    const { groupId } = group;
    await forwardOption(
      server,
      { groupId, leader, leading: group.carol, member, board: client.doc },
      'A common school',
    );
    const zip = await JSZip.loadAsync((await download(server, server.organiser.token, slidesPath(group))).bytes);
    expect(await zip.file('ppt/slides/slide4.xml')?.async('string')).toContain('<a:t>A common school</a:t>');
    const organiser = await server.live(server.organiser.token ?? '');
    for (const { id } of group.round.groups) await organiser.command('group.close', { groupId: id });
    const file = await download(server, server.organiser.token, slidesPath(group));
    expect(file.name).toBe('attachment; filename="seeded-symposium-slides-final.pptx"');
  });
});
