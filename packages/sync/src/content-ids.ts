import * as Y from 'yjs';
import type { Claim, Member, QueuedChange } from './member.ts';
import { stateOf } from './update-fit.ts';

/** Whose the content ids of a document are. A crash may leave ids whose owner nobody can name for a while (R34, R35). */
export class ContentIds<A> {
  private readonly doc: Y.Doc;
  private readonly claims: Map<number, string>;
  /** Claims of this tick, to be stored with its record. */
  private fresh: Claim[] = [];
  /** Ids that came back in answers after a crash, each with who brought it last: nobody can tell yet whose they are. */
  private readonly loose = new Map<number, string>();

  constructor(doc: Y.Doc, claims: readonly Claim[]) {
    this.doc = doc;
    this.claims = new Map(claims.map(({ client, proof }) => [client, proof]));
  }

  owns(member: Member<A>, client: number, recovering: boolean): boolean {
    const proof = this.claims.get(client);
    if (proof === undefined) {
      // An id with a past and no owner was the server's own, or its owner has been forgotten: nobody goes on under it.
      return client !== this.doc.clientID && (recovering || stateOf(this.doc, client) === 0);
    }
    if (member.ids.has(client)) return true;
    if (proof !== member.prove?.(client)) return false;
    member.ids.add(client);
    return true;
  }

  /** Binds an id to the member that brings it, where nobody owns it. */
  claim({ kind, member }: QueuedChange<A>, client: number, recovering: boolean): void {
    if (this.claims.has(client)) return;
    const proof = member.prove?.(client) ?? '';
    // Relayed work and one's own look the same in an answer; an update of one's own settles it.
    if (recovering && kind === 'step2') {
      this.loose.set(client, proof);
      return;
    }
    this.loose.delete(client);
    member.ids.add(client);
    this.bind({ client, proof });
  }

  /** Ids nobody has written on under belong to whom they came from. */
  settleLoose(): void {
    for (const [client, proof] of this.loose) this.bind({ client, proof });
    this.loose.clear();
  }

  /** True while the change holds new structs under ids of others. */
  holdsForeign({ member, scan }: QueuedChange<A>): boolean {
    return scan.ranges.some(({ client, end }) => end > stateOf(this.doc, client) && !this.owns(member, client, true));
  }

  /** The change without what is new under ids of others. */
  ownPart({ member, update, scan }: QueuedChange<A>): Uint8Array {
    const foreign = scan.ranges.filter(
      ({ client, end }) => end > stateOf(this.doc, client) && !this.owns(member, client, true),
    );
    return Y.diffUpdate(update, Y.encodeStateVector(new Map(foreign.map(({ client, end }) => [client, end]))));
  }

  /** Bindings made since this was last asked. */
  takeFresh(): readonly Claim[] {
    const { fresh } = this;
    this.fresh = [];
    return fresh;
  }

  private bind(claim: Claim): void {
    this.claims.set(claim.client, claim.proof);
    this.fresh.push(claim);
  }
}
