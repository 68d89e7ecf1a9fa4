import { leads, type CallerRole, type GroupRole } from './roles.ts';

/**
 * Whether `by` may turn a seat of its group from one role into another. Organisers give every role. Whoever leads names
 * co-facilitators among the participants and takes that back; a facilitator hands the group over to a co-facilitator,
 * and a co-facilitator can always take it over. `self`: the seat is the caller's own.
 */
export const mayAssign = (by: CallerRole, from: GroupRole, to: GroupRole, self: boolean): boolean => {
  if (by === 'organiser') return true;
  if (!leads(by)) return false;
  switch (to) {
    case 'facilitator':
      return from === 'cofacilitator' && (by === 'facilitator' || self);
    case 'cofacilitator':
      return from === 'participant';
    case 'participant':
      return from === 'cofacilitator' && (by === 'facilitator' || self);
    case 'rapporteur':
    case 'observer':
      return false;
  }
};

/** What whoever held a role becomes when another seat is given it; null where several may hold it. */
export const stepsDownTo = (role: GroupRole): GroupRole | null => {
  switch (role) {
    case 'facilitator':
      return 'cofacilitator';
    case 'rapporteur':
      return 'participant';
    case 'cofacilitator':
    case 'participant':
    case 'observer':
      return null;
  }
};
