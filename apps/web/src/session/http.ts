import type { z } from 'zod';
import { fail, STATUS, succeed, type FailureCode, type Outcome } from '@rapport/protocol/failures';
import { readTab } from './tab.ts';

/** A file that was answered, with the name the server gave it. */
export type Download = { blob: Blob; fileName: string };

type Call = { method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; body?: BodyInit; type?: string };

/** Calls of the HTTP interface; every answer is an `Outcome`, a lost network included. */
export class Api {
  readonly #base: string;
  readonly #tab: () => string | null;

  /** `base` is the server's address without a slash at the end; empty for the page's own. */
  constructor({ base, tab }: { base: string; tab: () => string | null }) {
    this.#base = base;
    this.#tab = tab;
  }

  get<S extends z.ZodType>(path: string, schema: S): Promise<Outcome<z.output<S>>> {
    return this.#json(path, {}, schema);
  }

  /** Reads an object of the server's own: same release, same types. For what a page needs before it has schemas. */
  async read<T extends object>(path: string): Promise<Outcome<T>> {
    const answer = await this.#call(path, {});
    if (!answer.ok) return answer;
    const value = await readJson(answer.value);
    return isObject(value) ? succeed(value as T) : fail('internal', UNREADABLE);
  }

  post<S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<Outcome<z.output<S>>> {
    return this.#json(path, { method: 'POST', body: JSON.stringify(body), type: 'application/json' }, schema);
  }

  patch<S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<Outcome<z.output<S>>> {
    return this.#json(path, { method: 'PATCH', body: JSON.stringify(body), type: 'application/json' }, schema);
  }

  /** Sends a file as it is. */
  put<S extends z.ZodType>(path: string, file: Blob, type: string, schema: S): Promise<Outcome<z.output<S>>> {
    return this.#json(path, { method: 'PUT', body: file, type }, schema);
  }

  async delete(path: string): Promise<Outcome<null>> {
    const answer = await this.#call(path, { method: 'DELETE' });
    return answer.ok ? succeed(null) : answer;
  }

  /** A file, made to an order where there is one. */
  async file(path: string, order?: object): Promise<Outcome<Download>> {
    const call: Call =
      order === undefined ? {} : { method: 'POST', body: JSON.stringify(order), type: 'application/json' };
    const answer = await this.#call(path, call);
    if (!answer.ok) return answer;
    const name = /filename="([^"]+)"/.exec(answer.value.headers.get('content-disposition') ?? '')?.[1];
    try {
      return succeed({ blob: await answer.value.blob(), fileName: name ?? 'download' });
    } catch {
      return unreachable();
    }
  }

  async #json<S extends z.ZodType>(path: string, call: Call, schema: S): Promise<Outcome<z.output<S>>> {
    const answer = await this.#call(path, call);
    if (!answer.ok) return answer;
    const read = schema.safeParse(await readJson(answer.value));
    return read.success ? succeed(read.data) : fail('internal', UNREADABLE);
  }

  async #call(path: string, { method = 'GET', body, type }: Call): Promise<Outcome<Response>> {
    const headers = new Headers({ accept: 'application/json' });
    const tab = this.#tab();
    if (tab !== null) headers.set('rapport-tab', tab);
    if (type !== undefined) headers.set('content-type', type);
    let response: Response;
    try {
      response = await fetch(this.#base + path, {
        method,
        headers,
        credentials: 'same-origin',
        ...(body !== undefined && { body }),
      });
    } catch {
      return unreachable();
    }
    if (response.ok) return succeed(response);
    const problem = await readJson(response);
    if (!isProblem(problem)) return fail(response.status >= 502 ? 'unavailable' : 'internal', response.statusText);
    const { code, detail, title, field } = problem;
    return fail(code, detail ?? title, field);
  }
}

const UNREADABLE = 'The server answered something this page cannot read.';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

type ReadProblem = { code: FailureCode; title: string; detail?: string; field?: string };

/** Problem details with a code we know. Anything may answer in a server's place, a portal of the venue for one. */
const isProblem = (value: unknown): value is ReadProblem =>
  isObject(value) &&
  typeof value['title'] === 'string' &&
  typeof value['code'] === 'string' &&
  Object.hasOwn(STATUS, value['code']) &&
  ['string', 'undefined'].includes(typeof value['detail']) &&
  ['string', 'undefined'].includes(typeof value['field']);

const unreachable = (): Outcome<never> => fail('unavailable', 'The server cannot be reached.');

const readJson = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return null;
  }
};

export const api = new Api({ base: '', tab: readTab });
