import { addCard } from '@rapport/board/add-card';
import { readBoard } from '@rapport/board/read-board';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import { CardId } from '@rapport/domain/ids';
import { expect, test } from 'vitest';
import type { GroupState } from '@rapport/protocol/group-state';
import { DATABASES } from './db/testing.ts';
import { bootServer } from './testing/boot-server.ts';
import { must } from './testing/http-client.ts';
import { seedGroup } from './testing/seed-group.ts';

test.each(DATABASES)('the house stands on $kind: write, reveal, vote, restart and find it there', async ({ place }) => {
  await using base = await place();
  const database = base.location;
  await using server = await bootServer({ database });
  const { groupId, carol, voters } = await seedGroup(server, { template: [{ kind: 'write', minutes: 10 }] });
  const [alice] = voters;
  if (alice === undefined) throw new Error('nobody votes');
  const carolLive = await server.live(carol.token);
  const aliceLive = await server.live(alice.token);
  const state = await carolLive.command('group.watch', { groupId });
  expect(state).toMatchObject({ phase: { kind: 'write' }, cardsWritten: 0, revealed: false });
  await aliceLive.command('group.watch', { groupId });

  const draft = server.sync(alice.token, draftDocument(groupId, alice.seatId));
  await draft.synced();
  const counted = carolLive.nextEvent('drafts.counted', (event) => event.cardsWritten === 1);
  addCard(draft.doc, { id: CardId.parse('mine'), title: 'A card of my own', position: [0, 0], finished: true }, 'test');
  await counted;

  const board = server.sync(carol.token, boardDocument(groupId));
  await board.synced();
  const revealed = aliceLive.nextEvent('drafts.revealed');
  expect(await carolLive.command('drafts.reveal', { groupId })).toEqual({ state: 'revealed', cards: 1 });
  expect(await revealed).toMatchObject({ cards: 1 });
  await board.until((doc) => readBoard(doc).cards.length === 1);
  expect(readBoard(board.doc).cards[0]).toMatchObject({ title: 'A card of my own', late: false });

  const [option] = readBoard(board.doc).cards;
  const { ballotId, options } = await carolLive.command('ballot.open', {
    groupId,
    kind: 'dots',
    options: [{ kind: 'card', id: option?.id ?? '' }],
  });
  const dots = { [options[0]?.id ?? '']: 2 };
  expect(await aliceLive.command('ballot.cast', { ballotId, paperKey: 'k'.repeat(16), choices: { dots } })).toEqual({
    cast: 1,
    entitled: 1,
  });
  expect(await carolLive.command('ballot.close', { ballotId })).toMatchObject({ options: [{ dots: 2, voters: 1 }] });

  await server.stop();
  await using again = await bootServer({ database, dataDir: server.dataDir });
  const after = again.sync(alice.token, boardDocument(groupId));
  await after.synced();
  expect(readBoard(after.doc).cards).toHaveLength(1);
  expect(await must(again.http(alice.token).get<GroupState>(`/api/groups/${groupId}`))).toMatchObject({
    revealed: true,
    ballots: [{ status: 'closed' }],
  });
});
