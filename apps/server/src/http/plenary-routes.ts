import { z } from 'zod';
import { SymposiumId } from '@rapport/domain/ids';
import { fail } from '@rapport/protocol/failures';
import { ReportFormat } from '@rapport/protocol/http';
import { Register } from '@rapport/protocol/options';
import { Agenda } from '@rapport/protocol/plenary';
import type { RegisterFiles } from '../plenary/register-files.ts';
import { route, SENT, type Route } from './route.ts';

const ById = z.object({ id: SymposiumId });
const InFormat = z.object({ format: ReportFormat.default('json') });

/** What of the plenary is taken away. */
export const plenaryRoutes = ({ registerFiles }: { registerFiles: RegisterFiles }): Route[] => [
  route({
    method: 'GET',
    path: '/api/symposia/{id}/register',
    summary: 'The option register as JSON or CSV: for chairs, and for seats while the plenary is open',
    audience: 'signed-in',
    params: ById,
    query: InFormat,
    answer: Register,
    handle: async ({ caller, params, query, reply }) => {
      if (query.format === 'json') return registerFiles.register(caller, params.id);
      if (query.format !== 'csv') return fail('not-available', 'The register is available as JSON and CSV.', 'format');
      const csv = await registerFiles.registerCsv(caller, params.id);
      if (!csv.ok) return csv;
      await reply
        .type('text/csv; charset=utf-8')
        .header('Content-Disposition', 'attachment; filename="register.csv"')
        .send(csv.value);
      return SENT;
    },
  }),
  route({
    method: 'GET',
    path: '/api/symposia/{id}/agenda',
    summary: 'Report-backs in their order, with what each group forwarded; for chairs',
    audience: 'signed-in',
    params: ById,
    answer: Agenda,
    handle: ({ caller, params }) => registerFiles.agenda(caller, params.id),
  }),
];
