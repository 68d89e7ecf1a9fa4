import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CardId } from '@rapport/domain/ids';
import type { ClusterSuggestions } from '@rapport/statistics/suggest-clusters/suggest-clusters';
import type { SuggestWorkerData } from './suggest-worker.ts';

/** What the thread may take, MB: 5,000 long cards need less than half of it. Past it the thread ends, not the server. */
const HEAP = 1024;

/**
 * Computes suggestions on a thread of their own. Null when the signal called it off; throws when the thread failed.
 * The thread has ended when this settles.
 */
export const suggestInWorker = async (
  cards: SuggestWorkerData['cards'],
  signal: AbortSignal,
): Promise<ClusterSuggestions<CardId> | null> => {
  if (signal.aborted) return null;
  const workerData: SuggestWorkerData = { cards };
  const worker = new Worker(new URL('./suggest-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  });
  try {
    // `once` rejects on 'error', and with an abort error on the signal.
    const [found] = (await once(worker, 'message', { signal })) as [ClusterSuggestions<CardId>];
    return found;
  } catch (fault) {
    if (signal.aborted) return null;
    throw fault;
  } finally {
    await worker.terminate();
  }
};
