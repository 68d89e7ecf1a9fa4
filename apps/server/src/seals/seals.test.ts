import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { boardDocument } from '@rapport/domain/document-id';
import { SealManifest, type SealState } from '@rapport/protocol/seal';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { forwardOption } from '../testing/forward-option.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const fetchBytes = async (server: TestServer, path: string): Promise<{ status: number; bytes: Uint8Array }> => {
  const response = await fetch(server.url + path, {
    headers: { authorization: `Bearer ${server.organiser.token ?? ''}` },
  });
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
};

/** By the published schema alone, as a program of somebody else would check it. */
const readManifestCheck = async () => {
  const path = new URL('../../../../packages/protocol/schema/seal-manifest.schema.json', import.meta.url);
  return new Ajv({ allErrors: true, strict: true }).compile(JSON.parse(await readFile(path, 'utf8')) as object);
};

/** Asks until the files are written: each answer comes from the server, which works meanwhile. */
const untilSealed = async (server: TestServer, path: string): Promise<SealState> => {
  for (;;) {
    const state = await must(server.organiser.get<SealState>(path));
    if (state.status !== 'writing' || state.failed) return state;
  }
};

/** Two groups, one of which forwarded an option; everybody still at work. */
const working = async (server: TestServer) => {
  const group = await seedGroup(server, {
    template: [{ kind: 'draft', minutes: 5 }],
    symposium: { languages: ['fr-FR'] },
  });
  const [alice] = group.voters as [Person];
  const leader = await server.live(group.carol.token);
  const member = await server.live(alice.token);
  const board = server.sync(alice.token, boardDocument(group.groupId));
  await board.synced();
  const option = await forwardOption(
    server,
    { groupId: group.groupId, leader, leading: group.carol, member, board: board.doc },
    'Share forecasts',
  );
  return { ...group, leader, member, option, path: `/api/symposia/${group.symposium.id}/seal` };
};

/** Files are written at the lowest priority: on a busy machine that takes its time. */
describe('a seal', { timeout: 120_000 }, () => {
  test('names what is in the way, closes it when asked, writes every file once and stands for good', async () => {
    await using server = await bootServer();
    const { path, symposium, groupId, otherGroupId, leader, member, option } = await working(server);
    const organiser = await server.live(server.organiser.token ?? '');
    await organiser.command('plenary.open', { symposiumId: symposium.id });
    const before = await must(server.organiser.get<SealState>(path));
    expect(before).toMatchObject({ status: 'open', written: 0, placed: 0, manifest: null });
    expect(before.obstacles.map((one) => (one.kind === 'group-open' ? one.code : one.kind))).toEqual([
      'R1-G01',
      'R1-G02',
      'plenary-open',
    ]);
    expect((await server.organiser.post(path, {})).status).toBe(409);
    expect((await server.organiser.get(`${path}/manifest`)).status).toBe(404);

    // From here on what is said of the group's option is the plenary's.
    await leader.command('group.close', { groupId });
    await member.command('option.interest', { optionId: option, interested: true });
    const begun = await must(server.organiser.post<SealState>(path, { close: true }));
    expect(begun.obstacles).toEqual([]);
    const sealed = await untilSealed(server, path);
    expect(sealed).toMatchObject({ status: 'sealed', failed: false });
    expect(sealed.written).toBe(sealed.files);

    // The manifest is what the archive holds, to the byte.
    const { bytes: text } = await fetchBytes(server, `${path}/manifest`);
    expect(sha256(text)).toBe(sealed.manifest?.sha256);
    const manifest = SealManifest.parse(JSON.parse(Buffer.from(text).toString('utf8')));
    const validate = await readManifestCheck();
    validate(JSON.parse(Buffer.from(text).toString('utf8')));
    expect(validate.errors).toBeNull();
    const wrong: unknown[] = [
      { ...manifest, seats: 12 },
      { ...manifest, files: manifest.files.map((file) => ({ ...file, sha256: 'abc' })) },
      { ...manifest, purges: manifest.purges.map((purge) => ({ ...purge, on: `${purge.on}T10:00:00Z` })) },
    ];
    expect(wrong.map((one) => validate(one))).toEqual([false, false, false]);
    const { bytes: archive } = await fetchBytes(server, `${path}/archive`);
    const zip = await JSZip.loadAsync(archive, { checkCRC32: true });
    const names = Object.keys(zip.files);
    expect(names).toEqual(['manifest.json', ...manifest.files.map((file) => file.path)]);
    for (const file of manifest.files) {
      const bytes = (await zip.file(file.path)?.async('uint8array')) ?? new Uint8Array();
      expect([file.path, bytes.length, sha256(bytes)]).toEqual([file.path, file.size, file.sha256]);
    }
    expect(new Set(Object.values(zip.files).map((file) => file.date.toISOString()))).toEqual(
      new Set(['1980-01-01T00:00:00.000Z']),
    );
    expect((await fetchBytes(server, `${path}/archive`)).bytes).toEqual(archive);
    // Each file by itself is the same.
    const one = 'groups/R1-G02/R1-G02-report.fr.docx';
    const alone = await fetchBytes(server, `${path}/file?path=${encodeURIComponent(one)}`);
    expect(sha256(alone.bytes)).toBe(manifest.files.find((file) => file.path === one)?.sha256);
    expect(await server.organiser.get(`${path}/file?path=..%2Fmanifest.json`)).toMatchObject({
      status: 404,
      body: { code: 'not-found', field: 'path' },
    });
    expect((await server.stranger.get(`${path}/file?path=${encodeURIComponent(one)}`)).status).toBe(401);
    expect(names).toContain('options-paper/options-paper.fr.pdf');
    expect(names).toContain('groups/R1-G02/R1-G02-report.fr.docx');
    expect(names).toContain('register/register.csv');
    expect(manifest.options).toMatchObject([{ code: 'R1-G01-O1', versions: [{ number: 1 }] }]);
    expect(manifest.purges.map(({ group, what }) => [group, what])).toContainEqual(['R1-G01', 'authorship']);
    expect(manifest.purges.at(-1)).toMatchObject({ group: null, what: 'answers', count: 1 });
    const paper = await zip.file('options-paper/options-paper.fr.md')?.async('string');
    expect(paper).toContain('Document final');
    expect(paper).not.toContain('provisoire');

    // Nothing changes any more, and the seal is not taken back.
    const refusals = [
      leader.send('group.reopen', { groupId }),
      organiser.send('group.reopen', { groupId: otherGroupId }),
      organiser.send('plenary.open', { symposiumId: symposium.id }),
      organiser.send('option.place', { optionId: option, place: 'paper' }),
      organiser.send('register.undo', { symposiumId: symposium.id }),
    ];
    for (const refusal of await Promise.all(refusals)) {
      expect(refusal).toMatchObject({ ok: false, failure: { code: 'sealed' } });
    }
    expect((await server.organiser.patch(`/api/symposia/${symposium.id}`, { status: 'open' })).body).toMatchObject({
      code: 'sealed',
    });
    expect((await server.organiser.delete(path)).body).toMatchObject({ code: 'sealed' });
    expect((await server.organiser.get(`/api/symposia/${symposium.id}`)).body).toMatchObject({ sealed: true });
    // What is asked for later is what was sealed.
    const later = await fetchBytes(server, `/api/symposia/${symposium.id}/paper?format=docx&lang=fr`);
    expect(sha256(later.bytes)).toBe(
      manifest.files.find((file) => file.path === 'options-paper/options-paper.fr.docx')?.sha256,
    );
    expect((await server.organiser.delete(`/api/symposia/${symposium.id}`)).status).toBe(204);
  });

  test('is taken up again where a stop of the server cut it off', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'rapport-seal-'));
    try {
      const path = await (async () => {
        await using server = await bootServer({ dataDir });
        const session = await working(server);
        await must(server.organiser.post<SealState>(session.path, { close: true }));
        return session.path;
      })();
      await using server = await bootServer({ dataDir });
      const state = await untilSealed(server, path);
      expect(state).toMatchObject({ status: 'sealed', failed: false });
      expect(state.manifest).not.toBeNull();
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  test('a group that is reopened at the same moment is either sealed or open, never both', async () => {
    await using server = await bootServer();
    const { path, groupId, otherGroupId, leader } = await working(server);
    const organiser = await server.live(server.organiser.token ?? '');
    for (const one of [groupId, otherGroupId]) await organiser.command('group.close', { groupId: one });
    const [reopened, begun] = await Promise.all([
      leader.send('group.reopen', { groupId }),
      server.organiser.post<SealState>(path, {}),
    ]);
    expect([reopened.ok, begun.status]).toEqual(reopened.ok ? [true, 409] : [false, 202]);
  });

  test('may be given up while its files are written, and is for organisers alone', async () => {
    await using server = await bootServer();
    const { path, carol, symposium } = await working(server);
    expect((await carol.http.get(path)).status).toBe(403);
    expect((await carol.http.post(path, { close: true })).status).toBe(403);
    await must(server.organiser.post<SealState>(path, { close: true }));
    const givenUp = await server.organiser.delete(path);
    expect(givenUp.status).toBe(204);
    expect(await must(server.organiser.get<SealState>(path))).toMatchObject({ status: 'open', written: 0 });
    expect((await server.organiser.patch(`/api/symposia/${symposium.id}`, { status: 'open' })).status).toBe(200);
    expect((await carol.http.get(`/api/symposia/${symposium.id}/paper?format=md`)).status).toBe(403);
  });
});
