import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Logger } from '../logger.ts';
import type { Press } from './press.ts';
import type { SheetJob } from './press-worker.ts';

/** Whoever waits for a file is told that there is none; whoever runs the server is told where it failed. */
export const tryPress = async (logger: Logger, print: () => Promise<Uint8Array>): Promise<Outcome<Uint8Array>> => {
  try {
    return succeed(await print());
  } catch (fault) {
    logger.error({ err: fault }, 'a report could not be written');
    return fail('press-failed', 'The file could not be written. Another format may still be.', 'format');
  }
};

/** Prints sheets to be cut, filled in or handed round; they come in one format. */
export type PrintSheets = (job: SheetJob) => Promise<Outcome<Uint8Array<ArrayBuffer>>>;

export const sheetPrinter =
  (press: Press, logger: Logger): PrintSheets =>
  async (job) => {
    try {
      return succeed(await press.sheets(job));
    } catch (fault) {
      logger.error({ err: fault, sheets: job.kind }, 'sheets could not be printed');
      return fail('press-failed', 'The sheets could not be printed. Try again in a moment.');
    }
  };
