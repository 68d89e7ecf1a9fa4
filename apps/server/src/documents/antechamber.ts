import * as Y from 'yjs';
import { CLOSE } from '@rapport/sync/close-codes';
import { step2Frame } from '@rapport/sync/frames';
import type { StoredDocument } from './document-log.ts';
import { EarlyMembership, type EarlyMembershipOptions } from './early-membership.ts';
import type { LiveDocument } from './live-document.ts';

/** How long a load lets those who have come say that they have nothing: less than a millisecond on a quiet server. */
const TURNS = 5;

/** Where members wait while their document is being loaded; some can be served there. */
export class Antechamber {
  readonly #whole = Promise.withResolvers<Uint8Array | null>();
  /** Who has asked to come in while it was not known yet whether they can be served. */
  #expected = 0;
  #early: EarlyMembership[] = [];
  #over = false;

  /** A place before the document is in memory; null when one has to wait for it. */
  async enter(member: Omit<EarlyMembershipOptions, 'whole'>): Promise<EarlyMembership | null> {
    if (this.#over) return null;
    this.#expected += 1;
    const whole = await this.#whole.promise;
    if (whole === null || this.#over) return null;
    const early = new EarlyMembership({ ...member, whole });
    this.#early.push(early);
    return early;
  }

  /**
   * Called when the document is read and before it is decoded, which keeps everybody waiting. Resolves when those who
   * have come were served, as far as they could be.
   */
  async serve(stored: StoredDocument): Promise<void> {
    const whole = wholeOf(stored);
    this.#whole.resolve(whole);
    if (whole !== null && this.#expected > 0) await this.#turns(TURNS);
  }

  /** The document is in memory and nothing has happened in it yet. */
  open(live: LiveDocument): void {
    this.#over = true;
    if (this.#early.length === 0) return;
    const vector = Y.encodeStateVector(live.doc);
    for (const early of this.#early) early.become(live, vector);
    this.#early = [];
  }

  /** There will be no document; who was served already has to come back. */
  fail(): void {
    this.#over = true;
    this.#whole.resolve(null);
    for (const early of this.#early) early.dismiss(CLOSE.fault, 'fault');
    this.#early = [];
  }

  /** Lets pipes be read for a few turns of the event loop. */
  async #turns(left: number): Promise<void> {
    const all = this.#early.length === this.#expected && this.#early.every(({ settled }) => settled);
    if (left === 0 || all) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    await this.#turns(left - 1);
  }
}

/**
 * Only a lone snapshot can be sent as it lies: it is what a room would say. Records still hold what was removed since,
 * a withdrawn card among it, and decoding is what drops that.
 */
const wholeOf = ({ snapshot, records, damage }: StoredDocument): Uint8Array | null =>
  snapshot === null || records.length > 0 || damage !== null ? null : step2Frame(snapshot.state);
