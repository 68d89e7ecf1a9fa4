import { writeCsv } from '@rapport/domain/csv-cells';
import type { SymposiumId } from '@rapport/domain/ids';
import type { Database } from '../db/database.ts';

const HEADER = ['participant_id', 'display_name', 'group', 'role', 'join_code', 'link'];

/** The list an organiser prints badges from. The only file that holds codes. */
export class JoinCodes {
  readonly #db: Database;

  constructor({ db }: { db: Database }) {
    this.#db = db;
  }

  /** One line a seat; `group` is the number of its group in the latest round that has it, empty when in none. */
  async write(symposiumId: SymposiumId, baseAddress: string): Promise<string> {
    const seats = await this.#db.query
      .selectFrom('seat')
      .select(['id', 'participant_id', 'display_name', 'roster_role', 'join_code', 'badge_code'])
      .where('symposium_id', '=', symposiumId)
      .execute();
    const places = await this.#db.query
      .selectFrom('group_seat')
      .innerJoin('group', 'group.id', 'group_seat.group_id')
      .innerJoin('round', 'round.id', 'group.round_id')
      .select(['group_seat.seat_id', 'group_seat.role', 'group.number'])
      .where('group.symposium_id', '=', symposiumId)
      .orderBy('round.number')
      .execute();
    const placeOf = new Map(places.map((place) => [place.seat_id, place]));
    const rows = seats
      .map((seat) => {
        const place = placeOf.get(seat.id);
        return {
          group: place?.number ?? Number.POSITIVE_INFINITY,
          cells: [
            seat.participant_id ?? '',
            seat.display_name,
            place === undefined ? '' : String(place.number),
            place?.role ?? seat.roster_role,
            seat.join_code,
            `${baseAddress}/j/${seat.badge_code}`,
          ],
        };
      })
      .toSorted(
        (one, other) =>
          (one.group === other.group ? 0 : one.group - other.group) ||
          (one.cells[0] ?? '').localeCompare(other.cells[0] ?? '', 'en', { numeric: true }) ||
          (one.cells[1] ?? '').localeCompare(other.cells[1] ?? '', 'en'),
      );
    return writeCsv([HEADER, ...rows.map((row) => row.cells)]);
  }
}
