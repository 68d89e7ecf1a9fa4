import { projectRecord, projectSymposium } from '@rapport/domain/projection';
import type { GroupId, SymposiumId } from '@rapport/domain/ids';
import type { ProjectedSymposium } from '@rapport/domain/symposium-record';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import { ReportFormat } from '@rapport/protocol/http';
import type { SealState } from '@rapport/protocol/seal';
import type { Caller } from '../access/caller.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Announcements } from '../events/announcements.ts';
import type { Closing } from '../groups/closing.ts';
import { gatherSymposium } from '../paper/gather-symposium.ts';
import type { Plenary } from '../plenary/plenary.ts';
import { readPlenaryRow } from '../plenary/plenary-row.ts';
import { readRegister } from '../plenary/read-register.ts';
import { registerCsv } from '../plenary/register-files.ts';
import { gatherRecord, type GatheredRecord } from '../reports/gather-record.ts';
import type { Press } from '../reports/press.ts';
import { MEDIA_TYPES, type ReportFile } from '../reports/reports.ts';
import { composeManifest, readObstacles, readSealedFile, readSealedGroups, sha256 } from './seal-facts.ts';
import { planSeal, sealLanguages, type PlannedFile } from './seal-plan.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

const MANIFEST = 'manifest.json';

const noSuchSymposium = (): Outcome<never> => fail('not-found', 'There is no such symposium.');
const notSealed = (): Outcome<never> => fail('not-found', 'This symposium is not sealed.');

/** A sealed symposium as one file, piece by piece. */
export type SealArchive = { fileName: string; pieces: AsyncIterable<Uint8Array> };

/**
 * Seals a symposium: from one transaction on nothing of it changes, then every file is written once and kept with its
 * hash, and the manifest ends it. Files are written in the background; what a stop of the server cut off goes on at the
 * next start, and until the manifest stands an organiser may give the seal up.
 */
export class Seals implements AsyncDisposable {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #press: Press;
  readonly #clock: Clock;
  readonly #announcements: Announcements;
  readonly #closing: Pick<Closing, 'close'>;
  readonly #plenary: Pick<Plenary, 'close'>;
  readonly #onFault: (fault: unknown) => void;
  readonly #running = new Map<SymposiumId, Promise<void>>();
  readonly #failed = new Set<SymposiumId>();
  #ending = false;

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read'>;
    press: Press;
    clock: Clock;
    announcements: Announcements;
    closing: Pick<Closing, 'close'>;
    plenary: Pick<Plenary, 'close'>;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#press = options.press;
    this.#clock = options.clock;
    this.#announcements = options.announcements;
    this.#closing = options.closing;
    this.#plenary = options.plenary;
    this.#onFault = options.onFault;
  }

  async state(symposiumId: SymposiumId): Promise<Outcome<SealState>> {
    const { query } = this.#db;
    const plan = await this.#plan(symposiumId);
    if (plan === null) return noSuchSymposium();
    const seal = await query
      .selectFrom('seal')
      .select(['status', 'sealed_at', 'manifest'])
      .where('symposium_id', '=', symposiumId)
      .executeTakeFirst();
    const placed = await query
      .selectFrom('option')
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .where('symposium_id', '=', symposiumId)
      .where('state', '=', 'paper')
      .executeTakeFirstOrThrow();
    const written = seal === undefined ? [] : await this.#paths(symposiumId);
    const manifest = seal?.manifest ?? null;
    return succeed({
      status: seal === undefined ? 'open' : seal.status === 'done' ? 'sealed' : 'writing',
      obstacles: seal === undefined ? await readObstacles(query, symposiumId) : [],
      placed: Number(placed.count),
      written: written.length,
      // Once sealed those are the files, whatever this version would write.
      files: manifest === null ? plan.length : written.length,
      failed: this.#failed.has(symposiumId),
      manifest:
        seal === undefined || manifest === null
          ? null
          : { sha256: sha256(manifest), sealedAt: seal.sealed_at, bytes: Buffer.byteLength(manifest) },
    });
  }

  /** From here on nothing changes. What has begun already goes on; what is in the way is told by `state`. */
  async begin(caller: Caller, symposiumId: SymposiumId, close: boolean): Promise<Outcome<SealState>> {
    if (close) await this.#closeAll(caller, symposiumId);
    const begun = await this.#db.transaction(async (tx): Promise<Outcome<null>> => {
      const symposium = await tx.selectFrom('symposium').select('id').where('id', '=', symposiumId).executeTakeFirst();
      if (symposium === undefined) return noSuchSymposium();
      const seal = await tx
        .selectFrom('seal')
        .select('status')
        .where('symposium_id', '=', symposiumId)
        .executeTakeFirst();
      if (seal !== undefined) return succeed(null);
      // Its writer must not put a file of then among those of now.
      if (this.#running.has(symposiumId)) {
        return fail('conflict', 'The seal that was given up is still ending. Try again in a moment.');
      }
      if ((await readObstacles(tx, symposiumId)).length > 0) {
        return fail('conflict', 'Not everything is closed yet. Close all groups and the plenary first.');
      }
      await tx
        .insertInto('seal')
        .values({ symposium_id: symposiumId, status: 'writing', sealed_at: isoNow(this.#clock), manifest: null })
        .execute();
      await tx.updateTable('symposium').set({ status: 'closed' }).where('id', '=', symposiumId).execute();
      tx.afterCommit(() => this.#tell(symposiumId));
      return succeed(null);
    });
    if (!begun.ok) return begun;
    this.#start(symposiumId);
    return this.state(symposiumId);
  }

  /** As long as the manifest does not stand nothing has been handed out: the seal may be given up. */
  async giveUp(symposiumId: SymposiumId): Promise<Outcome<null>> {
    const givenUp = await this.#db.transaction(async (tx): Promise<Outcome<null>> => {
      const seal = await tx
        .selectFrom('seal')
        .select('status')
        .where('symposium_id', '=', symposiumId)
        .executeTakeFirst();
      if (seal === undefined) return notSealed();
      if (seal.status === 'done') return fail('sealed', 'A seal that stands is not taken back.');
      await tx.deleteFrom('seal').where('symposium_id', '=', symposiumId).execute();
      this.#failed.delete(symposiumId);
      tx.afterCommit(() => this.#tell(symposiumId));
      return succeed(null);
    });
    await this.#running.get(symposiumId);
    return givenUp;
  }

  /** The manifest as it stands, to the byte. */
  async manifest(symposiumId: SymposiumId): Promise<Outcome<{ fileName: string; text: string }>> {
    const row = await this.#readDone(symposiumId);
    return row === null ? notSealed() : succeed({ fileName: `${row.slug}-manifest.json`, text: row.manifest });
  }

  /** Manifest and files in one archive; the same seal gives the same bytes. */
  async archive(symposiumId: SymposiumId): Promise<Outcome<SealArchive>> {
    const row = await this.#readDone(symposiumId);
    if (row === null) return notSealed();
    const paths = (await this.#paths(symposiumId)).toSorted();
    const entries: ZipEntry[] = [
      { path: MANIFEST, read: () => Promise.resolve(Buffer.from(row.manifest, 'utf8')) },
      ...paths.map((path) => ({ path, read: () => this.#readKept(symposiumId, path) })),
    ];
    return succeed({ fileName: `${row.slug}-sealed.zip`, pieces: writeZip(entries) });
  }

  /** One of the files, to the byte, by its path in the manifest. */
  async file(symposiumId: SymposiumId, path: string): Promise<Outcome<ReportFile>> {
    if ((await this.#readDone(symposiumId)) === null) return notSealed();
    const bytes = await readSealedFile(this.#db.query, symposiumId, path);
    if (bytes === null) return fail('not-found', 'The manifest has no such file.', 'path');
    const format = ReportFormat.parse(path.slice(path.lastIndexOf('.') + 1));
    return succeed({
      bytes,
      mediaType: MEDIA_TYPES[format],
      fileName: path.slice(path.lastIndexOf('/') + 1),
    });
  }

  /** Goes on with what a stop of the server cut off; called at start. */
  async resume(): Promise<void> {
    const rows = await this.#db.query
      .selectFrom('seal')
      .select('symposium_id')
      .where('status', '=', 'writing')
      .execute();
    for (const { symposium_id: id } of rows) this.#start(id);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending = true;
    await Promise.all(this.#running.values());
  }

  #start(symposiumId: SymposiumId): void {
    if (this.#running.has(symposiumId)) return;
    this.#failed.delete(symposiumId);
    const work = this.#write(symposiumId)
      .catch((fault: unknown) => {
        if (this.#ending) return;
        this.#failed.add(symposiumId);
        this.#onFault(fault);
      })
      .finally(() => this.#running.delete(symposiumId));
    this.#running.set(symposiumId, work);
  }

  /** Whoever cannot be closed stays and is told by `state`. */
  async #closeAll(caller: Caller, symposiumId: SymposiumId): Promise<void> {
    for (const { id, status } of await readSealedGroups(this.#db.query, symposiumId)) {
      if (status === 'open') await this.#closing.close(caller, { groupId: id });
    }
    const { status } = await readPlenaryRow(this.#db.query, symposiumId);
    if (status === 'open') await this.#plenary.close(caller, { symposiumId });
  }

  async #write(symposiumId: SymposiumId): Promise<void> {
    const plan = await this.#plan(symposiumId);
    if (plan === null) return;
    const written = new Set(await this.#paths(symposiumId));
    let groupId: GroupId | null = null;
    let group: GatheredRecord | null = null;
    // Nothing of it changes any more: what is gathered once serves every file.
    let symposium: ProjectedSymposium | null = null;
    for (const file of plan) {
      if (written.has(file.path)) continue;
      if (this.#ending || !(await this.#isWriting(symposiumId))) return;
      if (file.kind === 'report' && file.groupId !== groupId) {
        group = await gatherRecord(this.#db, this.#documents, file.groupId);
        groupId = file.groupId;
      }
      if (file.kind === 'paper' && symposium === null) {
        const gathered = await gatherSymposium(this.#db, this.#documents, symposiumId);
        symposium = gathered === null ? null : projectSymposium(gathered.record);
      }
      const bytes = await this.#print(symposiumId, file, { group, symposium });
      if (bytes === null) return;
      await this.#keep(symposiumId, file.path, bytes);
    }
    const seal = await this.#db.query
      .selectFrom('seal')
      .select('sealed_at')
      .where('symposium_id', '=', symposiumId)
      .executeTakeFirst();
    if (seal === undefined) return;
    await this.#db.transaction(async (tx) => {
      const manifest = await composeManifest(tx, symposiumId, seal.sealed_at);
      // Given up meanwhile: no row is left to be done.
      await tx.updateTable('seal').set({ status: 'done', manifest }).where('symposium_id', '=', symposiumId).execute();
      tx.afterCommit(() => this.#tell(symposiumId));
    });
  }

  async #print(
    symposiumId: SymposiumId,
    file: PlannedFile,
    { group, symposium }: { group: GatheredRecord | null; symposium: ProjectedSymposium | null },
  ): Promise<Uint8Array | null> {
    switch (file.kind) {
      case 'paper':
        return symposium === null ? null : this.#press.paper(symposium, file.format, file.language);
      case 'register': {
        const entries = await readRegister(this.#db.query, symposiumId);
        const text =
          file.format === 'csv' ? registerCsv(entries) : `${JSON.stringify({ symposiumId, entries }, null, 2)}\n`;
        return Buffer.from(text, 'utf8');
      }
      case 'report':
        if (group === null) return null;
        return this.#press.file(projectRecord(group.record, 'file'), file.format, file.language);
    }
  }

  async #keep(symposiumId: SymposiumId, path: string, bytes: Uint8Array): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const seal = await tx
        .selectFrom('seal')
        .select('status')
        .where('symposium_id', '=', symposiumId)
        .executeTakeFirst();
      if (seal?.status !== 'writing') return;
      await tx
        .insertInto('seal_file')
        .values({
          symposium_id: symposiumId,
          path,
          size: bytes.length,
          sha256: sha256(bytes),
          bytes: Buffer.from(bytes),
        })
        .onConflict((conflict) => conflict.columns(['symposium_id', 'path']).doNothing())
        .execute();
    });
  }

  async #plan(symposiumId: SymposiumId): Promise<PlannedFile[] | null> {
    const row = await this.#db.query
      .selectFrom('symposium')
      .select('languages')
      .where('id', '=', symposiumId)
      .executeTakeFirst();
    if (row === undefined) return null;
    const groups = await readSealedGroups(this.#db.query, symposiumId);
    return planSeal(groups, sealLanguages(JSON.parse(row.languages) as string[]));
  }

  async #isWriting(symposiumId: SymposiumId): Promise<boolean> {
    const row = await this.#db.query
      .selectFrom('seal')
      .select('status')
      .where('symposium_id', '=', symposiumId)
      .executeTakeFirst();
    return row?.status === 'writing';
  }

  async #paths(symposiumId: SymposiumId): Promise<string[]> {
    const rows = await this.#db.query
      .selectFrom('seal_file')
      .select('path')
      .where('symposium_id', '=', symposiumId)
      .execute();
    return rows.map(({ path }) => path);
  }

  /** Of a path the seal is known to have. */
  async #readKept(symposiumId: SymposiumId, path: string): Promise<Uint8Array> {
    const bytes = await readSealedFile(this.#db.query, symposiumId, path);
    if (bytes === null) throw new Error('a sealed file is not there any more');
    return bytes;
  }

  async #readDone(symposiumId: SymposiumId): Promise<{ slug: string; manifest: string } | null> {
    const row = await this.#db.query
      .selectFrom('seal')
      .innerJoin('symposium', 'symposium.id', 'seal.symposium_id')
      .select(['symposium.slug', 'seal.manifest'])
      .where('seal.symposium_id', '=', symposiumId)
      .where('seal.status', '=', 'done')
      .executeTakeFirst();
    return row === undefined || row.manifest === null ? null : { slug: row.slug, manifest: row.manifest };
  }

  #tell(symposiumId: SymposiumId): void {
    this.#announcements.announce({ to: 'plenary', symposiumId });
    this.#announcements.announce({ to: 'symposium', symposiumId });
  }
}
