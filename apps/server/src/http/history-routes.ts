import { z } from 'zod';
import { CardId, CheckpointId, GroupId } from '@rapport/domain/ids';
import { CardTexts, EarlierBoard, History, Restored } from '@rapport/protocol/history';
import type { History as Histories } from '../history/history.ts';
import { route, type Route } from './route.ts';

const ById = z.object({ id: GroupId });
const ByCard = z.object({ id: GroupId, card: CardId });
const ByCheckpoint = z.object({ id: GroupId, checkpoint: CheckpointId });

/** Earlier boards of a group. */
export const historyRoutes = ({
  history,
}: {
  history: Pick<Histories, 'list' | 'look' | 'texts' | 'restore'>;
}): Route[] => [
  route({
    method: 'GET',
    path: '/api/groups/{id}/history',
    summary: 'Earlier boards, newest first, for those who lead the group; under the Rule by phase and without times',
    audience: 'signed-in',
    params: ById,
    answer: History,
    handle: ({ caller, params }) => history.list(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/groups/{id}/history/{checkpoint}',
    summary: 'An earlier board, for looking only',
    audience: 'signed-in',
    params: ByCheckpoint,
    answer: EarlierBoard,
    handle: ({ caller, params }) => history.look(caller, params.id, params.checkpoint),
  }),
  route({
    method: 'GET',
    path: '/api/groups/{id}/history/cards/{card}',
    summary: 'What one card said in earlier boards, newest first, for those who lead the group',
    audience: 'signed-in',
    params: ByCard,
    answer: CardTexts,
    handle: ({ caller, params }) => history.texts(caller, params.id, params.card),
  }),
  route({
    method: 'POST',
    path: '/api/groups/{id}/history/{checkpoint}/restore',
    summary: 'Make the board stand as it stood; how it stands now is kept first',
    audience: 'signed-in',
    params: ByCheckpoint,
    answer: Restored,
    handle: ({ caller, params }) => history.restore(caller, params.id, params.checkpoint),
  }),
];
