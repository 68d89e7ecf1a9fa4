import { createHmac } from 'node:crypto';

/**
 * Orders by the keyed hash of the id (HMAC-SHA-256, one key per symposium): the same input gives the same order, and
 * the order says nothing about who wrote something or when (docs/method.md §9).
 */
export const orderByKey = <T extends { id: string }>(items: readonly T[], key: Uint8Array): T[] => {
  const ranks = new Map(items.map(({ id }) => [id, createHmac('sha256', key).update(id).digest('hex')]));
  return items.toSorted((one, other) => ((ranks.get(one.id) ?? '') < (ranks.get(other.id) ?? '') ? -1 : 1));
};
