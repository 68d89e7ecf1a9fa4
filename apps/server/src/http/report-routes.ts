import { z } from 'zod';
import { CheckpointId, GroupId } from '@rapport/domain/ids';
import { Locale } from '@rapport/domain/languages';
import {
  EarlierReport,
  ReportHistory,
  ReportLanguage,
  ReportNames,
  ReportPages,
  ReportRestored,
  ReportState,
} from '@rapport/protocol/report';
import type { ReportHistory as Histories } from '../reports/report-history.ts';
import type { ReportNames as Names } from '../reports/report-names.ts';
import type { ReportPreview } from '../reports/report-preview.ts';
import type { ReportSentences } from '../reports/report-sentences.ts';
import { route, type Route } from './route.ts';
import { sendPages } from './send-pages.ts';

const ById = z.object({ id: GroupId });
const ByCheckpoint = z.object({ id: GroupId, checkpoint: CheckpointId });

/** Writing the report of a group: its sentences, its pages, what it names, how it stood. */
export const reportRoutes = ({
  sentences,
  preview,
  names,
  history,
}: {
  sentences: Pick<ReportSentences, 'read' | 'open' | 'bringIn'>;
  preview: Pick<ReportPreview, 'pages'>;
  names: Pick<Names, 'list'>;
  history: Pick<Histories, 'list' | 'look' | 'restore'>;
}): Route[] => [
  route({
    method: 'GET',
    path: '/api/groups/{id}/report/state',
    summary: 'Which sentences of the report follow from the results as they are, for those who write it',
    audience: 'signed-in',
    params: ById,
    answer: ReportState,
    handle: ({ caller, params }) => sentences.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/groups/{id}/report/open',
    summary: 'Begin the report from the results there are; does nothing when somebody has begun it',
    audience: 'signed-in',
    params: ById,
    body: ReportLanguage,
    answer: ReportState,
    handle: ({ caller, params, body }) => sentences.open(caller, params.id, body.language),
  }),
  route({
    method: 'POST',
    path: '/api/groups/{id}/report/sentences',
    summary: 'Bring in sentences from new results, in the wanted language; what people have written stays',
    audience: 'signed-in',
    params: ById,
    body: ReportLanguage,
    answer: ReportState,
    handle: ({ caller, params, body }) => sentences.bringIn(caller, params.id, body.language),
  }),
  route({
    method: 'GET',
    path: '/api/groups/{id}/report/pages',
    summary: 'The report as it would be printed now, each page an SVG',
    audience: 'signed-in',
    params: ById,
    query: z.object({ lang: Locale.default('en'), known: z.string().max(8000).default('') }),
    answer: ReportPages,
    handle: async ({ caller, params, query, request, reply }) => {
      const pages = await preview.pages(caller, params.id, query.lang, new Set(query.known.split(',')));
      return sendPages(request, reply, pages);
    },
  }),
  route({
    method: 'GET',
    path: '/api/groups/{id}/report/names',
    summary: 'Texts of the report that hold a name or a delegation of the roster, to be looked at before it leaves',
    audience: 'signed-in',
    params: ById,
    answer: ReportNames,
    handle: ({ caller, params }) => names.list(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/groups/{id}/report/history',
    summary: 'Earlier reports, newest first, for those who write it; under the Rule by phase and without times',
    audience: 'signed-in',
    params: ById,
    answer: ReportHistory,
    handle: ({ caller, params }) => history.list(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/groups/{id}/report/history/{checkpoint}',
    summary: 'An earlier report, for looking only',
    audience: 'signed-in',
    params: ByCheckpoint,
    answer: EarlierReport,
    handle: ({ caller, params }) => history.look(caller, params.id, params.checkpoint),
  }),
  route({
    method: 'POST',
    path: '/api/groups/{id}/report/history/{checkpoint}/restore',
    summary: 'Make the report read as it read; how it reads now is kept first',
    audience: 'signed-in',
    params: ByCheckpoint,
    answer: ReportRestored,
    handle: ({ caller, params }) => history.restore(caller, params.id, params.checkpoint),
  }),
];
