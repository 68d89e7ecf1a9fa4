import * as Y from 'yjs';
import type { ClockRange, UpdateScan } from './scan-update.ts';

/** The clock at which this client goes on in the document. */
export const stateOf = (doc: Y.Doc, client: number): number => Y.getState(doc.store, client);

/** True when somebody who has this much has something that is not here. */
export const isAhead = (doc: Y.Doc, stateVector: Uint8Array): boolean => {
  for (const [client, clock] of Y.decodeStateVector(stateVector)) if (clock > stateOf(doc, client)) return true;
  return false;
};

/** True when the update brings structs that are not here. */
export const bringsStructs = (doc: Y.Doc, { ranges }: UpdateScan): boolean =>
  ranges.some(({ client, end }) => end > stateOf(doc, client));

/** True when the update deletes what is not deleted here. */
export const bringsDeletions = (doc: Y.Doc, update: Uint8Array): boolean => {
  for (const [client, ranges] of Y.decodeUpdate(update).ds.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      if (clock + len > stateOf(doc, client)) return true;
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at] as Y.Item | Y.GC;
        if (struct.id.clock >= clock + len) break;
        if (!struct.deleted) return true;
      }
    }
  }
  return false;
};

/** True when everything the update builds on is here or comes with it. */
export const fits = (doc: Y.Doc, scan: UpdateScan, coming: readonly ClockRange[] = scan.ranges): boolean => {
  if (scan.ranges.some((range) => stateOf(doc, range.client) < range.clock)) return false;
  for (const [client, clock] of scan.needs) {
    if (clock < stateOf(doc, client)) continue;
    if (!coming.some((range) => range.client === client && clock < range.end)) return false;
  }
  return true;
};

/**
 * True when a struct stands between the two halves of a character beyond U+FFFF. Yjs makes both halves unreadable
 * where it cuts; when the struct itself comes to nothing (its parent was removed) it does so here and nowhere else.
 */
export const cutsCharacters = (doc: Y.Doc, { cuts }: UpdateScan): boolean => {
  for (let at = 0; at < cuts.length; at += 2) {
    const client = cuts[at] as number;
    const clock = cuts[at + 1] as number;
    if (clock === 0 || clock >= stateOf(doc, client)) continue;
    const struct = Y.getItem(doc.store, Y.createID(client, clock)) as Y.Item | Y.GC;
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const before = struct.content.str.charCodeAt(clock - struct.id.clock - 1);
    if (before >= 0xd800 && before <= 0xdbff) return true;
  }
  return false;
};

/**
 * True when a struct may start in what is here and end beyond it. Yjs believes what such a struct says of its place:
 * a hostile one makes it throw, or stand elsewhere here than with everybody else. Cut off, its rest has no say.
 */
export const overlaps = (doc: Y.Doc, { ranges }: UpdateScan): boolean =>
  ranges.some(({ client, clock, end }) => {
    const known = stateOf(doc, client);
    return clock < known && known < end;
  });

/** True when Yjs was waiting for something; it does not wait any more. */
export const dropPending = (doc: Y.Doc): boolean => {
  const { store } = doc;
  const wasPending = store.pendingStructs !== null || store.pendingDs !== null;
  store.pendingStructs = null;
  store.pendingDs = null;
  return wasPending;
};
