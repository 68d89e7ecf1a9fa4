import { createHash } from 'node:crypto';
import type { GroupId, SymposiumId } from '@rapport/domain/ids';
import type { LocalisedText } from '@rapport/domain/languages';
import type { SealManifest, SealObstacle } from '@rapport/protocol/seal';
import type { Database } from '../db/database.ts';
import { readPlenaryRow } from '../plenary/plenary-row.ts';
import { version } from '../version.ts';

type Query = Database['query'];

export type SealedGroup = {
  id: GroupId;
  /** `R1-G07`, as in the codes of its options. */
  code: string;
  name: string;
  status: 'open' | 'closed';
  attribution: SealManifest['groups'][number]['attribution'];
  version: number;
};

/** In the order of report-backs. */
export const readSealedGroups = async (query: Query, symposiumId: SymposiumId): Promise<SealedGroup[]> => {
  const rows = await query
    .selectFrom('group')
    .innerJoin('round', 'round.id', 'group.round_id')
    .select(['group.id', 'group.number', 'group.name', 'group.status', 'group.attribution', 'group.version'])
    .select('round.number as round')
    .where('group.symposium_id', '=', symposiumId)
    .execute();
  return rows
    .toSorted((one, other) => one.round - other.round || one.number - other.number)
    .map(({ round, number, ...group }) => ({ ...group, code: `R${round}-G${String(number).padStart(2, '0')}` }));
};

/** What stands in the way: sessions that are not over, and what they still have to destroy. */
export const readObstacles = async (query: Query, symposiumId: SymposiumId): Promise<SealObstacle[]> => {
  const groups = await readSealedGroups(query, symposiumId);
  const notes = await query.selectFrom('setting').select('name').where('name', 'like', 'purge.%').execute();
  const closing = new Set(notes.map(({ name }) => name.slice('purge.'.length)));
  const { status } = await readPlenaryRow(query, symposiumId);
  return [
    ...(groups.length === 0 ? [{ kind: 'nothing-to-seal' } as const] : []),
    ...groups.flatMap(({ id, code, name, status: open }): SealObstacle[] => {
      if (open === 'open') return [{ kind: 'group-open', groupId: id, code, name }];
      return closing.has(id) ? [{ kind: 'group-closing', groupId: id, code, name }] : [];
    }),
    ...(status === 'open' ? [{ kind: 'plenary-open' } as const] : []),
  ];
};

/** SHA-256 in hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The manifest of files that are all written, as the text that is kept and handed out. */
export const composeManifest = async (query: Query, symposiumId: SymposiumId, sealedAt: string): Promise<string> => {
  const symposium = await query
    .selectFrom('symposium')
    .select(['title', 'starts_on', 'chatham_house', 'marking'])
    .where('id', '=', symposiumId)
    .executeTakeFirstOrThrow();
  const groups = await readSealedGroups(query, symposiumId);
  const codeOf = new Map(groups.map(({ id, code }) => [id, code]));
  const files = await query
    .selectFrom('seal_file')
    .select(['path', 'size', 'sha256'])
    .where('symposium_id', '=', symposiumId)
    .execute();
  const versions = await query
    .selectFrom('option_version')
    .innerJoin('option', 'option.id', 'option_version.option_id')
    .select(['option.code', 'option.state', 'option_version.number', 'option_version.hash'])
    .where('option.symposium_id', '=', symposiumId)
    .orderBy('option_version.number')
    .execute();
  const purges = await query
    .selectFrom('purge')
    .leftJoin('group', 'group.id', 'purge.group_id')
    .select(['purge.group_id', 'purge.what', 'purge.count', 'purge.at'])
    .where((eb) => eb.or([eb('group.symposium_id', '=', symposiumId), eb('purge.symposium_id', '=', symposiumId)]))
    .orderBy('purge.id')
    .execute();
  const manifest: SealManifest = {
    schema: 'rapport.seal/1',
    product: { name: 'Rapport', version },
    symposium: {
      title: symposium.title,
      startsOn: symposium.starts_on,
      chathamHouse: symposium.chatham_house === 1,
      marking: JSON.parse(symposium.marking) as LocalisedText,
    },
    sealedAt,
    groups: groups.map(({ code, name, attribution, version: report }) => ({
      code,
      name,
      attribution,
      version: report,
    })),
    files: byText(files, ({ path }) => path),
    options: byText([...Map.groupBy(versions, ({ code }) => code)], ([code]) => code).map(([code, all]) => ({
      code,
      state: all[0]?.state ?? 'draft',
      versions: all.map(({ number, hash }) => ({ number, hash })),
    })),
    purges: byText(
      purges.map(({ group_id: id, what, count, at }) => ({
        group: id === null ? null : (codeOf.get(id) ?? ''),
        what,
        count,
        on: at.slice(0, 10),
      })),
      // The plenary's come last, as it did.
      ({ group }) => group ?? '\uffff',
    ),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
};

/** By code units, whichever database has read them. */
const byText = <T>(items: readonly T[], textOf: (item: T) => string): T[] =>
  items.toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : textOf(one) > textOf(other) ? 1 : 0));

/** The bytes of a file as they were sealed, by its path in the archive; null when it was not, or is not yet. */
export const readSealedFile = async (
  query: Query,
  symposiumId: SymposiumId,
  path: string,
): Promise<Uint8Array | null> => {
  const row = await query
    .selectFrom('seal_file')
    .select('bytes')
    .where('symposium_id', '=', symposiumId)
    .where('path', '=', path)
    .executeTakeFirst();
  return row?.bytes ?? null;
};
