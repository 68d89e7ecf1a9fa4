import { blocShape } from '@rapport/domain/blocs';
import { Locale } from '@rapport/domain/languages';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { BadgeOrder } from '@rapport/protocol/http';
import type { BadgeRun } from '@rapport/report/sheets/badge-sheet';
import type { Database } from '../db/database.ts';
import type { PrintSheets } from '../reports/try-press.ts';
import { readSymposium } from './symposia.ts';

/** The language of a seat as far as badges speak it. */
const localeOf = (tags: readonly string[]): Locale => {
  for (const tag of tags) {
    const known = Locale.safeParse(tag.toLowerCase().split('-')[0]);
    if (known.success) return known.data;
  }
  return 'en';
};

/** Prints everybody's badge or table tent. Only organisers come here; names, codes and links are in the file. */
export class Badges {
  readonly #db: Database;
  readonly #printSheets: PrintSheets;

  constructor({ db, printSheets }: { db: Database; printSheets: PrintSheets }) {
    this.#db = db;
    this.#printSheets = printSheets;
  }

  /** A PDF, sorted as a registration desk looks people up: by delegation, then by name. */
  async print(
    idOrSlug: string,
    order: BadgeOrder,
    baseAddress: string,
  ): Promise<Outcome<{ bytes: Uint8Array<ArrayBuffer>; fileName: string }>> {
    const symposium = await readSymposium(this.#db.query, idOrSlug);
    if (symposium === null) return fail('not-found', 'There is no such symposium.');
    const seats = await this.#db.query
      .selectFrom('seat')
      .select(['id', 'display_name', 'delegation', 'bloc', 'language', 'join_code', 'badge_code'])
      .where('symposium_id', '=', symposium.id)
      .execute();
    if (seats.length === 0) return fail('conflict', 'Import a roster first: there is nobody to print a badge for.');
    const places = symposium.rounds.flatMap(({ groups }, index) =>
      groups.flatMap(({ number, name, seats: members }) =>
        members.map(({ id, role }) => ({ id, place: { round: index + 1, group: number, groupName: name, role } })),
      ),
    );
    const placesOf = Map.groupBy(places, ({ id }) => id);
    const { compare } = new Intl.Collator(order.lang);
    const run: BadgeRun = {
      form: order.form,
      language: order.lang,
      symposium,
      host: baseAddress.replace(/^https?:\/\//, ''),
      wifi: order.wifi ?? null,
      seats: seats
        .toSorted(
          (one, other) => compare(one.delegation, other.delegation) || compare(one.display_name, other.display_name),
        )
        .map((seat) => {
          const bloc = symposium.blocs.find(({ id }) => id === seat.bloc);
          const shape = blocShape(symposium.blocs, seat.bloc);
          return {
            name: seat.display_name,
            delegation: seat.delegation,
            bloc: bloc === undefined || shape === null ? null : { name: bloc.name, shape },
            language: localeOf([seat.language, ...symposium.languages]),
            places: (placesOf.get(seat.id) ?? []).map(({ place }) => place),
            code: seat.join_code,
            link: `${baseAddress}/j/${seat.badge_code}`,
          };
        }),
    };
    const printed = await this.#printSheets({ kind: 'badges', run });
    if (!printed.ok) return printed;
    return succeed({
      bytes: printed.value,
      fileName: `${symposium.slug}-${order.form}.pdf`,
    });
  }
}
