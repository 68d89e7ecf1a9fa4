import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { fail, type Failure, type Outcome } from '@rapport/protocol/failures';
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
  params?: Params;
  query?: Query;
  /** A JSON body; `raw` bodies are handed on as they came. */
  body?: Body;
  raw?: string;
  /** Schema of a JSON answer; absent for files and empty answers. */
  answer?: z.ZodType;
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

/** Registers the table with Fastify: parse, sign in, check the origin of cookie requests, answer. */
export const registerRoutes = (
  app: FastifyInstance,
  routes: readonly Route[],
  options: { access: Access; publicUrl: string | null },
): void => {
  for (const definition of routes) {
    app.route({
      method: definition.method,
      url: definition.path.replace(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        const credential = readCredential(request.raw);
        const unsafe = definition.method !== 'GET';
        if (
          unsafe &&
          credential.source !== 'query' &&
          credential.source !== 'bearer' &&
          !isOwnOrigin(request.raw, options.publicUrl)
        ) {
          return sendProblem(reply, { code: 'role-refused', message: 'This page may not call Rapport.' });
        }
        const caller =
          definition.audience === 'anyone' && credential.token === null
            ? null
            : await options.access.resolve(credential.token);
        if (definition.audience !== 'anyone' && caller === null) {
          return sendProblem(reply, {
            code: 'unauthenticated',
            message: 'Sign in first: with a badge, a code or the organiser key.',
          });
        }
        if (definition.audience === 'organiser' && caller?.kind !== 'organiser') {
          return sendProblem(reply, { code: 'role-refused', message: 'Only an organiser may do this.' });
        }
        const params = parse(definition.params, request.params);
        const query = parse(definition.query, request.query);
        const body = parse(definition.body, request.body);
        for (const part of [params, query, body]) if (!part.ok) return sendProblem(reply, part.failure);
        if (!params.ok || !query.ok || !body.ok) return reply;
        const outcome = await definition.handle({
          caller,
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
  }
};
