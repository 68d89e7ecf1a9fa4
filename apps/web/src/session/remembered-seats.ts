import type { SignedIn } from '@rapport/protocol/http';

/** A seat somebody took in this browser. It opens nothing by itself: the secret stays in the tab's HttpOnly cookie. */
export type RememberedSeat = {
  tab: string;
  /** Null for an organiser. */
  seatId: string | null;
  displayName: string | null;
  groupIds: string[];
};

const KEY = 'rapport.seats';

const isText = (value: unknown): value is string => typeof value === 'string';

const isSeat = (value: unknown): value is RememberedSeat => {
  if (typeof value !== 'object' || value === null) return false;
  const { tab, seatId, displayName, groupIds } = value as Record<keyof RememberedSeat, unknown>;
  return (
    isText(tab) &&
    (seatId === null || isText(seatId)) &&
    (displayName === null || isText(displayName)) &&
    Array.isArray(groupIds) &&
    groupIds.every(isText)
  );
};

export const readSeats = (): RememberedSeat[] => {
  try {
    const seats: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(seats) && seats.every(isSeat) ? seats : [];
  } catch {
    return [];
  }
};

const write = (seats: RememberedSeat[]): void => localStorage.setItem(KEY, JSON.stringify(seats));

/** A seat is kept once: signing in again replaces the earlier tab's name. */
export const rememberSeat = (session: Pick<SignedIn, 'tab' | 'seat' | 'groups'>): void =>
  write([
    ...readSeats().filter((one) => one.seatId !== (session.seat?.id ?? null)),
    {
      tab: session.tab,
      seatId: session.seat?.id ?? null,
      displayName: session.seat?.displayName ?? null,
      groupIds: session.groups.map((group) => group.id),
    },
  ]);

export const forgetSeat = (tab: string): void => write(readSeats().filter((one) => one.tab !== tab));

/** Where somebody stands who has to say which seat is theirs. */
export type Place = 'front-door' | 'lobby' | 'organise' | `group ${string}`;

/** The remembered seats that lead on from a place; an organiser may open any group. */
export const seatsFor = (place: Place): RememberedSeat[] => {
  const seats = readSeats();
  const isOrganiser = (seat: RememberedSeat): boolean => seat.seatId === null;
  switch (place) {
    case 'front-door':
      return seats;
    case 'lobby':
      return seats.filter((seat) => !isOrganiser(seat));
    case 'organise':
      return seats.filter(isOrganiser);
    default: {
      const groupId = place.slice('group '.length);
      return seats.filter((seat) => isOrganiser(seat) || seat.groupIds.includes(groupId));
    }
  }
};
