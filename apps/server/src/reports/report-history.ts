import { readReport, type ReportContent } from '@rapport/board/read-report';
import { restoreReport } from '@rapport/board/restore-report';
import { reportDocument } from '@rapport/domain/document-id';
import { newId, type CheckpointId, type GroupId, type RandomBytes } from '@rapport/domain/ids';
import { countWords } from '@rapport/domain/options';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type {
  EarlierReport,
  ReportCheckpoint,
  ReportHistory as ReportHistoryList,
  ReportRestored,
} from '@rapport/protocol/report';
import type { Caller } from '../access/caller.ts';
import type { Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from '../groups/allow.ts';
import { KeepingTimes, readMoment, surplusOf } from '../history/keeping-times.ts';

type Kept = Pick<ReportContent, 'headlines' | 'agreement' | 'questions'>;

/**
 * Keeps reports as they stood, as the history of boards does: when a phase begins and every few minutes of work. For
 * those who write the report, who may look at one and bring it back. A report nobody has written in is not kept.
 */
export class ReportHistory implements AsyncDisposable {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read' | 'edit' | 'onChanged'>;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #times: KeepingTimes;

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read' | 'edit' | 'onChanged'>;
    announcements: Announcements;
    clock: Clock;
    random: RandomBytes;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#times = new KeepingTimes({
      ...options,
      kind: 'report',
      keep: (groupId, reason) => this.#keep(groupId, reason),
      // What the database says of a failed row may hold what people wrote.
      onFault: () => options.onFault(new Error('an earlier report could not be kept')),
    });
  }

  /** Newest first. */
  async list(caller: Caller, groupId: GroupId): Promise<Outcome<ReportHistoryList>> {
    const allowed = await allow(this.#db.query, 'report.export', caller, groupId);
    if (!allowed.ok) return allowed;
    return succeed({ checkpoints: (await this.#rows(groupId)).map(toCheckpoint) });
  }

  /** One report as it stood, for looking. */
  async look(caller: Caller, groupId: GroupId, id: CheckpointId): Promise<Outcome<EarlierReport>> {
    const allowed = await allow(this.#db.query, 'report.export', caller, groupId);
    if (!allowed.ok) return allowed;
    const row = (await this.#rows(groupId, id))[0];
    if (row === undefined) return noSuchReport();
    const { headlines, agreement, questions } = readKept(row.report);
    return succeed({
      checkpoint: toCheckpoint(row),
      headlines,
      agreement: agreement.map(({ text, origin }) => ({ text, origin })),
      questions: questions.map(({ text }) => text),
    });
  }

  /** Makes the report read as it read, as an ordinary edit; how it reads now is kept first. */
  async restore(caller: Caller, groupId: GroupId, id: CheckpointId): Promise<Outcome<ReportRestored>> {
    const allowed = await allow(this.#db.query, 'report.edit', caller, groupId);
    if (!allowed.ok) return allowed;
    return this.#times.inTurn(groupId, async () => {
      const row = (await this.#rows(groupId, id))[0];
      if (row === undefined) return noSuchReport();
      const keptAs = await this.#keep(groupId, 'restore');
      const { durable } = await this.#documents.edit(reportDocument(groupId), (doc) =>
        restoreReport(doc, readKept(row.report), 'server'),
      );
      await durable;
      return keptAs === null ? noSuchReport() : succeed({ keptAs });
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#times[Symbol.asyncDispose]();
  }

  /** In the group's turn. Returns where it is kept; null when there is nothing to keep yet. */
  async #keep(groupId: GroupId, reason: ReportCheckpoint['reason']): Promise<CheckpointId | null> {
    const { language, ...kept } = await this.#documents.read(reportDocument(groupId), readReport);
    if (language === null && countReport(kept) === 0) return null;
    return this.#db.transaction((tx) => this.#store(tx, groupId, reason, kept));
  }

  async #store(
    tx: Transaction,
    groupId: GroupId,
    reason: ReportCheckpoint['reason'],
    kept: Kept,
  ): Promise<CheckpointId> {
    const moment = await readMoment(tx, groupId, this.#clock);
    const last = await tx
      .selectFrom('report_checkpoint')
      .select(['id', 'number', 'report'])
      .where('group_id', '=', groupId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const text = JSON.stringify(kept);
    // The same report is not worth a second line, whatever the phase.
    if (last?.report === text) return last.id;
    const id = newId(this.#random) as CheckpointId;
    await tx
      .insertInto('report_checkpoint')
      .values({
        id,
        group_id: groupId,
        number: (last?.number ?? 0) + 1,
        reason,
        ...moment,
        words: countReport(kept),
        report: text,
      })
      .execute();
    const old = await tx
      .selectFrom('report_checkpoint')
      .select('id')
      .where('group_id', '=', groupId)
      .where('reason', '=', 'activity')
      .orderBy('number', 'desc')
      .execute();
    const surplus = surplusOf(old);
    if (surplus.length > 0) await tx.deleteFrom('report_checkpoint').where('id', 'in', surplus).execute();
    return id;
  }

  #rows(groupId: GroupId, id?: CheckpointId) {
    return this.#db.query
      .selectFrom('report_checkpoint')
      .innerJoin('phase', 'phase.id', 'report_checkpoint.phase_id')
      .select([
        'report_checkpoint.id',
        'report_checkpoint.number',
        'report_checkpoint.reason',
        'report_checkpoint.at',
        'report_checkpoint.words',
        'report_checkpoint.report',
        'phase.kind',
        'phase.index',
      ])
      .where('report_checkpoint.group_id', '=', groupId)
      .$if(id !== undefined, (query) => query.where('report_checkpoint.id', '=', id as CheckpointId))
      .orderBy('report_checkpoint.number', 'desc')
      .execute();
  }
}

const noSuchReport = (): Outcome<never> => fail('not-found', 'There is no such earlier report.');

const readKept = (text: string): Kept => JSON.parse(text) as Kept;

const countReport = ({ headlines, agreement, questions }: Kept): number =>
  [...headlines, ...[...agreement, ...questions].map(({ text }) => text)].reduce(
    (sum, text) => sum + countWords(text),
    0,
  );

const toCheckpoint = (row: {
  id: CheckpointId;
  number: number;
  reason: ReportCheckpoint['reason'];
  at: string | null;
  words: number;
  kind: ReportCheckpoint['phase']['kind'];
  index: number;
}): ReportCheckpoint => ({
  id: row.id,
  number: row.number,
  reason: row.reason,
  phase: { kind: row.kind, index: row.index },
  at: row.at,
  words: row.words,
});
