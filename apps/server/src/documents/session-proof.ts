import { createHmac } from 'node:crypto';
import type { DocumentId } from '@rapport/domain/document-id';
import type { Prove } from '@rapport/sync/room';

/** Hexadecimal digits of a proof: 128 bits. */
const LENGTH = 32;

/**
 * How one session proves that content ids of a document are its own. The secret is the session's token, which is never
 * stored: who reads the rows can neither make a proof nor tell which ids belong to one session.
 */
export const sessionProof =
  (document: DocumentId, token: string): Prove =>
  (client) =>
    createHmac('sha256', token).update(`${document} ${client}`).digest('hex').slice(0, LENGTH);
