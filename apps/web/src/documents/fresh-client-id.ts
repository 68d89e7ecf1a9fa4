import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

/**
 * Lets a document write under a fresh random client id, so that what is written from here on cannot be joined with
 * what was written before (docs/method.md A5). Presence has to go along: the provider speaks of it under the
 * document's id. Must not be called inside a transaction.
 */
export const takeFreshClientId = (doc: Y.Doc, awareness: Awareness, random: Crypto = crypto): void => {
  const state = awareness.getLocalState();
  awareness.setLocalState(null);
  const [id = doc.clientID] = random.getRandomValues(new Uint32Array(1));
  doc.clientID = id;
  awareness.clientID = id;
  awareness.setLocalState(state);
};

/** Yjs itself takes a new id when somebody else writes under ours; presence has to follow then too. */
export const followClientId = (doc: Y.Doc, awareness: Awareness): void => {
  if (awareness.clientID === doc.clientID) return;
  const state = awareness.getLocalState();
  awareness.setLocalState(null);
  awareness.clientID = doc.clientID;
  awareness.setLocalState(state);
};
