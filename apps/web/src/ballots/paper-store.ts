import { z } from 'zod';
import { PaperKey } from '@rapport/domain/ballots';
import { newId, type BallotId } from '@rapport/domain/ids';
import { seatKey } from '../session/seat-storage.ts';
import { PaperDraft } from './paper-draft.ts';

/**
 * What this device keeps of a paper: the key that lets it be replaced, and what is on it until it is handed in. What
 * was handed in is not kept, so that nobody who picks up the device can read it.
 */
const KeptPaper = z.object({ paperKey: PaperKey, draft: PaperDraft.nullable() });
export type KeptPaper = z.infer<typeof KeptPaper>;

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

export const newPaperKey = (): PaperKey => newId(randomBytes) + newId(randomBytes);

const nameOf = (seatId: string, ballotId: BallotId): string => seatKey(seatId, `paper.${ballotId}`);

/** The paper of a seat in a ballot: the one kept here, else a fresh one. */
export const readPaper = (seatId: string, ballotId: BallotId): KeptPaper => {
  try {
    const kept = KeptPaper.safeParse(JSON.parse(localStorage.getItem(nameOf(seatId, ballotId)) ?? 'null'));
    if (kept.success) return kept.data;
  } catch {
    // Something else wrote there; a fresh paper takes its place.
  }
  const paper: KeptPaper = { paperKey: newPaperKey(), draft: null };
  keepPaper(seatId, ballotId, paper);
  return paper;
};

export const keepPaper = (seatId: string, ballotId: BallotId, paper: KeptPaper): void =>
  localStorage.setItem(nameOf(seatId, ballotId), JSON.stringify(paper));
