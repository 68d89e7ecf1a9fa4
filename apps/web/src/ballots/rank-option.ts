import { LIMITS } from '@rapport/domain/limits';

type Ranking<Id> = readonly Id[];

/** Puts an option last, unless it is there or the order is full. */
export const rankLast = <Id>(ranking: Ranking<Id>, id: Id): Ranking<Id> =>
  ranking.includes(id) || ranking.length >= LIMITS.rankedOptions ? ranking : [...ranking, id];

/** Moves an option up (−) or down (+) by places, as far as there are any. */
export const moveRank = <Id>(ranking: Ranking<Id>, id: Id, by: number): Ranking<Id> => {
  const from = ranking.indexOf(id);
  const to = Math.max(0, Math.min(ranking.length - 1, from + by));
  if (from === -1 || from === to) return ranking;
  return ranking.toSpliced(from, 1).toSpliced(to, 0, id);
};

export const unrank = <Id>(ranking: Ranking<Id>, id: Id): Ranking<Id> => ranking.filter((one) => one !== id);
