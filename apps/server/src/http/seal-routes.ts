import { Readable } from 'node:stream';
import { z } from 'zod';
import { SymposiumId } from '@rapport/domain/ids';
import { SealedFile, SealManifest, SealRequest, SealState } from '@rapport/protocol/seal';
import type { Seals } from '../seals/seals.ts';
import { handOut, route, SENT, type Route } from './route.ts';

const ById = z.object({ id: SymposiumId });

/** How a symposium ends: sealed, with a manifest of all that was handed out. */
export const sealRoutes = ({ seals }: { seals: Seals }): Route[] => [
  route({
    method: 'GET',
    path: '/api/symposia/{id}/seal',
    summary: 'How far a symposium is from being sealed, and what stands in the way',
    audience: 'organiser',
    params: ById,
    answer: SealState,
    handle: ({ params }) => seals.state(params.id),
  }),
  route({
    method: 'POST',
    path: '/api/symposia/{id}/seal',
    summary: 'Seal a symposium for good: nothing changes from now on, every file is written once and kept',
    audience: 'organiser',
    params: ById,
    body: SealRequest,
    answer: SealState,
    status: 202,
    handle: ({ caller, params, body }) => seals.begin(caller, params.id, body.close),
  }),
  route({
    method: 'DELETE',
    path: '/api/symposia/{id}/seal',
    summary: 'Give up a seal whose files are still being written',
    audience: 'organiser',
    params: ById,
    handle: ({ params }) => seals.giveUp(params.id),
  }),
  route({
    method: 'GET',
    path: '/api/symposia/{id}/seal/manifest',
    summary: 'The manifest: every file with its SHA-256, versions of texts, and what was destroyed',
    audience: 'organiser',
    params: ById,
    answer: SealManifest,
    handle: async ({ params, reply }) => {
      const manifest = await seals.manifest(params.id);
      if (!manifest.ok) return manifest;
      await reply
        .type('application/json; charset=utf-8')
        .header('Content-Disposition', `attachment; filename="${manifest.value.fileName}"`)
        .send(manifest.value.text);
      return SENT;
    },
  }),
  route({
    method: 'GET',
    path: '/api/symposia/{id}/seal/file',
    summary: 'One sealed file by its path in the manifest, to the byte',
    audience: 'organiser',
    params: ById,
    query: SealedFile,
    file: 'application/octet-stream',
    handle: async ({ params, query, reply }) => handOut(reply, await seals.file(params.id, query.path)),
  }),
  route({
    method: 'GET',
    path: '/api/symposia/{id}/seal/archive',
    summary: 'The manifest and every sealed file as one zip',
    audience: 'organiser',
    params: ById,
    file: 'application/zip',
    handle: async ({ params, reply }) => {
      const archive = await seals.archive(params.id);
      if (!archive.ok) return archive;
      await reply
        .type('application/zip')
        .header('Content-Disposition', `attachment; filename="${archive.value.fileName}"`)
        .send(Readable.from(archive.value.pieces, { objectMode: false }));
      return SENT;
    },
  }),
];
