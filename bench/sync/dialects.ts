import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { BINARY, frameOf, TEXT, type Connection } from './connection.ts';

const SYNC = 0;
const PRESENCE = 1;
const AUTH = 2;
const SYNC_REPLY = 4;
const SYNC_STATUS = 8;
const TOKEN = 102;

/** What a simulated person says, as frames of one server's protocol. */
export type Dialect = {
  path(room: string, token: string): string;
  update(room: string, update: Uint8Array): Buffer;
  presence(room: string, entries: Uint8Array): Buffer;
  /** A durable token; null where the protocol has none. */
  token(room: string, token: Uint8Array): Buffer | null;
  /**
   * Exchanges documents as the protocol's own client does: asks for everything, answers what the server asks.
   * Resolves with the server's document when both have happened; `arrived` is called as soon as the document is there.
   */
  greet(
    connection: Connection,
    room: string,
    answer: (stateVector: Uint8Array) => Uint8Array,
    arrived?: () => void,
  ): Promise<Uint8Array>;
};

const NOTHING = new Uint8Array([0]);

const write = (parts: (encoder: encoding.Encoder) => void): Buffer => {
  const encoder = encoding.createEncoder();
  parts(encoder);
  return frameOf(encoding.toUint8Array(encoder));
};

/** y-websocket's protocol, with `prefix` before each message. */
const yjsDialect = (prefix: (encoder: encoding.Encoder, room: string) => void) => {
  const sync = (room: string, step: number, part: Uint8Array): Buffer =>
    write((encoder) => {
      prefix(encoder, room);
      encoding.writeVarUint(encoder, SYNC);
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, part);
    });
  return {
    sync,
    update: (room: string, update: Uint8Array): Buffer => sync(room, 2, update),
    presence: (room: string, entries: Uint8Array): Buffer =>
      write((encoder) => {
        prefix(encoder, room);
        encoding.writeVarUint(encoder, PRESENCE);
        encoding.writeVarUint8Array(encoder, entries);
      }),
  };
};

const plain = yjsDialect(() => undefined);

const greetPlain: Dialect['greet'] = async (connection, room, answer, arrived) => {
  await connection.opened;
  return new Promise((resolve, reject) => {
    void connection.closed.then((code) => reject(new Error(`closed with ${code}`)));
    let document: Uint8Array | null = null;
    let asked = false;
    connection.onFrame = (payload) => {
      const decoder = decoding.createDecoder(payload);
      if (decoding.readVarUint(decoder) !== SYNC) return;
      const step = decoding.readVarUint(decoder);
      const part = decoding.readVarUint8Array(decoder).slice();
      if (step === 0) {
        asked = true;
        connection.write(plain.sync(room, 1, answer(part)));
      } else if (step === 1) {
        document = part;
        arrived?.();
      }
      if (asked && document !== null) resolve(document);
    };
    connection.write(plain.sync(room, 0, NOTHING));
  });
};

/** y-websocket, at a path of the server's own. */
export const yWebsocket: Dialect = {
  ...plain,
  path: (room) => `/${room}`,
  token: () => null,
  greet: greetPlain,
};

/** Ours: the same protocol, with durable tokens. */
export const rapport: Dialect = {
  ...plain,
  path: (room, token) => `/sync/${room}?token=${token}`,
  token: (_room, token) =>
    write((encoder) => {
      encoding.writeVarUint(encoder, TOKEN);
      encoding.writeUint8Array(encoder, token);
    }),
  greet: greetPlain,
};

/** Nobody answers: the frames alone. */
export const bare: Dialect = {
  ...yWebsocket,
  greet: async (connection) => {
    await connection.opened;
    return NOTHING;
  },
};

const prefixed = yjsDialect((encoder, room) => encoding.writeVarString(encoder, room));

export const hocuspocus: Dialect = {
  ...prefixed,
  path: () => '/',
  token: () => null,
  greet: async (connection, room, answer, arrived) => {
    await connection.opened;
    return new Promise((resolve, reject) => {
      void connection.closed.then((code) => reject(new Error(`closed with ${code}`)));
      let document: Uint8Array | null = null;
      let asked = false;
      connection.onFrame = (payload) => {
        const decoder = decoding.createDecoder(payload);
        decoding.readVarString(decoder);
        const type = decoding.readVarUint(decoder);
        if (type === AUTH) return connection.write(prefixed.sync(room, 0, NOTHING));
        if (type !== SYNC && type !== SYNC_REPLY) return;
        const step = decoding.readVarUint(decoder);
        const part = decoding.readVarUint8Array(decoder).slice();
        if (step === 0) {
          asked = true;
          connection.write(prefixed.sync(room, 1, answer(part)));
        } else if (step === 1) {
          document = part;
          arrived?.();
        }
        if (asked && document !== null) resolve(document);
      };
      connection.write(
        write((encoder) => {
          encoding.writeVarString(encoder, room);
          encoding.writeVarUint(encoder, AUTH);
          encoding.writeVarUint(encoder, 0);
          encoding.writeVarString(encoder, 'nobody asks');
        }),
      );
    });
  },
};

/** True for the message by which Hocuspocus says that it has taken a change. */
export const isHocuspocusAck = (payload: Buffer): boolean => {
  const decoder = decoding.createDecoder(payload);
  decoding.readVarString(decoder);
  return decoding.readVarUint(decoder) === SYNC_STATUS && decoding.readVarUint(decoder) === 1;
};

const socketIoEvent = (room: string, name: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([frameOf(`451-/yjs|${room},["${name}",{"_placeholder":true,"num":0}]`, TEXT), frameOf(bytes)]);

export const ySocketIo: Dialect = {
  path: () => '/socket.io/?EIO=4&transport=websocket',
  update: (room, update) => socketIoEvent(room, 'sync-update', update),
  presence: (room, entries) => socketIoEvent(room, 'awareness-update', entries),
  token: () => null,
  greet: async (connection, room, answer, arrived) => {
    await connection.opened;
    return new Promise((resolve, reject) => {
      void connection.closed.then((code) => reject(new Error(`closed with ${code}`)));
      let coming: { kind: 'ask'; ack: string } | { kind: 'answer' } | null = null;
      let document: Uint8Array | null = null;
      let asked = false;
      connection.onFrame = (payload, opcode) => {
        if (opcode === BINARY) {
          if (coming?.kind === 'ask') {
            asked = true;
            connection.write(frameOf(`461-/yjs|${room},${coming.ack}[{"_placeholder":true,"num":0}]`, TEXT));
            connection.write(frameOf(answer(Uint8Array.from(payload))));
          } else if (coming?.kind === 'answer') {
            document = Uint8Array.from(payload);
            arrived?.();
          }
          coming = null;
          if (asked && document !== null) resolve(document);
          return;
        }
        const text = payload.toString();
        if (text.startsWith('0{')) connection.write(frameOf(`40/yjs|${room},`, TEXT));
        else if (text.startsWith('40')) {
          connection.write(frameOf(`451-/yjs|${room},0["sync-step-1",{"_placeholder":true,"num":0}]`, TEXT));
          connection.write(frameOf(NOTHING));
        } else if (text.startsWith('461-')) coming = { kind: 'answer' };
        else if (text.includes('"sync-step-1"')) coming = { kind: 'ask', ack: /,(\d+)\[/.exec(text)?.[1] ?? '' };
        else if (text === '2') connection.write(frameOf('3', TEXT));
      };
    });
  },
};
