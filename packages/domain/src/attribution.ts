import { z } from 'zod';

/** What may be known about who wrote or said something (docs/method.md §4). */
export const Attribution = z.enum(['named', 'bloc', 'non-attributed', 'sealed']);
export type Attribution = z.infer<typeof Attribution>;

/** From most to least disclosure. */
const DISCLOSURE: readonly Attribution[] = ['named', 'bloc', 'non-attributed', 'sealed'];

/** True when going from one mode to the other tells less, so that it may touch what there is (A2). */
export const tellsLess = (from: Attribution, to: Attribution): boolean =>
  DISCLOSURE.indexOf(to) > DISCLOSURE.indexOf(from);

/** Of two modes the one that tells less: a promise once given is never widened (A2). */
export const leastTelling = (one: Attribution, other: Attribution): Attribution =>
  tellsLess(one, other) ? other : one;

/** Whether a link between author and card is kept on the server after the reveal. */
export const keepsAuthorship = (mode: Attribution): boolean => mode !== 'sealed';

/** Whether links and the drafts they came from are destroyed when a group's session closes, if not before (A3). */
export const purgesAtClose = (mode: Attribution): boolean => mode === 'non-attributed' || mode === 'sealed';

/** Whether names may stand on cursors. */
export const namesCursors = (mode: Attribution): boolean => mode === 'named';
