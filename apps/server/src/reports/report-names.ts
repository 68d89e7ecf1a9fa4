import type { ProjectedRecord } from '@rapport/domain/group-record';
import type { GroupId } from '@rapport/domain/ids';
import { OPTION_FIELDS } from '@rapport/domain/options';
import { projectRecord } from '@rapport/domain/projection';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { NamedPlace, ReportNames as Names } from '@rapport/protocol/report';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import { allow, noSuchGroup } from '../groups/allow.ts';
import { NameFinder } from './find-names.ts';
import { gatherRecord } from './gather-record.ts';

type Written = { place: NamedPlace; label: string; text: string };

/** All that people have written and the report prints, in its order. Sponsors sign on the record and stand in none. */
const writtenTexts = ({ texts, options, ballots, clusters, cards }: ProjectedRecord): Written[] => [
  ...texts.headlines.map((text) => ({ place: 'headline' as const, label: '', text })),
  ...options.flatMap(({ code, text, reservations, readback }): Written[] => [
    { place: 'option', label: code, text: OPTION_FIELDS.map((field) => text[field]).join('\n') },
    ...reservations.map((one) => ({ place: 'reservation' as const, label: code, text: one.text })),
    ...(readback?.reasons ?? []).map((reason) => ({ place: 'objection' as const, label: code, text: reason })),
  ]),
  ...texts.agreement.map(({ text }) => ({ place: 'agreement' as const, label: '', text })),
  ...texts.questions.map((text) => ({ place: 'question' as const, label: '', text })),
  ...ballots.flatMap(({ results }): Written[] =>
    results.kind === 'endorsement'
      ? results.options.flatMap(({ title, texts: reasons }) =>
          reasons.map(({ text }) => ({ place: 'reason' as const, label: title, text })),
        )
      : [],
  ),
  ...clusters.map(({ title }) => ({ place: 'cluster' as const, label: title, text: title })),
  ...cards.map(({ title, body }) => ({ place: 'card' as const, label: title, text: `${title}\n${body}`.trim() })),
];

/**
 * Tells those who take a report out of the room which of its texts hold a name or a delegation of the roster (docs/
 * method.md §4): the words stay as people wrote them, it is for the rapporteur to change them or to let them stand.
 */
export class ReportNames {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #namesOf: (code: string) => readonly string[];

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read'>;
    /** What a delegation is called, by its code. */
    namesOf: (code: string) => readonly string[];
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#namesOf = options.namesOf;
  }

  async list(caller: Caller, groupId: GroupId): Promise<Outcome<Names>> {
    const allowed = await allow(this.#db.query, 'report.export', caller, groupId);
    if (!allowed.ok) return allowed;
    const gathered = await gatherRecord(this.#db, this.#documents, groupId);
    if (gathered === null) return noSuchGroup();
    const roster = await this.#db.query
      .selectFrom('seat')
      .select(['display_name as displayName', 'delegation', 'delegation_code as delegationCode'])
      .where('symposium_id', '=', allowed.value.symposiumId)
      .execute();
    const finder = new NameFinder(roster, this.#namesOf);
    const found = writtenTexts(projectRecord(gathered.record, 'file')).flatMap((written) => {
      const words = finder.find(written.text);
      return words.length === 0 ? [] : [{ ...written, words }];
    });
    return succeed({ found });
  }
}
