import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Logger } from '../logger.ts';
import type { Press } from './press.ts';
import type { SheetJob } from './press-worker.ts';

/** What is said when the press fails: `log` to whoever runs the server, `words` to whoever waits. */
type Refusal = { log: string; words: string; field?: string };

const NO_FILE: Refusal = {
  log: 'a report could not be written',
  words: 'The file could not be written. Another format may still be.',
  field: 'format',
};

/** Whoever waits for a file is told that there is none; whoever runs the server is told where it failed. */
export const tryPress = async <T>(
  logger: Logger,
  print: () => Promise<T>,
  { log, words, field }: Refusal = NO_FILE,
): Promise<Outcome<T>> => {
  try {
    return succeed(await print());
  } catch (fault) {
    logger.error({ err: fault }, log);
    return fail('press-failed', words, field);
  }
};

/** Prints sheets to be cut, filled in or handed round; they come in one format. */
export type PrintSheets = (job: SheetJob) => Promise<Outcome<Uint8Array<ArrayBuffer>>>;

export const sheetPrinter =
  (press: Press, logger: Logger): PrintSheets =>
  (job) =>
    tryPress(logger, () => press.sheets(job), {
      log: `sheets could not be printed: ${job.kind}`,
      words: 'The sheets could not be printed. Try again in a moment.',
    });
