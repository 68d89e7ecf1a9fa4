import type { SymposiumId } from '@rapport/domain/ids';
import type { Locale } from '@rapport/domain/languages';
import { projectSymposium } from '@rapport/domain/projection';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { ReportFormat } from '@rapport/protocol/http';
import { PAPER_PAGES_AT_ONCE, type PaperPages } from '@rapport/protocol/report';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Logger } from '../logger.ts';
import { allowChair, noSuchPlenary } from '../plenary/role-in-plenary.ts';
import { hashPages } from '../reports/hash-pages.ts';
import type { Press } from '../reports/press.ts';
import { MEDIA_TYPES, type ReportFile } from '../reports/reports.ts';
import { tryPress } from '../reports/try-press.ts';
import { readSealedFile } from '../seals/seal-facts.ts';
import { gatherSymposium } from './gather-symposium.ts';

/** Where the options paper lies in a seal; JSON is the same in every language. */
export const paperPath = (format: ReportFormat, language: Locale): string =>
  `options-paper/options-paper.${format === 'json' ? '' : `${language}.`}${format}`;

/** Writes the options paper of a symposium from what exists; for who chairs, since it tells of all groups. */
export class OptionsPapers {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #press: Press;
  readonly #logger: Logger;

  constructor(options: { db: Database; documents: Pick<Documents, 'read'>; press: Press; logger: Logger }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#press = options.press;
    this.#logger = options.logger;
  }

  async write(
    caller: Caller,
    symposiumId: SymposiumId,
    format: ReportFormat,
    language: Locale,
  ): Promise<Outcome<ReportFile>> {
    const chair = await allowChair(this.#db.query, caller, symposiumId);
    if (!chair.ok) return chair;
    const gathered = await gatherSymposium(this.#db, this.#documents, symposiumId);
    if (gathered === null) return noSuchPlenary();
    const { record, slug } = gathered;
    const state = record.sealed ? 'final' : 'interim';
    const kept = record.sealed ? await readSealedFile(this.#db.query, symposiumId, paperPath(format, language)) : null;
    // What was sealed is handed out as it is, whatever this version would write.
    const bytes =
      kept === null
        ? await tryPress(this.#logger, () => this.#press.paper(projectSymposium(record), format, language))
        : succeed(kept);
    if (!bytes.ok) return bytes;
    return succeed({
      bytes: bytes.value,
      mediaType: MEDIA_TYPES[format],
      fileName: `${slug}-options-paper-${state}.${format}`,
    });
  }

  /** Pages as a PDF of this moment would show them, from `first` on; of those in `known` the picture is left out. */
  async pages(
    caller: Caller,
    symposiumId: SymposiumId,
    language: Locale,
    { first, known }: { first: number; known: ReadonlySet<string> },
  ): Promise<Outcome<PaperPages>> {
    const chair = await allowChair(this.#db.query, caller, symposiumId);
    if (!chair.ok) return chair;
    const gathered = await gatherSymposium(this.#db, this.#documents, symposiumId);
    if (gathered === null) return noSuchPlenary();
    const record = projectSymposium(gathered.record);
    const run = await tryPress(
      this.#logger,
      () => this.#press.paperPages({ record, language, first, most: PAPER_PAGES_AT_ONCE }),
      {
        log: 'the pages of an options paper could not be set',
        words: 'The pages could not be set. The paper can still be downloaded in other formats.',
      },
    );
    return run.ok ? succeed({ ...run.value, pages: hashPages(run.value.pages, known) }) : run;
  }
}
