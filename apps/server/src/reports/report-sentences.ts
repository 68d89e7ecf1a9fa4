import { bringInSentences, freshSentences, prefillReport, translateSentences } from '@rapport/board/make-sentences';
import { readReport } from '@rapport/board/read-report';
import { reportDocument } from '@rapport/domain/document-id';
import type { ProjectedRecord } from '@rapport/domain/group-record';
import type { GroupId } from '@rapport/domain/ids';
import { Locale } from '@rapport/domain/languages';
import { projectRecord } from '@rapport/domain/projection';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { ReportState } from '@rapport/protocol/report';
import { suggestSentences } from '@rapport/report/suggest-sentences';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import { allow, noSuchGroup } from '../groups/allow.ts';
import { gatherRecord } from './gather-record.ts';

/**
 * The sentences the product writes into a group's report: once when somebody first opens it, later only when asked.
 * What people have written is never touched. Each change is one transaction of the server's in the document, which sees
 * what is in it then, so of two who ask at once one finds the work done.
 */
export class ReportSentences {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read' | 'edit'>;

  constructor(options: { db: Database; documents: Pick<Documents, 'read' | 'edit'> }) {
    this.#db = options.db;
    this.#documents = options.documents;
  }

  /** What follows from the results now; for those who may write the report, also of a closed session. */
  async read(caller: Caller, groupId: GroupId): Promise<Outcome<ReportState>> {
    const allowed = await allow(this.#db.query, 'report.export', caller, groupId);
    return allowed.ok ? this.#state(groupId) : allowed;
  }

  /** Writes the first sentences if nobody has opened this report before. */
  open(caller: Caller, groupId: GroupId, language: Locale): Promise<Outcome<ReportState>> {
    return this.#change(caller, groupId, (doc, record) => {
      prefillReport(doc, language, suggestSentences(record, language), 'server');
    });
  }

  /**
   * Adds what follows from the results and was never offered, in the wanted language; in another one than before,
   * sentences nobody has edited change with it.
   */
  bringIn(caller: Caller, groupId: GroupId, language: Locale): Promise<Outcome<ReportState>> {
    return this.#change(caller, groupId, (doc, record) => {
      const sentences = suggestSentences(record, language);
      const before = readReport(doc).language;
      if (prefillReport(doc, language, sentences, 'server') || before === null) return;
      if (before !== language) {
        translateSentences(doc, language, { from: suggestSentences(record, before), to: sentences }, 'server');
      }
      bringInSentences(doc, sentences, 'server');
    });
  }

  async #change(
    caller: Caller,
    groupId: GroupId,
    deed: (doc: Parameters<typeof readReport>[0], record: ProjectedRecord) => void,
  ): Promise<Outcome<ReportState>> {
    const allowed = await allow(this.#db.query, 'report.edit', caller, groupId);
    if (!allowed.ok) return allowed;
    const record = await this.#record(groupId);
    if (record === null) return noSuchGroup();
    const { durable } = await this.#documents.edit(reportDocument(groupId), (doc) => deed(doc, record));
    await durable;
    return this.#state(groupId);
  }

  async #state(groupId: GroupId): Promise<Outcome<ReportState>> {
    const record = await this.#record(groupId);
    if (record === null) return noSuchGroup();
    const all = Locale.options.map((language) => ({ language, sentences: suggestSentences(record, language) }));
    return this.#documents.read(reportDocument(groupId), (doc) => {
      const { language } = readReport(doc);
      const offered = all.find((one) => one.language === language)?.sentences ?? [];
      return succeed({
        language,
        fitting: all.flatMap(({ sentences }) => sentences.map(({ id }) => id)),
        fresh: freshSentences(doc, offered).length,
      });
    });
  }

  async #record(groupId: GroupId): Promise<ProjectedRecord | null> {
    const gathered = await gatherRecord(this.#db, this.#documents, groupId);
    return gathered === null ? null : projectRecord(gathered.record, 'file');
  }
}
