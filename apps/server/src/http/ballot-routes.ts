import { z } from 'zod';
import { BallotId, GroupId } from '@rapport/domain/ids';
import { BallotDraft } from '@rapport/protocol/ballot-draft';
import { PaperOrder } from '@rapport/protocol/http';
import type { PaperSheets } from '../ballots/paper-sheets.ts';
import { route, sendFile, type Route } from './route.ts';

/** What of a ballot is put on paper. */
export const ballotRoutes = ({ paperSheets }: { paperSheets: PaperSheets }): Route[] => [
  route({
    method: 'GET',
    path: '/api/ballots/{id}/papers.pdf',
    summary: 'Papers of an open ballot to be filled in by hand; for those who lead its group, or the plenary',
    audience: 'signed-in',
    params: z.object({ id: BallotId }),
    query: PaperOrder,
    file: 'application/pdf',
    handle: async ({ caller, params, query, reply }) => {
      const printed = await paperSheets.print(caller, params.id, query);
      return printed.ok ? sendFile(reply, { ...printed.value, mediaType: 'application/pdf' }) : printed;
    },
  }),
  route({
    method: 'POST',
    path: '/api/groups/{id}/papers.pdf',
    summary: 'Papers of a ballot that is not open yet, for those who may open it; what is asked as in `ballot.open`',
    audience: 'signed-in',
    params: z.object({ id: GroupId }),
    query: PaperOrder,
    body: BallotDraft,
    file: 'application/pdf',
    handle: async ({ caller, params, query, body, reply }) => {
      const printed = await paperSheets.printAhead(caller, params.id, body, query);
      return printed.ok ? sendFile(reply, { ...printed.value, mediaType: 'application/pdf' }) : printed;
    },
  }),
];
