import type { GroupId } from '@rapport/domain/ids';
import type { Locale } from '@rapport/domain/languages';
import { projectRecord } from '@rapport/domain/projection';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { ReportPages } from '@rapport/protocol/report';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import { allow, noSuchGroup } from '../groups/allow.ts';
import type { Logger } from '../logger.ts';
import { Turns } from '../turns.ts';
import { gatherRecord } from './gather-record.ts';
import { hashPages } from './hash-pages.ts';
import type { Press } from './press.ts';
import { tryPress } from './try-press.ts';

/** The pages of a group's report as a PDF of this moment would show them; for those who may take the PDF. */
export class ReportPreview {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #press: Pick<Press, 'pages'>;
  readonly #logger: Logger;
  readonly #turns = new Turns<string>();
  /** What has not been begun yet will show what is written by then: whoever asks meanwhile gets the same. */
  readonly #waiting = new Map<string, Promise<Outcome<string[]>>>();

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read'>;
    press: Pick<Press, 'pages'>;
    logger: Logger;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#press = options.press;
    this.#logger = options.logger;
  }

  /** `known` are hashes of pages the caller has: a keystroke changes one page of many, and each weighs half a megabyte. */
  async pages(
    caller: Caller,
    groupId: GroupId,
    language: Locale,
    known: ReadonlySet<string>,
  ): Promise<Outcome<ReportPages>> {
    const allowed = await allow(this.#db.query, 'report.export', caller, groupId);
    if (!allowed.ok) return allowed;
    const set = await this.#soon(groupId, language);
    if (!set.ok) return set;
    return succeed({ pages: hashPages(set.value, known) });
  }

  #soon(groupId: GroupId, language: Locale): Promise<Outcome<string[]>> {
    const key = `${groupId} ${language}`;
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) return waiting;
    const pages = this.#turns.take(key, () => {
      this.#waiting.delete(key);
      return this.#set(groupId, language);
    });
    this.#waiting.set(key, pages);
    return pages;
  }

  async #set(groupId: GroupId, language: Locale): Promise<Outcome<string[]>> {
    const gathered = await gatherRecord(this.#db, this.#documents, groupId);
    if (gathered === null) return noSuchGroup();
    const record = projectRecord(gathered.record, 'file');
    return tryPress(this.#logger, () => this.#press.pages(record, language), {
      log: 'the pages of a report could not be set',
      words: 'The pages could not be set. What is written is safe.',
    });
  }
}
