import type { SeatId } from '@rapport/domain/ids';
import type { Clock } from './clock.ts';

/** A seat stays present this long after its last connection ended, ms. */
const PRESENT_FOR_MS = 60_000;

type Stay = { connections: number; /** When the last connection ended, ms. */ leftAt: number };

/**
 * Which seats are in which room: connected within the last 60 s. Lives in memory and survives nothing; a role is data
 * and is never lost with a connection.
 */
export class Attendance<Room> {
  readonly #clock: Clock;
  readonly #rooms = new Map<Room, Map<SeatId, Stay>>();
  readonly #onChange: (room: Room) => void;

  constructor(options: {
    clock: Clock;
    /** Somebody came who was not there, or is there no longer. */ onChange: (room: Room) => void;
  }) {
    this.#clock = options.clock;
    this.#onChange = options.onChange;
  }

  /** A connection of a seat; returns how to end it, once. */
  enter(room: Room, seatId: SeatId): () => void {
    let seats = this.#rooms.get(room);
    if (seats === undefined) this.#rooms.set(room, (seats = new Map()));
    const known = seats.get(seatId);
    const stay = known ?? { connections: 0, leftAt: 0 };
    seats.set(seatId, stay);
    stay.connections += 1;
    if (known === undefined) this.#onChange(room);
    let entered = true;
    return () => {
      if (!entered) return;
      entered = false;
      this.#leave(room, seatId, stay);
    };
  }

  isPresent(room: Room, seatId: SeatId): boolean {
    const stay = this.#rooms.get(room)?.get(seatId);
    return stay !== undefined && (stay.connections > 0 || this.#clock.now() - stay.leftAt < PRESENT_FOR_MS);
  }

  #leave(room: Room, seatId: SeatId, stay: Stay): void {
    stay.connections -= 1;
    if (stay.connections > 0) return;
    stay.leftAt = this.#clock.now();
    this.#clock.after(PRESENT_FOR_MS, () => {
      const seats = this.#rooms.get(room);
      if (seats?.get(seatId) !== stay || this.isPresent(room, seatId)) return;
      seats.delete(seatId);
      if (seats.size === 0) this.#rooms.delete(room);
      this.#onChange(room);
    });
  }
}
