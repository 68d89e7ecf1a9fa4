/** Closed list of the engine's sizes and times; all are enforced before Yjs sees a byte. */
export const SYNC_LIMITS = {
  /** bytes of one update frame: what one deed or one pasted text makes */
  updateBytes: 256 * 1024,
  /** bytes of one sync step 2: everything done offline */
  step2Bytes: 4 * 1024 * 1024,
  /** structs in one update, and in one sync step 2 */
  updateStructs: 20_000,
  step2Structs: 200_000,
  /** structs of one update or answer that stand right of the same one, and those at the start of some list */
  samePlace: 64,
  startPlaces: 1024,
  /** ms of one core that a member's updates may take at once, and in each second */
  costMs: 1000,
  costMsPerSecond: 50,
  /** content ids nobody has written under yet: every id a document has seen makes each later tick dearer */
  updateNewIds: 64,
  step2NewIds: 2048,
  /** bytes of a client's state vector in sync step 1 */
  stateVectorBytes: 1024 * 1024,
  /** bytes of one presence frame, and of one member's state in it */
  presenceBytes: 64 * 1024,
  presenceStateBytes: 2048,
  /** opaque bytes of a durable token */
  tokenBytes: 64,
  /** tokens of one member that wait for their commit */
  waitingTokens: 1024,
  /** a clock beyond this cannot come from people typing */
  clock: 2 ** 31,
  /** the key of a root map's entry or of a field in it, UTF-16 units */
  key: 128,
  /** JSON text of a formatting mark, UTF-16 units */
  formatJson: 8192,
  /** nested objects and arrays in one value */
  valueDepth: 8,
  /** frames and bytes gathered before a tick comes early */
  tickFrames: 256,
  tickBytes: 64 * 1024,
} as const;

/** Yjs client ids have 32 bits; presence ids lie above, so that no frame can confuse the two. */
export const CONTENT_ID_END = 2 ** 32;
