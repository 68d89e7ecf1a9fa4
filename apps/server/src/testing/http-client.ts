/** An answer of the HTTP interface, its body read whole. */
export type Answer<T = unknown> = { status: number; headers: Headers; body: T; text: string };

const isJson = (type: string | null): boolean => type !== null && /[/+]json/.test(type);

/** Calls the server as one person. Without a token it is a stranger. */
export class HttpClient {
  readonly url: string;
  readonly token: string | null;

  constructor(url: string, token: string | null = null) {
    this.url = url;
    this.token = token;
  }

  /** A body that is text or bytes goes as it is, with `type`; everything else as JSON. */
  async call<T = unknown>(
    method: string,
    path: string,
    options: { body?: unknown; type?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    const { body, type } = options;
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': type ?? (raw ? 'text/csv' : 'application/json') }),
        ...options.headers,
      },
      ...(body !== undefined && { body: raw ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson(response.headers.get('content-type')) ? JSON.parse(text) : text) as T,
    };
  }

  get<T = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.call<T>('GET', path, headers === undefined ? {} : { headers });
  }

  post<T = unknown>(path: string, body: unknown): Promise<Answer<T>> {
    return this.call<T>('POST', path, { body });
  }

  put<T = unknown>(path: string, body: unknown, type?: string): Promise<Answer<T>> {
    return this.call<T>('PUT', path, type === undefined ? { body } : { body, type });
  }

  patch<T = unknown>(path: string, body: unknown): Promise<Answer<T>> {
    return this.call<T>('PATCH', path, { body });
  }

  delete<T = unknown>(path: string): Promise<Answer<T>> {
    return this.call<T>('DELETE', path);
  }
}

/** The body of an answer that has to be a success; else throws what the server said. */
export const must = async <T>(answer: Promise<Answer<T>>): Promise<T> => {
  const { status, body, text } = await answer;
  if (status < 200 || status > 299) throw new Error(`answered ${status}: ${text}`);
  return body;
};
