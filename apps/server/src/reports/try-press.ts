import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Logger } from '../logger.ts';

/** Whoever waits for a file is told that there is none; whoever runs the server is told where it failed. */
export const tryPress = async (logger: Logger, print: () => Promise<Uint8Array>): Promise<Outcome<Uint8Array>> => {
  try {
    return succeed(await print());
  } catch (fault) {
    logger.error({ err: fault }, 'a report could not be written');
    return fail('press-failed', 'The file could not be written. Another format may still be.', 'format');
  }
};
