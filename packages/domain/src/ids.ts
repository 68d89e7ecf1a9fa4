import { z } from 'zod';

/** What every id is made of: safe in URLs, file names, document names and logs. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;

const id = z.string().regex(ID_PATTERN, 'must be 1–64 letters, digits, "-" or "_"');

export const SymposiumId = id.brand<'SymposiumId'>();
export type SymposiumId = z.infer<typeof SymposiumId>;
export const RoundId = id.brand<'RoundId'>();
export type RoundId = z.infer<typeof RoundId>;
export const GroupId = id.brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;
export const SeatId = id.brand<'SeatId'>();
export type SeatId = z.infer<typeof SeatId>;
export const SessionId = id.brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;
export const PhaseId = id.brand<'PhaseId'>();
export type PhaseId = z.infer<typeof PhaseId>;
export const BallotId = id.brand<'BallotId'>();
export type BallotId = z.infer<typeof BallotId>;
export const BallotOptionId = id.brand<'BallotOptionId'>();
export type BallotOptionId = z.infer<typeof BallotOptionId>;
export const CardId = id.brand<'CardId'>();
export type CardId = z.infer<typeof CardId>;
export const AnnouncementId = id.brand<'AnnouncementId'>();
export type AnnouncementId = z.infer<typeof AnnouncementId>;
export const ClusterId = id.brand<'ClusterId'>();
export type ClusterId = z.infer<typeof ClusterId>;
export const CheckpointId = id.brand<'CheckpointId'>();
export type CheckpointId = z.infer<typeof CheckpointId>;
export const OptionId = id.brand<'OptionId'>();
export type OptionId = z.infer<typeof OptionId>;
export const SentenceId = id.brand<'SentenceId'>();
export type SentenceId = z.infer<typeof SentenceId>;
export const CommentId = id.brand<'CommentId'>();
export type CommentId = z.infer<typeof CommentId>;
export const ReservationId = id.brand<'ReservationId'>();
export type ReservationId = z.infer<typeof ReservationId>;

/** Fills the array with cryptographically strong bytes; injected so that rules stay pure. */
export type RandomBytes = (length: number) => Uint8Array;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A fresh id of 96 random bits in 16 characters. Holds no time and no order, so it says nothing about its maker. */
export const newId = (random: RandomBytes): string => {
  let text = '';
  for (const byte of random(16)) text += ALPHABET[byte & 63];
  return text;
};
