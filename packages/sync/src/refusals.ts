/** Why a member's bytes are not taken; the closed list of the engine's own codes. */
export const REFUSALS = {
  malformed: 'The change could not be read.',
  'too-large': 'The change is larger than the server takes.',
  'unknown-root': 'The change touches a part that this document does not have.',
  'content-not-allowed': 'The change holds a kind of content that this document does not take.',
  'foreign-client-id': 'The change was written under the id of somebody else.',
  'missing-predecessor': 'The change builds on something that the server does not have.',
  'too-costly': 'The changes take the server too long to work in.',
  'too-fast': 'Changes came faster than the server takes them.',
  'read-only': 'This document is read-only for you.',
  'storage-damaged': 'The stored document is damaged; it is read-only until an operator has looked at it.',
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** A refusal as it goes over the wire; hosts may bring codes of their own (a locked board). */
export type Refusal = { code: string; text: string };

/** The engine's own refusal with its text. */
export const refusal = (code: RefusalCode): Refusal => ({ code, text: REFUSALS[code] });
