import { parentPort, workerData } from 'node:worker_threads';
import type { CardId } from '@rapport/domain/ids';
import { suggestClusters } from '@rapport/statistics/suggest-clusters/suggest-clusters';

/** One piece of work, then the thread ends and the texts with it. */
export type SuggestWorkerData = { cards: { id: CardId; title: string; body: string }[] };

const { cards } = workerData as SuggestWorkerData;
parentPort?.postMessage(suggestClusters(cards));
