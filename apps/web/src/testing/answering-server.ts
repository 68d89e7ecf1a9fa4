import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Call = { method: string; path: string; headers: IncomingMessage['headers']; body: string };
type Answer = { status?: number; json?: unknown; text?: string; headers?: Record<string, string> };

/** A server that answers as a test says, and keeps what it was asked. */
export const answeringServer = async (answer: (call: Call) => Answer) => {
  const calls: Call[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    calls.push(call);
    const { status = 200, json, text, headers = {} } = answer(call);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(text ?? (json === undefined ? '' : JSON.stringify(json)));
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/**
 * Lets relative addresses lead to a server, as they do in a page. The page's own `fetch` does the calling; put it back
 * with the function that is returned.
 */
export const sendFetchTo = (url: string): (() => void) => {
  const own = globalThis.fetch;
  globalThis.fetch = (input, init) => own(typeof input === 'string' ? new URL(input, url) : input, init);
  return () => {
    globalThis.fetch = own;
  };
};
