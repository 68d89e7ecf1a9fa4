import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseDocumentId, type DocumentId } from '@rapport/domain/document-id';
import { SymposiumId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import {
  BadgeOrder,
  NewRound,
  NewSymposium,
  RosterReport,
  RosterSeat,
  Round,
  Symposium,
  SymposiumPatch,
} from '@rapport/protocol/http';
import type { Documents } from '../documents/documents.ts';
import type { Rounds } from '../rounds/rounds.ts';
import type { Badges } from '../symposia/badges.ts';
import type { JoinCodes } from '../symposia/join-codes.ts';
import type { Rosters } from '../symposia/roster/rosters.ts';
import type { Symposia } from '../symposia/symposia.ts';
import { baseAddress } from './addresses.ts';
import { route, SENT, sendFile, type Route } from './route.ts';

const BySymposium = z.object({ id: z.string().min(1).max(64) });
const ById = z.object({ id: SymposiumId });
const DryRun = z.object({ dryRun: z.enum(['true', 'false']).default('false') });

/** What organisers do with symposia, rosters and rounds. */
export const symposiumRoutes = ({
  symposia,
  rosters,
  rounds,
  joinCodes,
  badges,
  documents,
  publicUrl,
}: {
  symposia: Symposia;
  rosters: Rosters;
  rounds: Rounds;
  joinCodes: JoinCodes;
  badges: Badges;
  documents: Pick<Documents, 'purge'>;
  publicUrl: string | null;
}): Route[] => {
  const print = async (
    id: string,
    order: BadgeOrder,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Outcome<never> | typeof SENT> => {
    const printed = await badges.print(id, order, baseAddress(publicUrl, request));
    return printed.ok ? sendFile(reply, { ...printed.value, mediaType: 'application/pdf' }) : printed;
  };
  return [
    route({
      method: 'POST',
      path: '/api/symposia',
      summary: 'Create a symposium',
      audience: 'organiser',
      body: NewSymposium,
      answer: Symposium,
      status: 201,
      handle: ({ body }) => symposia.create(body),
    }),
    route({
      method: 'GET',
      path: '/api/symposia',
      summary: 'All symposia',
      audience: 'organiser',
      answer: z.array(Symposium),
      handle: async () => succeed(await symposia.list()),
    }),
    route({
      method: 'GET',
      path: '/api/symposia/{id}',
      summary: 'One symposium, by id or slug',
      audience: 'organiser',
      params: BySymposium,
      answer: Symposium,
      handle: ({ params }) => symposia.get(params.id),
    }),
    route({
      method: 'PATCH',
      path: '/api/symposia/{id}',
      summary: 'Change settings of a symposium',
      audience: 'organiser',
      params: ById,
      body: SymposiumPatch,
      answer: Symposium,
      handle: ({ params, body }) => symposia.update(params.id, body),
    }),
    route({
      method: 'DELETE',
      path: '/api/symposia/{id}',
      summary: 'Delete a symposium with everything in it, documents included',
      audience: 'organiser',
      params: ById,
      handle: async ({ params }) => {
        const deleted = await symposia.delete(params.id);
        if (!deleted.ok) return deleted;
        for (const id of deleted.value.documents) {
          if (parseDocumentId(id) !== null) await documents.purge(id as DocumentId);
        }
        return succeed(null);
      },
    }),
    route({
      method: 'PUT',
      path: '/api/symposia/{id}/roster',
      summary: 'Import a roster; known participants are updated, nobody is removed',
      audience: 'organiser',
      params: ById,
      query: DryRun,
      raw: 'text/csv',
      bodyLimit: LIMITS.rosterBytes,
      answer: RosterReport,
      handle: ({ params, query, request }) => {
        if (!Buffer.isBuffer(request.body)) {
          return Promise.resolve(fail('invalid-input', 'Send the roster as the body, with type text/csv.'));
        }
        return rosters.import(params.id, request.body, { dryRun: query.dryRun === 'true' });
      },
    }),
    route({
      method: 'GET',
      path: '/api/symposia/{id}/roster',
      summary: 'Who is on the roster',
      audience: 'organiser',
      params: ById,
      answer: z.array(RosterSeat),
      handle: async ({ params }) => {
        const symposium = await symposia.get(params.id);
        return symposium.ok ? succeed(await symposia.roster(symposium.value.id)) : symposium;
      },
    }),
    route({
      method: 'POST',
      path: '/api/symposia/{id}/rounds',
      summary: 'Create a round: deal seats to groups or take the groups of the roster',
      audience: 'organiser',
      params: ById,
      body: NewRound,
      answer: Round,
      status: 201,
      handle: ({ params, body }) => rounds.create(params.id, body),
    }),
    route({
      method: 'GET',
      path: '/api/symposia/{id}/join-codes.csv',
      summary: 'Personal codes and badge links of everybody',
      audience: 'organiser',
      params: ById,
      file: 'text/csv',
      handle: async ({ params, request, reply }) => {
        const symposium = await symposia.get(params.id);
        if (!symposium.ok) return symposium;
        const csv = await joinCodes.write(symposium.value.id, baseAddress(publicUrl, request));
        await reply
          .type('text/csv; charset=utf-8')
          .header('Content-Disposition', `attachment; filename="${symposium.value.slug}-join-codes.csv"`)
          .send(csv);
        return SENT;
      },
    }),
    route({
      method: 'GET',
      path: '/api/symposia/{id}/badges.pdf',
      summary: 'Badges to fold with name, groups, code and QR code, or table tents with the name alone',
      audience: 'organiser',
      params: BySymposium,
      query: BadgeOrder.omit({ wifi: true }),
      file: 'application/pdf',
      handle: ({ params, query, request, reply }) => print(params.id, query, request, reply),
    }),
    route({
      method: 'POST',
      path: '/api/symposia/{id}/badges.pdf',
      summary: 'The same badges with the Wi-Fi of the venue',
      audience: 'organiser',
      params: BySymposium,
      body: BadgeOrder,
      file: 'application/pdf',
      handle: ({ params, body, request, reply }) => print(params.id, body, request, reply),
    }),
  ];
};
