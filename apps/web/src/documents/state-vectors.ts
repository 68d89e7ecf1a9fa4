/** How far a document has got with each client id. */
export type StateVector = ReadonlyMap<number, number>;

/** What either of two documents has. */
export const joinVectors = (one: StateVector, other: StateVector): StateVector => {
  const both = new Map(one);
  for (const [client, clock] of other) both.set(client, Math.max(clock, both.get(client) ?? 0));
  return both;
};

/** True when a document of `vector` has everything one of `part` has. */
export const covers = (vector: StateVector, part: StateVector): boolean =>
  [...part].every(([client, clock]) => (vector.get(client) ?? 0) >= clock);
