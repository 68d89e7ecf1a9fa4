import { z } from 'zod';
import { Problem } from '@rapport/protocol/failures';
import type { Route } from './route.ts';

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): unknown => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', cycles: 'ref' });
  return rest;
};

const parameters = (schema: z.ZodType | undefined, where: 'path' | 'query'): unknown[] => {
  if (schema === undefined) return [];
  const described = jsonSchema(schema, 'input') as { properties?: Record<string, unknown>; required?: string[] };
  return Object.entries(described.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (described.required ?? []).includes(name),
    schema: property,
  }));
};

const SECURITY = { anyone: [], 'signed-in': [{ token: [] }], organiser: [{ token: [] }] } as const;

/** The OpenAPI 3.1 description of a table of routes. */
export const describeRoutes = (routes: readonly Route[], version: string): object => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of routes) {
    const status = String(one.status ?? (one.answer === undefined && one.method === 'DELETE' ? 204 : 200));
    const content =
      one.body !== undefined
        ? { 'application/json': { schema: jsonSchema(one.body, 'input') } }
        : one.raw !== undefined
          ? { [one.raw]: { schema: { type: 'string', format: 'binary' } } }
          : null;
    (paths[one.path] ??= {})[one.method.toLowerCase()] = {
      summary: one.summary,
      security: SECURITY[one.audience],
      parameters: [...parameters(one.params, 'path'), ...parameters(one.query, 'query')],
      ...(content !== null && { requestBody: { required: true, content } }),
      responses: {
        [status]: {
          description: 'Done',
          ...(one.answer !== undefined && {
            content: { 'application/json': { schema: jsonSchema(one.answer, 'output') } },
          }),
          ...(one.file !== undefined && { content: { [one.file]: {} } }),
        },
        default: {
          description: 'A problem, named by its code',
          content: { 'application/problem+json': { schema: jsonSchema(Problem, 'output') } },
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Rapport', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
};
