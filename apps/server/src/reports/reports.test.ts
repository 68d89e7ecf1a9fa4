import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { groupCards } from '@rapport/board/group-cards';
import { readBoard } from '@rapport/board/read-board';
import { boardDocument } from '@rapport/domain/document-id';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup, type Person, type SeededGroup, type SeedOptions } from '../testing/seed-group.ts';

const CARDS = [
  { title: 'Train together', body: 'Every autumn.\nIn turn.' },
  { title: 'Warn each other early' },
  { title: 'تدريب مشترك' },
  { title: '=SUM(A1) | <b>&' },
];

const reportPath = (group: SeededGroup, format: string, language = 'en'): string =>
  `/api/groups/${group.groupId}/report?format=${format}&lang=${language}`;

/** A file as bytes, with what its head says. */
const download = async (server: TestServer, person: Person, path: string) => {
  const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${person.token}` } });
  return {
    status: response.status,
    name: response.headers.get('content-disposition'),
    type: response.headers.get('content-type'),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
};

const unzipped = async (docx: Uint8Array): Promise<string> => {
  const zip = await JSZip.loadAsync(docx);
  return (await Promise.all(Object.values(zip.files).map((file) => file.async('string')))).join('\n');
};

/** A group with imported cards, two of them in a cluster. */
const workingGroup = async (server: TestServer, options?: SeedOptions) => {
  const group = await seedGroup(server, options);
  const { ids } = await must(group.carol.http.post<{ ids: CardId[] }>(`/api/groups/${group.groupId}/cards`, CARDS));
  const client = server.sync(group.carol.token, boardDocument(group.groupId));
  await client.synced();
  await client.until((doc) => readBoard(doc).cards.length === CARDS.length);
  const cluster = 'cluster-training' as ClusterId;
  groupCards(client.doc, { id: cluster, title: 'Training', cards: ids.slice(0, 2).map((id) => ({ id })) }, 'carol');
  // Another pair of eyes: what it sees, the server has.
  const other = server.sync(group.rita.token, boardDocument(group.groupId));
  await other.until((doc) => readBoard(doc).clusters.some((one) => one.cards === 2));
  return { ...group, cluster, cardIds: ids };
};

describe('the report of a group', () => {
  test('holds all cards in every format, and of nobody a name, nation, e-mail, code or id', async () => {
    await using server = await bootServer();
    const group = await workingGroup(server);
    for (const format of ['md', 'json', 'csv', 'docx']) {
      const file = await download(server, group.carol, reportPath(group, format));
      expect(file.status).toBe(200);
      expect(file.name).toBe(`attachment; filename="seeded-symposium-r1-g01-report-interim.${format}"`);
      const text = format === 'docx' ? await unzipped(file.bytes) : new TextDecoder().decode(file.bytes);
      for (const words of ['Train together', 'Warn each other early', 'تدريب مشترك', 'Training']) {
        expect(text).toContain(words);
      }
      const secrets = group.people.flatMap((person) => [
        person.displayName,
        person.email,
        person.joinCode,
        person.seatId,
        `ID-${person.displayName.split(' ')[0]?.toLowerCase() ?? ''}`,
        person.delegation,
      ]);
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });

  test('is for those who lead and the rapporteur, in the language asked for', async () => {
    await using server = await bootServer();
    const group = await workingGroup(server);
    const path = reportPath(group, 'md', 'fr');
    expect(await must(group.rita.http.get<string>(path))).toContain('# Rapport du groupe 1');
    expect(await must(server.organiser.get<string>(path))).toContain('Rapport provisoire, version 1');
    const statuses = await Promise.all(
      [group.voters[0], group.otto, group.mallory].map(async (person) => (await person?.http.get(path))?.status),
    );
    expect(statuses).toEqual([403, 403, 404]);
    expect((await server.stranger.get(path)).status).toBe(401);
  });

  test('as a tagged PDF, the same bytes each time', async () => {
    await using server = await bootServer();
    const group = await workingGroup(server);
    const path = reportPath(group, 'pdf', 'ar');
    const file = await download(server, group.carol, path);
    expect([file.status, file.type]).toEqual([200, 'application/pdf']);
    expect(file.name).toBe('attachment; filename="seeded-symposium-r1-g01-report-interim.pdf"');
    const text = Buffer.from(file.bytes).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const secrets = group.people.flatMap((person) => [person.displayName, person.email, person.seatId]);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect((await download(server, group.carol, path)).bytes).toEqual(file.bytes);
  });

  test('as slides, the same bytes each time', async () => {
    await using server = await bootServer();
    const group = await workingGroup(server);
    const path = reportPath(group, 'pptx', 'fr');
    const file = await download(server, group.rita, path);
    expect([file.status, file.type]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ]);
    expect(file.name).toBe('attachment; filename="seeded-symposium-r1-g01-report-interim.pptx"');
    expect(await unzipped(file.bytes)).toContain('<a:t>Groupe 1 – options transmises</a:t>');
    expect((await download(server, group.rita, path)).bytes).toEqual(file.bytes);
  });

  test('a format nobody knows is refused', async () => {
    await using server = await bootServer();
    const group = await seedGroup(server);
    expect((await group.carol.http.get(reportPath(group, 'exe'))).status).toBe(400);
  });

  test('says so when the press fails, in the log without a word of the report, and goes on', async () => {
    await using server = await bootServer({ env: { REPORT_FONTS: '/nowhere/at/all' } });
    const group = await workingGroup(server);
    const answer = await group.carol.http.get<{ code: string }>(reportPath(group, 'pdf'));
    expect([answer.status, answer.body.code]).toEqual([500, 'press-failed']);
    const told = server.logLines.filter((line) => line.includes('a report could not be written'));
    expect(told).toHaveLength(1);
    expect(told[0]).not.toContain('Train together');
    expect((await group.carol.http.get(reportPath(group, 'md'))).status).toBe(200);
  });

  test('a group that has done nothing yet has one too', async () => {
    await using server = await bootServer();
    const group = await seedGroup(server);
    expect(await must(group.carol.http.get<string>(reportPath(group, 'md')))).toContain(
      'No headline messages were written.',
    );
  });

  test('shows a ballot once it is closed, with small groups held back', async () => {
    await using server = await bootServer();
    const group = await workingGroup(server, { participants: 6 });
    const carol = await server.live(group.carol.token);
    await carol.command('group.watch', { groupId: group.groupId });
    const voters = await Promise.all(group.voters.map((voter) => server.live(voter.token)));
    await Promise.all(voters.map((voter) => voter.command('group.watch', { groupId: group.groupId })));
    const { ballotId, options } = await carol.command('ballot.open', {
      groupId: group.groupId,
      kind: 'dots',
      options: [
        { kind: 'cluster', id: group.cluster },
        { kind: 'card', id: group.cardIds[2] ?? '' },
      ],
    });
    const [first] = options;
    if (first === undefined) throw new Error('the ballot has no options');
    await Promise.all(
      voters.map((voter, index) =>
        voter.command('ballot.cast', {
          ballotId,
          paperKey: `paper-key-of-the-tests-${index}`,
          choices: { dots: { [first.id]: 2 } },
        }),
      ),
    );
    const open = await must(group.carol.http.get<{ ballots: unknown[] }>(reportPath(group, 'json')));
    expect(open.ballots).toEqual([]);
    await carol.command('ballot.close', { ballotId });
    const closed = await must(group.carol.http.get<{ ballots: unknown[] }>(reportPath(group, 'json')));
    const hidden = ['allied', 'partner', 'organisation'].map((bloc) => ({ bloc, shown: false, reason: 'small-group' }));
    expect(closed.ballots).toMatchObject([
      {
        number: 1,
        archived: false,
        base: { valid: 6, entitled: 6, proxies: 0 },
        options: [
          {
            subject: { kind: 'cluster', id: group.cluster },
            title: 'Training',
            rank: 1,
            dots: 12,
            voters: 6,
            blocs: hidden,
          },
          { rank: 2, dots: 0, voters: 0 },
        ],
      },
    ]);
  });

  test('is final once the session is closed, and the same bytes each time', async () => {
    await using server = await bootServer();
    const group = await workingGroup(server);
    const carol = await server.live(group.carol.token);
    await carol.command('group.watch', { groupId: group.groupId });
    await carol.command('group.close', { groupId: group.groupId });
    const path = reportPath(group, 'docx');
    const file = await download(server, group.carol, path);
    expect(file.name).toBe('attachment; filename="seeded-symposium-r1-g01-report-final.docx"');
    expect((await download(server, group.carol, path)).bytes).toEqual(file.bytes);
    const text = await must(group.carol.http.get<string>(reportPath(group, 'md')));
    expect(text).toContain('Final report, version 1');
    expect(text).toContain('Train together');
  });
});
