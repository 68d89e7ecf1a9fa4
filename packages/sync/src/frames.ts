import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { SYNC_LIMITS } from './limits.ts';
import type { Refusal } from './refusals.ts';

/** First varuint of a frame: the y-websocket protocol and two types of our own. */
export const FRAME = { sync: 0, presence: 1, auth: 2, queryPresence: 3, token: 102, refusal: 103 } as const;
const STEP1 = 0;
const STEP2 = 1;
const UPDATE = 2;

/** What a client may send. `auth` exists only from server to client. */
export type ClientFrame =
  | { type: 'step1'; stateVector: Uint8Array }
  | { type: 'step2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'presence'; entries: Uint8Array }
  | { type: 'query-presence' }
  | { type: 'token'; token: Uint8Array };

/** Reads a frame from a client; null when it is none. The parts are views into `bytes`. Never throws. */
export const readClientFrame = (bytes: Uint8Array): ClientFrame | null => {
  try {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === FRAME.token) {
      const token = bytes.subarray(decoder.pos);
      return token.length >= 1 && token.length <= SYNC_LIMITS.tokenBytes ? { type: 'token', token } : null;
    }
    const frame = readPart(type, decoder);
    // Bytes after the message would be a second message hidden from every check.
    return decoding.hasContent(decoder) ? null : frame;
  } catch {
    return null;
  }
};

const readPart = (type: number, decoder: decoding.Decoder): ClientFrame | null => {
  switch (type) {
    case FRAME.sync: {
      const step = decoding.readVarUint(decoder);
      const part = decoding.readVarUint8Array(decoder);
      if (step === STEP1) return { type: 'step1', stateVector: part };
      if (step === STEP2) return { type: 'step2', update: part };
      return step === UPDATE ? { type: 'update', update: part } : null;
    }
    case FRAME.presence:
      return { type: 'presence', entries: decoding.readVarUint8Array(decoder) };
    case FRAME.queryPresence:
      return { type: 'query-presence' };
    default:
      return null;
  }
};

const syncFrame = (step: number, part: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, FRAME.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, part);
  return encoding.toUint8Array(encoder);
};

/** "This is what I have": asks the other side for what is missing. */
export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(STEP1, stateVector);
/** The answer to a step 1. */
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(STEP2, update);
/** A change. */
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(UPDATE, update);

/** A durable token (1–64 bytes to the end of the frame): asked by the client, answered once on disk. */
export const tokenFrame = (token: Uint8Array): Uint8Array => {
  const frame = new Uint8Array(token.length + 1);
  frame[0] = FRAME.token;
  frame.set(token, 1);
  return frame;
};

/** Why the server does not take what this client sent. */
export const refusalFrame = ({ code, text }: Refusal): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, FRAME.refusal);
  encoding.writeVarString(encoder, code);
  encoding.writeVarString(encoder, text);
  return encoding.toUint8Array(encoder);
};

/** Reads the rest of a refusal frame, after its type. */
export const readRefusal = (decoder: decoding.Decoder): Refusal => ({
  code: decoding.readVarString(decoder),
  text: decoding.readVarString(decoder),
});
