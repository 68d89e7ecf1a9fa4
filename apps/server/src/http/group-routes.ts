import { z } from 'zod';
import { GroupId } from '@rapport/domain/ids';
import { Locale } from '@rapport/domain/languages';
import type { Outcome } from '@rapport/protocol/failures';
import { GroupState } from '@rapport/protocol/group-state';
import { CardImport, CardImported, ReportFormat } from '@rapport/protocol/http';
import type { Caller } from '../access/caller.ts';
import type { Cards } from '../groups/cards.ts';
import type { Groups } from '../groups/groups.ts';
import { route, sendFile, type HandedFile, type Route } from './route.ts';

const ById = z.object({ id: GroupId });
const ReportChoice = z.object({ format: ReportFormat, lang: Locale.default('en') });

/** A thousand cards of full length, in UTF-8. */
const IMPORT_BYTES = 16 * 1024 * 1024;

/** What is known of a group, cards in and reports out. */
export const groupRoutes = ({
  groups,
  cards,
  reports,
}: {
  groups: Pick<Groups, 'read'>;
  cards: Pick<Cards, 'importCards'>;
  reports: {
    write(caller: Caller, groupId: GroupId, format: ReportFormat, language: Locale): Promise<Outcome<HandedFile>>;
  };
}): Route[] => [
  route({
    method: 'GET',
    path: '/api/groups/{id}',
    summary: 'What the caller may know of a group now',
    audience: 'signed-in',
    params: ById,
    answer: GroupState,
    handle: ({ caller, params }) => groups.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/groups/{id}/cards',
    summary: 'Put cards on the board, for those who lead the group; imported cards have no author',
    audience: 'signed-in',
    params: ById,
    body: CardImport,
    bodyLimit: IMPORT_BYTES,
    answer: CardImported,
    status: 201,
    handle: ({ caller, params, body }) => cards.importCards(caller, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/api/groups/{id}/report',
    summary: 'The report of a group at any phase',
    audience: 'signed-in',
    params: ById,
    query: ReportChoice,
    file: 'application/octet-stream',
    handle: async ({ caller, params, query, reply }) => {
      const report = await reports.write(caller, params.id, query.format, query.lang);
      return report.ok ? sendFile(reply, report.value) : report;
    },
  }),
];
