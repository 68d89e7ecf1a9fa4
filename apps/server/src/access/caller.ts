import type { SeatId, SessionId, SymposiumId } from '@rapport/domain/ids';

/** Who asks. What it may do is data, read again at every call. */
export type Caller =
  | { kind: 'organiser'; sessionId: SessionId }
  | { kind: 'seat'; sessionId: SessionId; seatId: SeatId; symposiumId: SymposiumId }
  /** A projector: it may watch its symposium's plenary and nothing else. */
  | { kind: 'screen'; sessionId: SessionId; symposiumId: SymposiumId };
