import type { Attribution } from '@rapport/domain/attribution';
import type { Translate } from '../messages/use-t.ts';

/** What may be known about who wrote something, in plain words, to read before going in. */
export const attributionText = (t: Translate, mode: Attribution): string => t(`shell.attribution.${mode}`);
