import type { BoardOption } from '@rapport/board/read-options';
import type { GroupId } from '@rapport/domain/ids';
import type { OptionRecord, OptionText } from '@rapport/domain/options';
import type { Transaction } from '../db/database.ts';
import { readSaid } from './read-group-options.ts';
import { readVersions } from './read-versions.ts';

/** A record whose text may still be on the board alone. */
type StoredRecord = Omit<OptionRecord, 'text'>;

/** The options of a group as files show them, in the order of their numbers, as far as rows know them. */
export const readOptionRecords = async (tx: Transaction, groupId: GroupId): Promise<StoredRecord[]> => {
  const options = await tx
    .selectFrom('option')
    .select(['id', 'code', 'state', 'version', 'interest_kept', 'symposium_id'])
    .where('group_id', '=', groupId)
    .orderBy('number')
    .execute();
  const [first] = options;
  if (first === undefined) return [];
  const ids = options.map(({ id }) => id);
  const sources = await tx
    .selectFrom('option_source')
    .select(['option_id', 'kind', 'title'])
    .where('option_id', 'in', ids)
    .orderBy('position')
    .execute();
  const groups = await tx.selectFrom('group').select('id').where('symposium_id', '=', first.symposium_id).execute();
  const said = await readSaid(tx, options);
  const versions = await readVersions(tx, ids);
  return options.map(({ id, code, state, version }) => {
    const about = said.get(id);
    if (about === undefined) throw new Error('an option was read and what is said of it was not');
    const own = sources.filter((source) => source.option_id === id);
    const frozen = versions.get(id) ?? [];
    const newest = frozen.find(({ number }) => number === version);
    return {
      id,
      code,
      state,
      version: newest === undefined ? null : { number: newest.number, hash: newest.hash },
      lineage: {
        cards: own.filter(({ kind }) => kind === 'card').length,
        clusters: own.filter(({ kind }) => kind === 'cluster').map(({ title }) => title),
        parents: [],
      },
      convergence: { groups: 1, of: groups.length },
      reservations: about.reservations.map(({ kind, text }) => ({ kind, text })),
      readback:
        about.readback === null
          ? null
          : {
              accepted: about.readback.accepted,
              objected: about.readback.objected,
              reasons: about.readback.reasons,
            },
      sponsors: about.sponsors,
      crossBloc: about.crossBloc,
      interest: about.interest,
      versions: frozen,
    };
  });
};

const EMPTY: OptionText = { title: '', text: '', rationale: '', actors: '', resources: '', horizon: '' };

/** Adds the texts: of the newest version, else as it stands on the board. */
export const withTexts = (records: readonly StoredRecord[], live: readonly BoardOption[]): OptionRecord[] => {
  const liveOf = new Map(live.map(({ id, ...text }) => [id, text]));
  return records.map((record) => ({
    ...record,
    text: record.versions.at(-1)?.text ?? liveOf.get(record.id) ?? EMPTY,
  }));
};
