/** Stock clients come back after every code but 4400–4499. */
export const CLOSE = {
  /** the server stops; come back */
  restart: 1012,
  /** this member reads too slowly; come back and resync */
  tooSlow: 1013,
  /** the live document was dropped after a fault; come back */
  fault: 1011,
  /** the frame cannot be read at all; do not come back with it */
  badFrame: 4400,
  /** the session has ended; do not come back */
  sessionEnded: 4401,
  /** not, or not any more, allowed here; do not come back */
  refused: 4403,
  /** the document is gone; do not come back */
  gone: 4404,
} as const;
