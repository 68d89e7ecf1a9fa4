import { z } from 'zod';
import { SymposiumId } from '@rapport/domain/ids';
import { Locale } from '@rapport/domain/languages';
import { ReportFormat } from '@rapport/protocol/http';
import { Register } from '@rapport/protocol/options';
import { Agenda } from '@rapport/protocol/plenary';
import { PaperPages } from '@rapport/protocol/report';
import type { OptionsPapers } from '../paper/options-papers.ts';
import type { RegisterFiles } from '../plenary/register-files.ts';
import type { SymposiumSlides } from '../reports/symposium-slides.ts';
import { handOut, route, SENT, sendFile, type Route } from './route.ts';
import { sendPages } from './send-pages.ts';

const ById = z.object({ id: SymposiumId });
const AgendaChoice = z.object({ format: z.enum(['json', 'pdf']).default('json'), lang: Locale.default('en') });
const InFormat = z.object({ format: ReportFormat.default('json'), lang: Locale.default('en') });
const SlideChoice = z.object({
  lang: Locale.default('en'),
  /** One round; all of them when left out. */
  round: z.coerce.number().int().min(1).optional(),
});
const PaperChoice = z.object({ format: ReportFormat.default('docx'), lang: Locale.default('en') });
const PageChoice = z.object({
  lang: Locale.default('en'),
  /** The first page wanted, counted from 0. */
  first: z.coerce.number().int().min(0).max(10_000).default(0),
  known: z.string().max(8000).default(''),
});

/** What of the plenary is taken away. */
export const plenaryRoutes = ({
  registerFiles,
  optionsPapers,
  slides,
}: {
  registerFiles: RegisterFiles;
  optionsPapers: OptionsPapers;
  slides: Pick<SymposiumSlides, 'write'>;
}): Route[] => [
  route({
    method: 'GET',
    path: '/api/symposia/{id}/register',
    summary:
      'The option register as JSON or CSV, for chairs, and for seats while the plenary is open; in every other format the options paper, for chairs',
    audience: 'signed-in',
    params: ById,
    query: InFormat,
    answer: Register,
    handle: async ({ caller, params, query, reply }) => {
      if (query.format === 'json') return registerFiles.register(caller, params.id);
      if (query.format !== 'csv') {
        return handOut(reply, await optionsPapers.write(caller, params.id, query.format, query.lang));
      }
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
    path: '/api/symposia/{id}/paper',
    summary: 'The options paper of the whole symposium, for chairs; interim until the symposium is sealed',
    audience: 'signed-in',
    params: ById,
    query: PaperChoice,
    file: 'application/octet-stream',
    handle: async ({ caller, params, query, reply }) =>
      handOut(reply, await optionsPapers.write(caller, params.id, query.format, query.lang)),
  }),
  route({
    method: 'GET',
    path: '/api/symposia/{id}/paper/pages',
    summary: 'Some pages of the options paper as it would be printed now, each an SVG; for chairs',
    audience: 'signed-in',
    params: ById,
    query: PageChoice,
    answer: PaperPages,
    handle: async ({ caller, params, query, request, reply }) => {
      const known = new Set(query.known.split(','));
      const pages = await optionsPapers.pages(caller, params.id, query.lang, { first: query.first, known });
      return sendPages(request, reply, pages);
    },
  }),
  route({
    method: 'GET',
    path: '/api/symposia/{id}/agenda',
    summary: 'Report-backs in their order, with what each group forwarded, as JSON or PDF; for chairs',
    audience: 'signed-in',
    params: ById,
    query: AgendaChoice,
    answer: Agenda,
    handle: async ({ caller, params, query, reply }) => {
      if (query.format === 'json') return registerFiles.agenda(caller, params.id);
      const pdf = await registerFiles.agendaPdf(caller, params.id, query.lang);
      if (!pdf.ok) return pdf;
      return sendFile(reply, { bytes: pdf.value, mediaType: 'application/pdf', fileName: 'agenda.pdf' });
    },
  }),
  route({
    method: 'GET',
    path: '/api/symposia/{id}/slides',
    summary: 'The slides of all groups, or those of one round, as one presentation; for chairs',
    audience: 'signed-in',
    params: ById,
    query: SlideChoice,
    file: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    handle: async ({ caller, params, query, reply }) =>
      handOut(reply, await slides.write(caller, params.id, query.lang, query.round ?? null)),
  }),
];
