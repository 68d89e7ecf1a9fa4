import { readBoard } from '@rapport/board/read-board';
import { readOptions } from '@rapport/board/read-options';
import { readReport, reportTexts } from '@rapport/board/read-report';
import type { BallotResults } from '@rapport/domain/ballot-results';
import type { Bloc, BlocId } from '@rapport/domain/blocs';
import { boardDocument, reportDocument } from '@rapport/domain/document-id';
import type { GroupRecord } from '@rapport/domain/group-record';
import type { GroupId } from '@rapport/domain/ids';
import type { LocalisedText } from '@rapport/domain/languages';
import type { Database, Transaction } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import { countSeatsByBloc, readAuthors } from '../groups/read-authors.ts';
import { readOptionRecords, withTexts } from '../options/read-option-records.ts';

/** A record and what its file is called after. */
export type GatheredRecord = { record: GroupRecord; slug: string; round: number };

const readSeats = async (tx: Transaction, groupId: GroupId): Promise<{ seats: number; present: number }> => {
  const rows = await tx.selectFrom('group_seat').select('checked_in').where('group_id', '=', groupId).execute();
  return { seats: rows.length, present: rows.filter((row) => row.checked_in === 1).length };
};

/** What has been published; open ballots have no results. */
const readResults = async (
  tx: Transaction,
  groupId: GroupId,
  phases: GroupRecord['phases'],
): Promise<GroupRecord['ballots']> => {
  const rows = await tx
    .selectFrom('ballot')
    .select(['number', 'phase_id', 'status', 'results'])
    .where('group_id', '=', groupId)
    .where('results', 'is not', null)
    .orderBy('number')
    .execute();
  return rows.map((row) => {
    const results = JSON.parse(row.results ?? '') as BallotResults;
    return {
      number: row.number,
      phase: phases.find((phase) => phase.id === row.phase_id) ?? null,
      archived: row.status === 'archived',
      proxies: results.base.proxies,
      results,
    };
  });
};

/** Everything but the documents, as it is at one moment; null when there is no such group. */
const readRows = async (tx: Transaction, groupId: GroupId) => {
  const row = await tx
    .selectFrom('group')
    .innerJoin('round', 'round.id', 'group.round_id')
    .innerJoin('symposium', 'symposium.id', 'group.symposium_id')
    .select([
      'group.number',
      'group.name',
      'group.attribution',
      'group.status',
      'group.version',
      'group.phase_id',
      'round.title as roundTitle',
      'round.question',
      'round.number as roundNumber',
      'symposium.slug',
      'symposium.title as symposiumTitle',
      'symposium.starts_on',
      'symposium.marking',
      'symposium.chatham_house',
      'symposium.blocs',
      'symposium.sides',
      'symposium.order_key',
    ])
    .where('group.id', '=', groupId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const phases = await tx
    .selectFrom('phase')
    .select(['id', 'kind', 'minutes', 'index'])
    .where('group_id', '=', groupId)
    .orderBy('index')
    .execute();
  return {
    row,
    phases,
    authors: await readAuthors(tx, groupId),
    people: await readSeats(tx, groupId),
    seatsByBloc: await countSeatsByBloc(tx, groupId),
    ballots: await readResults(tx, groupId, phases),
    options: await readOptionRecords(tx, groupId),
  };
};

/**
 * All that is known of a group's session, authors included: nothing of it may leave without `projectRecord`. `present`
 * counts the seats that have checked in, so that the same session gives the same report whoever is connected.
 */
export const gatherRecord = async (
  db: Database,
  documents: Pick<Documents, 'read'>,
  groupId: GroupId,
): Promise<GatheredRecord | null> => {
  const rows = await db.transaction((tx) => readRows(tx, groupId));
  if (rows === null) return null;
  const board = await documents.read(boardDocument(groupId), (doc) => ({
    ...readBoard(doc),
    options: readOptions(doc),
  }));
  const texts = await documents.read(reportDocument(groupId), (doc) => reportTexts(readReport(doc)));
  const { row, phases, authors, people, seatsByBloc, ballots, options } = rows;
  const record: GroupRecord = {
    symposium: {
      title: row.symposiumTitle,
      startsOn: row.starts_on,
      marking: JSON.parse(row.marking) as LocalisedText,
      chathamHouse: row.chatham_house === 1,
      blocs: JSON.parse(row.blocs) as Bloc[],
      sides: JSON.parse(row.sides) as [BlocId, BlocId],
      orderKey: new Uint8Array(Buffer.from(row.order_key, 'hex')),
    },
    round: { title: row.roundTitle, question: row.question },
    group: {
      number: row.number,
      name: row.name,
      attribution: row.attribution,
      status: row.status,
      version: row.version,
    },
    phases,
    currentPhase: phases.find((phase) => phase.id === row.phase_id)?.index ?? 0,
    counts: {
      seats: people.seats,
      present: people.present,
      cards: board.cards.filter((card) => !card.binned).length,
    },
    seatsByBloc,
    cards: board.cards.map((card) => ({ ...card, ...(authors.get(card.id) ?? { author: null, signed: false }) })),
    clusters: board.clusters.map(({ id, title, colour }) => ({ id, title, colour })),
    ballots,
    options: withTexts(options, board.options),
    texts,
  };
  return { record, slug: row.slug, round: row.roundNumber };
};
