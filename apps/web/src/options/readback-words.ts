import type { GroupOption } from '@rapport/protocol/options';
import type { Translate } from '../messages/use-t.ts';

/** How many accept and how many object. */
export const readbackCounts = (
  t: Translate,
  { accepted, objected }: Pick<NonNullable<GroupOption['readback']>, 'accepted' | 'objected'>,
): string => t('options.readback.counts', { accepted, objected });
