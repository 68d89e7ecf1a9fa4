import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addSentence } from '@rapport/board/place-sentence';
import { readReport } from '@rapport/board/read-report';
import { headlineOf, madeOf, sentenceText } from '@rapport/board/report-layout';
import { reportDocument } from '@rapport/domain/document-id';
import type { CardId, SentenceId } from '@rapport/domain/ids';
import type { PhaseTemplate } from '@rapport/domain/phases';
import { CLOSE } from '@rapport/sync/close-codes';
import type { EarlierReport, ReportHistory, ReportNames, ReportPages, ReportState } from '@rapport/protocol/report';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup, type SeededGroup, type SeedOptions } from '../testing/seed-group.ts';

const TEMPLATE: PhaseTemplate = [
  { kind: 'evaluate', minutes: 5 },
  { kind: 'readback', minutes: 5 },
];

/** A group with a card on which a ballot has been closed. */
const votedGroup = async (server: TestServer, options: SeedOptions = {}) => {
  const group = await seedGroup(server, { template: TEMPLATE, ...options });
  const { ids } = await must(
    group.carol.http.post<{ ids: CardId[] }>(`/api/groups/${group.groupId}/cards`, [
      { title: 'Train together' },
      { title: 'Warn early' },
    ]),
  );
  const carol = await server.live(group.carol.token);
  const { phases } = await carol.command('group.watch', { groupId: group.groupId });
  const readBack = (): Promise<unknown> =>
    carol.command('phase.move', { groupId: group.groupId, phaseId: phases[1]?.id ?? '' });
  const vote = async (): Promise<void> => {
    const live = await Promise.all(group.voters.map((voter) => server.live(voter.token)));
    for (const voter of live) await voter.command('group.watch', { groupId: group.groupId });
    const { ballotId, options: listed } = await carol.command('ballot.open', {
      groupId: group.groupId,
      kind: 'dots',
      options: ids.map((id) => ({ kind: 'card' as const, id })),
    });
    const [first] = listed;
    if (first === undefined) throw new Error('the ballot has no options');
    for (const [index, voter] of live.entries()) {
      await voter.command('ballot.cast', {
        ballotId,
        paperKey: `paper-key-of-the-tests-${index}`,
        choices: { dots: { [first.id]: 2 } },
      });
    }
    await carol.command('ballot.close', { ballotId });
  };
  await vote();
  return { ...group, live: carol, vote, readBack };
};

const at = (group: SeededGroup, what: string): string => `/api/groups/${group.groupId}/report/${what}`;
const open = (group: SeededGroup, person = group.rita, language = 'en') =>
  must(person.http.post<ReportState>(at(group, 'open'), { language }));
const document = (server: TestServer, group: SeededGroup, person = group.rita) =>
  server.sync(person.token, reportDocument(group.groupId));
const exported = (group: SeededGroup, language = 'en'): Promise<string> =>
  must(group.rita.http.get<string>(`/api/groups/${group.groupId}/report?format=md&lang=${language}`));

describe('opening a report', () => {
  test('writes the sentences that follow from the results once, whoever of two comes first', async () => {
    await using server = await bootServer();
    const group = await votedGroup(server);
    const [one, other] = await Promise.all([open(group), open(group, group.carol, 'fr')]);
    expect(one.language).toBe(other.language);
    const report = document(server, group);
    await report.synced();
    const { agreement, language } = readReport(report.doc);
    expect(agreement).toHaveLength(1);
    expect(agreement[0]?.origin).toBe('generated');
    expect(one.fitting).toContain(agreement[0]?.id);
    expect(agreement[0]?.text).toMatch(language === 'en' ? /^Most dots in ballot 1/ : /scrutin 1/);
    await open(group);
    expect(await must(group.rita.http.get<ReportState>(at(group, 'state')))).toMatchObject({ fresh: 0 });
    expect(readReport(report.doc).agreement).toHaveLength(1);
  });

  test('brings in new sentences only when asked, keeps what was edited and what was taken out', async () => {
    await using server = await bootServer();
    const group = await votedGroup(server);
    await open(group);
    const report = document(server, group);
    await report.synced();
    const [first] = readReport(report.doc).agreement;
    const witness = document(server, group, group.carol);
    sentenceText(report.doc, 'agreement', first?.id ?? '')?.insert(0, 'Clearly: ');
    await witness.until((doc) => readReport(doc).agreement[0]?.origin === 'edited');
    await group.vote();
    expect(await must(group.rita.http.get<ReportState>(at(group, 'state')))).toMatchObject({ fresh: 1 });
    expect(readReport(report.doc).agreement).toHaveLength(1);
    const brought = await must(group.rita.http.post<ReportState>(at(group, 'sentences'), { language: 'fr' }));
    expect(brought).toMatchObject({ language: 'fr', fresh: 0 });
    await report.until((doc) => readReport(doc).agreement.length === 2);
    expect(readReport(report.doc).agreement.map(({ text, origin }) => [text.slice(0, 8), origin])).toEqual([
      ['Clearly:', 'edited'],
      ['Le plus ', 'generated'],
    ]);
    // The product's own words are printed in the report's language.
    expect(await exported(group)).toContain('Most dots in ballot 2');
    expect(await exported(group)).toContain('Clearly: Most dots in ballot 1');
  });

  test('is for those who answer for the report; others read while it is read back', async () => {
    await using server = await bootServer();
    const group = await votedGroup(server);
    const [alice] = group.voters;
    if (alice === undefined) throw new Error('nobody votes');
    for (const [person, status] of [
      [alice, 403],
      [group.otto, 403],
      [group.mallory, 404],
    ] as const) {
      expect((await person.http.post(at(group, 'open'), { language: 'en' })).status).toBe(status);
      for (const what of ['state', 'pages', 'names', 'history']) {
        expect((await person.http.get(at(group, what))).status).toBe(status);
      }
    }
    await open(group);
    expect(await document(server, group, alice).closed()).toBe(CLOSE.refused);
    await group.readBack();
    const reader = document(server, group, alice);
    await reader.synced();
    expect(readReport(reader.doc).agreement).toHaveLength(1);
    const shut = reader.closed();
    headlineOf(reader.doc, 'headline1').insert(0, 'Mine!');
    expect(await shut).toBe(CLOSE.refused);
    expect(readReport((await synced(server, group)).doc).headlines[0]).toBe('');
  });
});

const synced = async (server: TestServer, group: SeededGroup) => {
  const report = document(server, group);
  await report.synced();
  return report;
};

describe('writing it', () => {
  test('two at once, what one of them forges is mended before anybody sees it', async () => {
    await using server = await bootServer();
    const group = await votedGroup(server);
    await open(group);
    const [rita, carol] = [await synced(server, group), document(server, group, group.carol)];
    await carol.synced();
    headlineOf(rita.doc, 'headline1').insert(0, 'Train together. ');
    headlineOf(carol.doc, 'headline2').insert(0, 'Warn early.');
    rita.doc.transact(() => {
      madeOf(rita.doc).set('forged', 'We all agree.');
      addSentence(rita.doc, 'agreement', { id: 'forged' as SentenceId, text: 'We all agree.' }, 'rita');
      rita.doc.getMap('questions').set('q', new Y.Map<unknown>([['text', 7]]));
    });
    await carol.until((doc) => readReport(doc).agreement.length === 2 && readReport(doc).headlines[0] !== '');
    await rita.until((doc) => readReport(doc).headlines[1] === 'Warn early.');
    for (const { doc } of [rita, carol]) {
      expect(readReport(doc)).toMatchObject({
        headlines: ['Train together. ', 'Warn early.', ''],
        agreement: [{ origin: 'generated' }, { text: 'We all agree.', origin: 'own' }],
        questions: [{ id: 'q', text: '' }],
      });
    }
    const text = await exported(group);
    for (const words of ['1. Train together.', '2. Warn early.', 'We all agree.']) expect(text).toContain(words);
    const { pages } = await must(group.rita.http.get<ReportPages>(`${at(group, 'pages')}?lang=fr`));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every(({ svg }) => svg?.startsWith('<svg') && !/<script|href="http/.test(svg))).toBe(true);
    // Of what the page has it is sent nothing but that it still stands.
    const known = pages.map(({ hash }) => hash).join(',');
    expect(await must(group.rita.http.get<ReportPages>(`${at(group, 'pages')}?lang=fr&known=${known}`))).toEqual({
      pages: pages.map(({ hash }) => ({ hash, svg: null })),
    });
  });

  test('ends with the session; it can still be looked at', async () => {
    await using server = await bootServer();
    const group = await votedGroup(server);
    await open(group);
    await group.live.command('group.close', { groupId: group.groupId });
    for (const what of ['open', 'sentences']) {
      const answer = await group.rita.http.post<{ code: string }>(at(group, what), { language: 'fr' });
      expect([answer.status, answer.body.code]).toEqual([409, 'group-closed']);
    }
    expect(await must(group.rita.http.get<ReportState>(at(group, 'state')))).toMatchObject({ language: 'en' });
    const report = await synced(server, group);
    const shut = report.closed();
    headlineOf(report.doc, 'headline1').insert(0, 'Too late');
    expect(await shut).toBe(CLOSE.refused);
  });

  test('how it stood at each phase can be looked at and brought back, the newer one kept', async () => {
    await using server = await bootServer();
    const group = await votedGroup(server);
    await open(group);
    const [rita, carol] = [await synced(server, group), document(server, group, group.carol)];
    headlineOf(rita.doc, 'headline1').insert(0, 'First words');
    await carol.until((doc) => readReport(doc).headlines[0] === 'First words');
    await group.readBack();
    const list = () => must(group.rita.http.get<ReportHistory>(at(group, 'history')));
    let kept = await list();
    // The phase is moved before what stood then is kept, in a turn of its own.
    while (kept.checkpoints.length === 0) kept = await list();
    expect(kept.checkpoints).toMatchObject([{ number: 1, reason: 'phase', phase: { kind: 'readback' }, at: null }]);
    const id = kept.checkpoints[0]?.id ?? '';
    headlineOf(rita.doc, 'headline1').insert(0, 'Second thoughts. ');
    await carol.until((doc) => readReport(doc).headlines[0] === 'Second thoughts. First words');
    expect(await must(group.rita.http.get<EarlierReport>(at(group, `history/${id}`)))).toMatchObject({
      headlines: ['First words', '', ''],
      agreement: [{ origin: 'generated' }],
    });
    await must(group.rita.http.post(at(group, `history/${id}/restore`), {}));
    await carol.until((doc) => readReport(doc).headlines[0] === 'First words');
    expect((await list()).checkpoints.map(({ reason }) => reason)).toEqual(['restore', 'phase']);
    expect((await group.mallory.http.get(at(group, `history/${id}`))).status).toBe(404);
    expect((await group.rita.http.get(at(group, 'history/nothing'))).status).toBe(404);
  });
});

test('texts that name somebody of the roster are listed with what they say, not with who is meant', async () => {
  await using server = await bootServer();
  const group = await votedGroup(server);
  await open(group);
  const { ids } = await must(
    group.carol.http.post<{ ids: CardId[] }>(`/api/groups/${group.groupId}/cards`, [
      { title: 'Norwegian ports', body: 'As quillfeather-hana said' },
      { title: 'Ports in general' },
    ]),
  );
  const [rita, carol] = [await synced(server, group), document(server, group, group.carol)];
  headlineOf(rita.doc, 'headline1').insert(0, 'What Alice Quillfeather-alice proposed');
  await carol.until((doc) => readReport(doc).headlines[0] !== '');
  const names = await must(group.rita.http.get<ReportNames>(at(group, 'names')));
  expect(names.found).toEqual([
    {
      place: 'headline',
      label: '',
      text: 'What Alice Quillfeather-alice proposed',
      words: ['Alice Quillfeather alice'],
    },
    {
      place: 'card',
      label: 'Norwegian ports',
      text: 'Norwegian ports\nAs quillfeather-hana said',
      words: ['Norwegian'],
    },
  ]);
  expect(ids.some((id) => JSON.stringify(names).includes(id))).toBe(false);
});
