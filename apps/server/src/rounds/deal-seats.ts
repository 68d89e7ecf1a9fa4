import type { GroupRole, RosterRole } from '@rapport/domain/roles';
import type { SeatId } from '@rapport/domain/ids';

export type DealtSeat = { id: SeatId; bloc: string; delegation: string; rosterRole: RosterRole };
export type DealtGroup = { number: number; seats: { id: SeatId; role: GroupRole }[] };

/** Mulberry32: small, seeded, the same everywhere. */
const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const shuffle = <T>(items: readonly T[], random: () => number): T[] => {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
};

/**
 * Deals seats to `count` groups like cards: by role, then bloc, then delegation, one group after the other, so that
 * sizes differ by one at most, every group gets its share of each bloc and delegations are spread. The same seed gives
 * the same groups. Organisers are not dealt.
 */
export const dealSeats = (seats: readonly DealtSeat[], count: number, seed: number): DealtGroup[] => {
  const random = seededRandom(seed);
  const groups: DealtGroup[] = Array.from({ length: count }, (_, index) => ({ number: index + 1, seats: [] }));
  const order = (role: RosterRole): DealtSeat[] =>
    shuffle(
      seats.filter((seat) => seat.rosterRole === role),
      random,
    ).toSorted((one, other) => one.bloc.localeCompare(other.bloc) || one.delegation.localeCompare(other.delegation));
  let turn = 0;
  for (const role of ['facilitator', 'rapporteur', 'participant', 'observer'] as const) {
    for (const seat of order(role)) {
      const group = groups[turn % count];
      turn += 1;
      if (group === undefined) continue;
      const taken = group.seats.some((one) => one.role === role);
      group.seats.push({ id: seat.id, role: role === 'facilitator' && taken ? 'cofacilitator' : role });
    }
  }
  return groups;
};
