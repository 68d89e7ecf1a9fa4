import { io, type Socket } from 'socket.io-client';

/** How the measurements of this folder talk to the server: as a script of somebody else would, and how they count. */

type Outcome<T> = { ok: true; value: T } | { ok: false; failure: { code: string; message: string } };

/** One call over HTTP; a text goes as CSV, everything else as JSON. */
export const call = async <T>(url: string, token: string | null, body: unknown, method = 'POST'): Promise<T> => {
  const text = typeof body === 'string';
  const answer = await fetch(url, {
    method,
    headers: {
      'content-type': text ? 'text/csv' : 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    ...(method !== 'GET' && { body: text ? body : JSON.stringify(body) }),
  });
  const content = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${content}`);
  return (answer.headers.get('content-type')?.includes('json') === true ? JSON.parse(content) : content) as T;
};

/** One command over the live socket; throws when it is refused. */
export const command = async <T>(socket: Socket, name: string, input: object): Promise<T> => {
  const outcome = (await socket.emitWithAck('command', { name, input })) as Outcome<T>;
  if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.failure.code}, ${outcome.failure.message}`);
  return outcome.value;
};

/** A live socket of somebody. */
export const connect = (url: string, token: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = io(url, { path: '/live', auth: { token }, transports: ['websocket'], forceNew: true });
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });

/** Does `work` for all items, `atOnce` at the same time. */
export const forAll = async <T>(
  atOnce: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item);
    }),
  );
};

/** What work gave and how long it took, ms. */
export const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
};

/** The time below which this share of all times lies. */
export const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.ceil(share * times.length) - 1] ?? 0;
