import { z } from 'zod';

/** What a seat is in one group. A role is assigned data: losing a connection never loses it. */
export const GroupRole = z.enum(['facilitator', 'cofacilitator', 'rapporteur', 'participant', 'observer']);
export type GroupRole = z.infer<typeof GroupRole>;

/** What a seat's line on the roster says; `organiser` gives no rights until an organiser confirms it. */
export const RosterRole = z.enum(['organiser', 'facilitator', 'rapporteur', 'participant', 'observer']);
export type RosterRole = z.infer<typeof RosterRole>;

/** Who calls: an organiser holds the key, everybody else sits on a seat. */
export const CallerRole = z.enum(['organiser', ...GroupRole.options]);
export type CallerRole = z.infer<typeof CallerRole>;

/** Leads a group: moves phases, reveals, locks, opens and closes ballots. */
export const leads = (role: CallerRole): boolean =>
  role === 'organiser' || role === 'facilitator' || role === 'cofacilitator';

/** Votes unless the organiser says otherwise (§5: facilitator, rapporteur and observer are not entitled). */
export const votes = (role: CallerRole): boolean => role === 'participant';

/** May change the board, writing own cards included. */
export const writes = (role: CallerRole): boolean => role !== 'observer';
