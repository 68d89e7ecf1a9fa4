import type { GroupId } from '@rapport/domain/ids';
import { leads, type CallerRole } from '@rapport/domain/roles';

/**
 * A stream is what all watchers of one kind receive of a group. Leaders have a stream of their own, so that something
 * only they may hear can never leave a gap in the numbers of the others.
 */
export type Stream = 'leaders' | 'room';

export const STREAMS: readonly Stream[] = ['leaders', 'room'];

export const streamOf = (role: CallerRole): Stream => (leads(role) ? 'leaders' : 'room');

/** Counts the events of every stream, from 0 at start: whoever comes back after a restart asks for the whole state. */
export class Revisions {
  readonly #counts = new Map<string, number>();

  current(groupId: GroupId, stream: Stream): number {
    return this.#counts.get(`${stream}:${groupId}`) ?? 0;
  }

  next(groupId: GroupId, stream: Stream): number {
    const revision = this.current(groupId, stream) + 1;
    this.#counts.set(`${stream}:${groupId}`, revision);
    return revision;
  }
}
