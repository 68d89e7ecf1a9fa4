import type { Cluster } from '@rapport/domain/card';
import type { ProjectedCard, ProjectedRecord } from '@rapport/domain/group-record';
import { cleanTexts } from './clean-texts.ts';
import { orderByKey } from './order-by-key.ts';

/** A card with its number in the annex, counted from 1. */
export type NumberedCard = ProjectedCard & { number: number };

/** A group's record in the order in which every format shows it. */
export type ArrangedRecord = Omit<ProjectedRecord, 'cards' | 'clusters'> & {
  cards: NumberedCard[];
  /** The largest first. */
  clusters: (Cluster & { cards: NumberedCard[] })[];
  /** Cards without a cluster. */
  loose: NumberedCard[];
};

/** Puts cards and clusters in order and takes out of texts what a file cannot hold. */
export const arrangeRecord = (projected: ProjectedRecord): ArrangedRecord => {
  const record = cleanTexts(projected);
  const key = record.symposium.orderKey;
  const ordered = orderByKey(record.cards, key);
  const known = new Set(record.clusters.map((cluster) => cluster.id));
  const cards = ordered.map((card, index) => ({
    ...card,
    number: index + 1,
    cluster: card.cluster !== null && known.has(card.cluster) ? card.cluster : null,
  }));
  const clusters = orderByKey(record.clusters, key)
    .map((cluster) => ({ ...cluster, cards: cards.filter((card) => card.cluster === cluster.id) }))
    .toSorted((one, other) => other.cards.length - one.cards.length);
  return { ...record, cards, clusters, loose: cards.filter((card) => card.cluster === null) };
};
