import JSZip from 'jszip';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addCard } from '@rapport/board/add-card';
import { readBoard } from '@rapport/board/read-board';
import type { Attribution } from '@rapport/domain/attribution';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import { CardId } from '@rapport/domain/ids';
import { ReportFormat } from '@rapport/protocol/http';
import { bootServer, type TestServer } from './boot-server.ts';
import { must } from './http-client.ts';
import { seedGroup, type Person } from './seed-group.ts';

const MODES: readonly Attribution[] = ['named', 'bloc', 'non-attributed', 'sealed'];
const CASES = MODES.flatMap((mode) => [true, false].map((rule) => ({ mode, rule, names: mode === 'named' && !rule })));
/** Formats that show cards in letters that can be searched; slides show none, a PDF draws glyphs. */
const WITH_CARDS: ReadonlySet<ReportFormat> = new Set(['docx', 'md', 'csv', 'json']);

const download = async (server: TestServer, person: Person, path: string): Promise<string> => {
  const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${person.token}` } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const head = [...response.headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${value}`);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [...head, Buffer.from(bytes).toString('utf8')].join('\n');
  const archive = await JSZip.loadAsync(bytes);
  const entries = Object.values(archive.files).map(
    async (entry) => `${entry.name} ${entry.date.toISOString()} ${entry.comment}\n${await entry.async('string')}`,
  );
  return [...head, ...(await Promise.all(entries))].join('\n');
};

const until = (doc: Y.Doc, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });

test.each(CASES)(
  'files of a group in $mode, Rule $rule: authors are named: $names, in the formats that hold cards',
  async ({ mode, rule, names }) => {
    await using server = await bootServer();
    const group = await seedGroup(server, {
      template: [{ kind: 'write', minutes: 5 }],
      symposium: { attribution: mode, chathamHouse: rule },
    });
    const { groupId, carol } = group;
    const [alice] = group.voters as [Person];
    const [leader, writer] = await Promise.all([server.live(carol.token), server.live(alice.token)]);
    for (const live of [leader, writer]) await live.command('group.watch', { groupId });
    const draft = server.sync(alice.token, draftDocument(groupId, alice.seatId));
    await draft.synced();
    const counted = leader.nextEvent('drafts.counted', (event) => event.cardsWritten >= 1);
    const card = { id: CardId.parse('script-card-1'), title: 'Share forecasts', position: [0, 0] as [number, number] };
    addCard(draft.doc, { ...card, finished: true }, 'script');
    await counted;
    await leader.command('drafts.reveal', { groupId, now: true });
    const board = server.sync(carol.token, boardDocument(groupId));
    await until(board.doc, () => readBoard(board.doc).cards.length === 1);

    const others = group.people.filter((person) => person !== alice);
    for (const format of ReportFormat.options) {
      const text = await download(server, carol, `/api/groups/${groupId}/report?format=${format}&lang=en`);
      expect([format, text.includes('Share forecasts')]).toEqual([format, WITH_CARDS.has(format)]);
      const told = [alice.displayName, alice.delegation].filter((one) => text.includes(one));
      expect([format, told]).toEqual([
        format,
        names && WITH_CARDS.has(format) ? [alice.displayName, alice.delegation] : [],
      ]);
      const secrets = [
        ...others.flatMap(({ displayName, delegation }) => [displayName, delegation]),
        ...group.people.flatMap(({ seatId, email, joinCode }) => [seatId, email, joinCode]),
      ].filter((secret) => secret !== alice.delegation);
      expect([format, secrets.filter((secret) => text.includes(secret))]).toEqual([format, []]);
      const days = new Set(text.match(/\b20\d\d-\d\d-\d\d/g) ?? []);
      expect([format, [...days].filter((day) => day !== '2026-02-14')]).toEqual([format, []]);
    }
    const { cards } = await must(
      carol.http.get<{ cards: object[] }>(`/api/groups/${groupId}/report?format=json&lang=en`),
    );
    expect(cards.filter((one) => 'bloc' in one)).toEqual([]);
  },
);
