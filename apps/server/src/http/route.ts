import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { fail, succeed, type Failure, type Outcome } from '@rapport/protocol/failures';
import type { Access } from '../access/access.ts';
import type { Caller } from '../access/caller.ts';
import { isOwnOrigin, readCredential } from '../access/credentials.ts';
import { sendProblem } from './problem.ts';

/** Who may call: nobody in particular, anybody signed in, or holders of the organiser key. */
type Audience = 'anyone' | 'signed-in' | 'organiser';

type CallerOf<A extends Audience> = A extends 'anyone'
  ? Caller | null
  : A extends 'organiser'
    ? Extract<Caller, { kind: 'organiser' }>
    : Caller;

/** A call of the HTTP interface: what it takes, what it gives; the same table makes the routes and the OpenAPI text. */
export type Route<
  A extends Audience = Audience,
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for parameters. */
  path: string;
  summary: string;
  audience: A;
  /** Screens may call as well; they may call nothing that does not say so. */
  screens?: true;
  params?: Params;
  query?: Query;
  /** A JSON body; `raw` bodies are handed on as they came. */
  body?: Body;
  raw?: string;
  /** Largest body in bytes, where it is not Fastify's 1 MiB. */
  bodyLimit?: number;
  /** Schema of a JSON answer; absent for files and empty answers. */
  answer?: z.ZodType;
  /** Media type of a file that is answered. */
  file?: string;
  status?: number;
  handle: (call: {
    caller: CallerOf<A>;
    params: z.output<Params>;
    query: z.output<Query>;
    body: z.output<Body>;
    request: FastifyRequest;
    reply: FastifyReply;
  }) => Promise<Outcome<unknown> | typeof SENT>;
};

/** A handler has sent its answer itself (a file). */
export const SENT = Symbol('sent');

/** A file to hand out. Its name tells what it is of, and nobody. */
export type HandedFile = { bytes: Uint8Array; mediaType: string; fileName: string };

export const sendFile = async (
  reply: FastifyReply,
  { bytes, mediaType, fileName }: HandedFile,
): Promise<typeof SENT> => {
  await reply
    .type(mediaType)
    .header('Content-Disposition', `attachment; filename="${fileName}"`)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return SENT;
};

/** The file, or why there is none. */
export const handOut = (reply: FastifyReply, file: Outcome<HandedFile>): Promise<Outcome<never> | typeof SENT> =>
  file.ok ? sendFile(reply, file.value) : Promise.resolve(file);

/** Keeps the types of one route while it joins the table. */
export const route = <A extends Audience, Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  definition: Route<A, Params, Query, Body>,
): Route => definition;

const parse = (
  schema: z.ZodType | undefined,
  value: unknown,
): { ok: true; value: unknown } | { ok: false; failure: Failure } => {
  if (schema === undefined) return { ok: true, value: undefined };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = deepest(parsed.error.issues[0]);
  const field = issue?.path.join('.') ?? '';
  return fail('invalid-input', `${field === '' ? 'The input' : field}: ${issue?.message ?? 'is not valid'}`, field);
};

/** Of a union's issues the one that went furthest names the field best. */
const deepest = (issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined => {
  if (issue?.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat();
  return inner.toSorted((one, other) => other.path.length - one.path.length)[0] ?? issue;
};

type RouteOptions = { access: Access; publicUrl: string | null };

/** Who calls; refuses pages of other origins, strangers and people of another audience before a body is read. */
const admit = async (
  definition: Route,
  request: FastifyRequest,
  { access, publicUrl }: RouteOptions,
): Promise<Outcome<Caller | null>> => {
  const credential = readCredential(request.raw);
  const sentUnasked = credential.source === 'cookie' || credential.source === 'none';
  if (definition.method !== 'GET' && sentUnasked && !isOwnOrigin(request.raw, publicUrl)) {
    return fail('role-refused', 'This page may not call Rapport.');
  }
  const caller = await access.resolve(credential.token);
  if (definition.audience === 'anyone') return succeed(caller);
  if (caller === null) return fail('unauthenticated', 'Sign in first: with a badge, a code or the organiser key.');
  if (caller.kind === 'screen' && definition.screens !== true) {
    return fail('role-refused', 'A screen may only watch the plenary.');
  }
  if (definition.audience === 'organiser' && caller.kind !== 'organiser') {
    return fail('role-refused', 'Only an organiser may do this.');
  }
  return succeed(caller);
};

/** Registers the table with Fastify: sign in, parse, answer. */
export const registerRoutes = (app: FastifyInstance, routes: readonly Route[], options: RouteOptions): void => {
  const callers = new WeakMap<FastifyRequest, Caller | null>();
  const register = (scope: FastifyInstance, definition: Route): void => {
    scope.route({
      method: definition.method,
      url: definition.path.replace(/\{(\w+)\}/g, ':$1'),
      ...(definition.bodyLimit !== undefined && { bodyLimit: definition.bodyLimit }),
      onRequest: async (request, reply) => {
        const admitted = await admit(definition, request, options);
        if (!admitted.ok) return sendProblem(reply, admitted.failure);
        callers.set(request, admitted.value);
      },
      handler: async (request, reply) => {
        const params = parse(definition.params, request.params);
        const query = parse(definition.query, request.query);
        const body = parse(definition.body, request.body);
        for (const part of [params, query, body]) if (!part.ok) return sendProblem(reply, part.failure);
        if (!params.ok || !query.ok || !body.ok) return reply;
        const outcome = await definition.handle({
          caller: callers.get(request) ?? null,
          params: params.value,
          query: query.value,
          body: body.value,
          request,
          reply,
        });
        if (outcome === SENT) return reply;
        if (!outcome.ok) return sendProblem(reply, outcome.failure);
        if (outcome.value === null) return reply.code(definition.status ?? 204).send();
        return reply.code(definition.status ?? 200).send(outcome.value);
      },
    });
  };
  for (const definition of routes) {
    const { raw } = definition;
    if (raw === undefined) register(app, definition);
    else {
      // A call that takes a file takes nothing else: its scope knows no other type.
      void app.register(async (scope) => {
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser(raw, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
        register(scope, definition);
      });
    }
  }
};
