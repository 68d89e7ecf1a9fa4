import { z } from 'zod';

/** Every reason for which a call, a command or a frame is refused. Texts for people are in the client's catalogue. */
export const FailureCode = z.enum([
  'invalid-input',
  'unauthenticated',
  'unknown-code',
  'too-many-attempts',
  'role-refused',
  'not-found',
  'group-closed',
  'board-locked',
  'clusters-locked',
  'symposium-closed',
  'sealed',
  'walk-ins-refused',
  'phase-unknown',
  'cards-hidden',
  'ballots-cast',
  'reveal-running',
  'nothing-to-reveal',
  'ballot-open',
  'ballot-closed',
  'ballot-not-closed',
  'not-entitled',
  'unknown-option',
  'over-budget',
  'over-cap',
  'paper-key-mismatch',
  'not-author',
  'title-missing',
  'too-many-words',
  'text-frozen',
  'text-not-frozen',
  'old-version',
  'not-read-back',
  'not-accepted',
  'over-forward-limit',
  'already-forwarded',
  'not-authorised',
  'conflict',
  'too-large',
  'not-available',
  'unavailable',
  'press-failed',
  'storage-damaged',
  'internal',
]);
export type FailureCode = z.infer<typeof FailureCode>;

/** `field` names what was wrong in the input, as a path: `groups.0.size`. */
export const Failure = z.object({
  code: FailureCode,
  message: z.string(),
  field: z.string().optional(),
});
export type Failure = z.infer<typeof Failure>;

export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const succeed = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const fail = (code: FailureCode, message: string, field?: string): Outcome<never> => ({
  ok: false,
  failure: field === undefined ? { code, message } : { code, message, field },
});

/** RFC 9457 problem details with our code. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: FailureCode,
  field: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The HTTP status a failure answers with. */
export const STATUS: Record<FailureCode, number> = {
  'invalid-input': 400,
  unauthenticated: 401,
  'unknown-code': 401,
  'too-many-attempts': 429,
  'role-refused': 403,
  'not-found': 404,
  'group-closed': 409,
  'board-locked': 409,
  'clusters-locked': 409,
  'symposium-closed': 409,
  sealed: 409,
  'walk-ins-refused': 403,
  'phase-unknown': 404,
  'cards-hidden': 409,
  'ballots-cast': 409,
  'reveal-running': 409,
  'nothing-to-reveal': 409,
  'ballot-open': 409,
  'ballot-closed': 409,
  'ballot-not-closed': 409,
  'not-entitled': 403,
  'unknown-option': 400,
  'over-budget': 400,
  'over-cap': 400,
  'paper-key-mismatch': 409,
  'not-author': 403,
  'title-missing': 409,
  'too-many-words': 409,
  'text-frozen': 409,
  'text-not-frozen': 409,
  'old-version': 409,
  'not-read-back': 409,
  'not-accepted': 409,
  'over-forward-limit': 409,
  'already-forwarded': 409,
  'not-authorised': 403,
  conflict: 409,
  'too-large': 413,
  'not-available': 501,
  unavailable: 503,
  'press-failed': 500,
  'storage-damaged': 503,
  internal: 500,
};
