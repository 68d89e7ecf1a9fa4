import { describe, expect, test } from 'vitest';
import { boardDocument } from '@rapport/domain/document-id';
import { PAPER_PAGES_AT_ONCE, type PaperPages } from '@rapport/protocol/report';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { forwardOption } from '../testing/forward-option.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';

/** A symposium with one option in its register. */
const forwarded = async (server: TestServer) => {
  const group = await seedGroup(server, { template: [{ kind: 'draft', minutes: 5 }] });
  const [alice] = group.voters as [Person];
  const leader = await server.live(group.carol.token);
  const member = await server.live(alice.token);
  const board = server.sync(alice.token, boardDocument(group.groupId));
  await board.synced();
  const at = { groupId: group.groupId, leader, leading: group.carol, member, board: board.doc };
  await forwardOption(server, at, 'Share forecasts');
  return { ...group, alice, path: `/api/symposia/${group.symposium.id}/paper/pages` };
};

describe('pages of the options paper', () => {
  test('are those of the paper of this moment, some at a time, and of what the page has only the names', async () => {
    await using server = await bootServer();
    const { path } = await forwarded(server);
    const begun = await must(server.organiser.get<PaperPages>(`${path}?lang=fr`));
    expect(begun.first).toBe(0);
    expect(begun.count).toBeGreaterThan(1);
    expect(begun.pages).toHaveLength(Math.min(begun.count, PAPER_PAGES_AT_ONCE));
    expect(begun.pages.every(({ svg }) => svg?.startsWith('<svg') && !/<script|href="http/.test(svg))).toBe(true);

    const known = begun.pages.map(({ hash }) => hash);
    expect(await must(server.organiser.get<PaperPages>(`${path}?lang=fr&known=${known.join(',')}`))).toEqual({
      ...begun,
      pages: known.map((hash) => ({ hash, svg: null })),
    });
    // From a page on; past the end it is the last one.
    const second = await must(server.organiser.get<PaperPages>(`${path}?lang=fr&first=1`));
    expect([second.first, second.count, second.pages[0]?.hash]).toEqual([1, begun.count, known[1]]);
    const last = await must(server.organiser.get<PaperPages>(`${path}?lang=fr&first=9999`));
    expect([last.first, last.pages.length]).toEqual([begun.count - 1, 1]);
    // Another language, other pages.
    const english = await must(server.organiser.get<PaperPages>(path));
    expect(english.pages[0]?.hash).not.toBe(known[0]);
  });

  test('are for who may take the paper, and for nobody else', async () => {
    await using server = await bootServer();
    const { path, alice, carol } = await forwarded(server);
    for (const person of [alice, carol]) expect((await person.http.get(path)).status).toBe(403);
    const paper = path.replace('/pages', '?format=md');
    for (const person of [alice, carol]) expect((await person.http.get(paper)).status).toBe(403);
    expect((await fetch(server.url + path)).status).toBe(401);
    for (const wrong of ['first=-1', 'first=1.5', 'first=x', 'lang=xx']) {
      expect((await server.organiser.get(`${path}?${wrong}`)).status).toBe(400);
    }
  });
});
