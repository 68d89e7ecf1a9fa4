import type { OptionId, SymposiumId } from '@rapport/domain/ids';
import { isRegistered, type OptionText } from '@rapport/domain/options';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { Database } from '../db/database.ts';
import { readSaid, type Said } from '../options/read-group-options.ts';
import { ancestorsOf, countGroups, type Descent } from './lineage.ts';
import { NO_VERDICT, readVerdicts } from './read-verdicts.ts';

type Sponsor = RegisterEntry['sponsors'][number];

/**
 * Who signed this text, and, suspended, who signed what it grew out of: a change of the text suspends a signature until
 * it is given anew. A delegation stands once.
 */
const gatherSponsors = (own: readonly Sponsor[], earlier: readonly Sponsor[]): Sponsor[] => {
  const all = new Map(earlier.map((sponsor) => [sponsor.delegation, { ...sponsor, suspended: true }]));
  for (const sponsor of own) all.set(sponsor.delegation, sponsor);
  return [...all.values()].toSorted((one, other) => (one.delegation < other.delegation ? -1 : 1));
};

/**
 * The register of a symposium in the order of report-backs: by round, group and number, those of the plenary last. Texts
 * are the newest frozen versions. Nobody's name is in it but those of delegations that signed.
 */
export const readRegister = async (query: Database['query'], symposiumId: SymposiumId): Promise<RegisterEntry[]> => {
  const rows = await query
    .selectFrom('option')
    .leftJoin('group', 'group.id', 'option.group_id')
    .leftJoin('round', 'round.id', 'group.round_id')
    .select(['option.id', 'option.code', 'option.number', 'option.state', 'option.version', 'option.interest_kept'])
    .select(['group.id as groupId', 'group.number as groupNumber', 'group.name as groupName', 'round.number as round'])
    .where('option.symposium_id', '=', symposiumId)
    .execute();
  const parents = await query
    .selectFrom('option_parent')
    .innerJoin('option', 'option.id', 'option_parent.option_id')
    .select(['option_parent.option_id', 'option_parent.parent_id'])
    .where('option.symposium_id', '=', symposiumId)
    .execute();
  const versions = await query
    .selectFrom('option_version')
    .innerJoin('option', (join) =>
      join.onRef('option.id', '=', 'option_version.option_id').onRef('option.version', '=', 'option_version.number'),
    )
    .select(['option.id', 'option_version.title', 'option_version.text', 'option_version.rationale'])
    .select(['option_version.actors', 'option_version.resources', 'option_version.horizon'])
    .where('option.symposium_id', '=', symposiumId)
    .execute();
  const groups = await query
    .selectFrom('group')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('symposium_id', '=', symposiumId)
    .executeTakeFirstOrThrow();
  const texts = new Map(versions.map(({ id, ...text }): [OptionId, OptionText] => [id, text]));
  const parentsOf = Map.groupBy(parents, (row) => row.option_id);
  const descents = new Map(
    rows.map(({ id, groupId }): [OptionId, Descent] => [
      id,
      { id, groupId, parents: (parentsOf.get(id) ?? []).map((row) => row.parent_id) },
    ]),
  );
  const said = await readSaid(query, rows);
  const verdicts = await readVerdicts(query, symposiumId, texts);
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  const saidOf = (id: OptionId): Said => {
    const about = said.get(id);
    if (about === undefined) throw new Error('an option was read and what is said of it was not');
    return about;
  };
  const inOrder = rows
    .filter(({ state }) => isRegistered(state))
    .toSorted(
      (one, other) =>
        (one.round ?? Infinity) - (other.round ?? Infinity) ||
        (one.groupNumber ?? Infinity) - (other.groupNumber ?? Infinity) ||
        one.number - other.number,
    );
  return inOrder.flatMap((row): RegisterEntry[] => {
    const text = texts.get(row.id);
    if (text === undefined || row.version === null) return [];
    const about = saidOf(row.id);
    const ancestors = ancestorsOf(row.id, descents)
      .map((id) => ({ code: codes.get(id) ?? '', about: saidOf(id) }))
      .toSorted((one, other) => (one.code < other.code ? -1 : 1));
    const sponsors = gatherSponsors(
      about.sponsors,
      ancestors.flatMap((one) => one.about.sponsors),
    );
    return [
      {
        id: row.id,
        code: row.code,
        state: row.state,
        group:
          row.groupId === null || row.groupNumber === null || row.groupName === null || row.round === null
            ? null
            : { id: row.groupId, number: row.groupNumber, name: row.groupName, round: row.round },
        version: row.version,
        text,
        parents: (parentsOf.get(row.id) ?? [])
          .map(({ parent_id: id }) => ({ id, code: codes.get(id) ?? '' }))
          .toSorted((one, other) => (one.code < other.code ? -1 : 1)),
        convergence: { groups: countGroups(row.id, descents), of: Number(groups.count) },
        reservations: about.reservations.map(({ kind, text: words }) => ({ kind, text: words })),
        carried: ancestors.flatMap((one) =>
          one.about.reservations.map(({ kind, text: words }) => ({ code: one.code, kind, text: words })),
        ),
        sponsors,
        crossBloc: about.crossBloc,
        interest: about.interest,
        ...(verdicts.get(row.id) ?? NO_VERDICT),
      },
    ];
  });
};
