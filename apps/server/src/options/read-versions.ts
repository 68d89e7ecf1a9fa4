import type { OptionId } from '@rapport/domain/ids';
import type { FrozenVersion } from '@rapport/protocol/options';
import type { Database } from '../db/database.ts';

/** All frozen versions of these options, of each the first first. */
export const readVersions = async (
  query: Database['query'],
  options: readonly OptionId[],
): Promise<Map<OptionId, FrozenVersion[]>> => {
  if (options.length === 0) return new Map();
  const rows = await query
    .selectFrom('option_version')
    .selectAll()
    .where('option_id', 'in', options)
    .orderBy('number')
    .execute();
  const versions = new Map<OptionId, FrozenVersion[]>();
  for (const { option_id: optionId, number, hash, ...text } of rows) {
    versions.set(optionId, [...(versions.get(optionId) ?? []), { number, hash, text }]);
  }
  return versions;
};
