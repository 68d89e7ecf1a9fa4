import { setImmediate } from 'node:timers/promises';
import type { LocalisedText, Locale } from '@rapport/domain/languages';
import type { SymposiumId } from '@rapport/domain/ids';
import { projectRecord } from '@rapport/domain/projection';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { ProjectedDeck } from '@rapport/report/write-report';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Logger } from '../logger.ts';
import { allowChair, noSuchPlenary } from '../plenary/role-in-plenary.ts';
import { gatherRecord } from './gather-record.ts';
import type { Press } from './press.ts';
import { MEDIA_TYPES, type ReportFile } from './reports.ts';
import { tryPress } from './try-press.ts';

/** The slides of all groups as one presentation for the plenary, from what exists at any phase. */
export class SymposiumSlides {
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

  /**
   * For who chairs the plenary. Groups of one round, or of all, in the order of their report-backs; everything of them
   * passes the one projection, and cards stay here: slides show none.
   */
  async write(
    caller: Caller,
    symposiumId: SymposiumId,
    language: Locale,
    only: number | null,
  ): Promise<Outcome<ReportFile>> {
    const chair = await allowChair(this.#db.query, caller, symposiumId);
    if (!chair.ok) return chair;
    const symposium = await this.#db.query
      .selectFrom('symposium')
      .select(['slug', 'title', 'starts_on', 'marking'])
      .where('id', '=', symposiumId)
      .executeTakeFirst();
    if (symposium === undefined) return noSuchPlenary();
    const groups = await this.#gather(symposiumId, only);
    const deck: ProjectedDeck = {
      symposium: {
        title: symposium.title,
        startsOn: symposium.starts_on,
        marking: JSON.parse(symposium.marking) as LocalisedText,
      },
      groups,
    };
    const bytes = await tryPress(this.#logger, () => this.#press.deck(deck, language));
    if (!bytes.ok) return bytes;
    const isFinal = groups.length > 0 && groups.every(({ record }) => record.group.status === 'closed');
    const rounds = only === null ? '' : `-r${only}`;
    return succeed({
      bytes: bytes.value,
      mediaType: MEDIA_TYPES.pptx,
      fileName: `${symposium.slug}${rounds}-slides-${isFinal ? 'final' : 'interim'}.pptx`,
    });
  }

  /** One group after the other; between two, whatever rooms have asked meanwhile is served. */
  async #gather(symposiumId: SymposiumId, only: number | null): Promise<ProjectedDeck['groups']> {
    const rows = await this.#db.query
      .selectFrom('group')
      .innerJoin('round', 'round.id', 'group.round_id')
      .select(['group.id', 'round.number as round'])
      .where('group.symposium_id', '=', symposiumId)
      .orderBy('round.number')
      .orderBy('group.number')
      .execute();
    const groups: ProjectedDeck['groups'] = [];
    for (const { id, round } of rows) {
      if (only !== null && round !== only) continue;
      // Reads of SQLite and of documents in memory give way to nothing by themselves.
      await setImmediate();
      const gathered = await gatherRecord(this.#db, this.#documents, id);
      if (gathered !== null) groups.push({ record: { ...projectRecord(gathered.record, 'file'), cards: [] }, round });
    }
    return groups;
  }
}
