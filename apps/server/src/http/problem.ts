import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { STATUS, type Failure, type Problem } from '@rapport/protocol/failures';

/** Answers with RFC 9457 problem details. */
export const sendProblem = (
  reply: FastifyReply,
  failure: Failure,
  status: number = STATUS[failure.code],
): FastifyReply => {
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: failure.message,
    code: failure.code,
    ...(failure.field !== undefined && { field: failure.field }),
  };
  return reply.code(status).type('application/problem+json').send(problem);
};
