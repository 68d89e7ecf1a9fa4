import type { SymposiumId } from '@rapport/domain/ids';
import type { Locale } from '@rapport/domain/languages';
import { projectSymposium } from '@rapport/domain/projection';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { ReportFormat } from '@rapport/protocol/http';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import { allowChair, noSuchPlenary } from '../plenary/role-in-plenary.ts';
import type { Press } from '../reports/press.ts';
import { MEDIA_TYPES, type ReportFile } from '../reports/reports.ts';
import { gatherSymposium } from './gather-symposium.ts';

/** Formats the options paper is written in. */
export const PAPER_FORMATS = ['docx', 'pdf', 'md', 'json'] as const satisfies readonly ReportFormat[];
export type PaperFormat = (typeof PAPER_FORMATS)[number];

const isWritten = (format: ReportFormat): format is PaperFormat => (PAPER_FORMATS as readonly string[]).includes(format);

/** Writes the options paper of a symposium from what exists; for who chairs, since it tells of all groups. */
export class OptionsPapers {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #press: Press;

  constructor(options: { db: Database; documents: Pick<Documents, 'read'>; press: Press }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#press = options.press;
  }

  async write(
    caller: Caller,
    symposiumId: SymposiumId,
    format: ReportFormat,
    language: Locale,
  ): Promise<Outcome<ReportFile>> {
    const chair = await allowChair(this.#db.query, caller, symposiumId);
    if (!chair.ok) return chair;
    if (!isWritten(format)) return fail('not-available', `The options paper is not written as ${format}.`, 'format');
    const gathered = await gatherSymposium(this.#db, this.#documents, symposiumId);
    if (gathered === null) return noSuchPlenary();
    const { record, slug } = gathered;
    const state = record.sealed ? 'final' : 'interim';
    return succeed({
      bytes: await this.#press.paper(projectSymposium(record), format, language),
      mediaType: MEDIA_TYPES[format],
      fileName: `${slug}-options-paper-${state}.${format}`,
    });
  }
}
