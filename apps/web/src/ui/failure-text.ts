import type { Failure } from '@rapport/protocol/failures';
import type { Translate } from '../messages/use-t.ts';

/** What was refused or went wrong, and what to do, in the interface's language. */
export const failureText = (t: Translate, failure: Failure): string => t(`failure.${failure.code}`);
