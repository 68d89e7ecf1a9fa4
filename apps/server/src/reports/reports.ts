import type { GroupId } from '@rapport/domain/ids';
import type { Locale } from '@rapport/domain/languages';
import { projectRecord } from '@rapport/domain/projection';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { ReportFormat } from '@rapport/protocol/http';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import { allow, noSuchGroup } from '../groups/allow.ts';
import type { Logger } from '../logger.ts';
import { gatherRecord } from './gather-record.ts';
import type { Press } from './press.ts';
import { tryPress } from './try-press.ts';

/** A file to hand out. Its name tells the symposium, round and group, and nobody. */
export type ReportFile = { bytes: Uint8Array; mediaType: string; fileName: string };

export const MEDIA_TYPES = {
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const satisfies Record<ReportFormat, string>;

/** Writes the report of a group from what exists, at any phase; everything passes the one projection on its way out. */
export class Reports {
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

  /** The report as a file; for those who lead the group and its rapporteur, `not-found` for strangers. */
  async write(caller: Caller, groupId: GroupId, format: ReportFormat, language: Locale): Promise<Outcome<ReportFile>> {
    const allowed = await allow(this.#db.query, 'report.export', caller, groupId);
    if (!allowed.ok) return allowed;
    const gathered = await gatherRecord(this.#db, this.#documents, groupId);
    if (gathered === null) return noSuchGroup();
    const { record, slug, round } = gathered;
    const { status, number } = record.group;
    const state = status === 'open' ? 'interim' : 'final';
    const bytes = await tryPress(this.#logger, () => this.#press.file(projectRecord(record, 'file'), format, language));
    if (!bytes.ok) return bytes;
    return succeed({
      bytes: bytes.value,
      mediaType: MEDIA_TYPES[format],
      fileName: `${slug}-r${round}-g${String(number).padStart(2, '0')}-report-${state}.${format}`,
    });
  }
}
