import type { FastifyRequest } from 'fastify';

/** Where people reach the product: as set, else as this request did. No slash at the end. */
export const baseAddress = (publicUrl: string | null, request: FastifyRequest): string =>
  publicUrl ?? `${request.protocol}://${request.host}`;
