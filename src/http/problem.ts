import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Logger } from '../domain/ports.js';
import { ERRORS, RedressError, type ErrorCode } from '../errors.js';

/** Answers a problem as JSON: `{code, message, field?}`. */
export function sendProblem(
  response: Response,
  { status, code, message, field }: { status: number; code: string; message: string; field?: string },
): void {
  response.status(status).json({ code, message, ...(field !== undefined && { field }) });
}

export const notFound: RequestHandler = (_request, _response, next) => next(new RedressError('NOT_FOUND'));

/** The last handler: whatever went wrong becomes a problem; nothing of the inside shows. */
export function problems(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const known = asRedressError(error);
    if (known.status >= 500)
      log.error(
        {
          code: known.code,
          method: request.method,
          path: request.path.slice(0, 60),
          err: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown',
        },
        'a request failed',
      );
    if (known.code === 'UNAVAILABLE') response.setHeader('Retry-After', '2');
    sendProblem(response, known);
  };
}

function asRedressError(error: unknown): RedressError {
  if (error instanceof RedressError) return error;
  const { type, status } = (error ?? {}) as { type?: string; status?: number };
  if (type === 'entity.too.large')
    return new RedressError('TOO_LARGE', 'The body is larger than 256 kB; send less, and files by POST .../files.');
  if (status === 404) return new RedressError('NOT_FOUND');
  if (type?.startsWith('encoding') || type?.startsWith('charset') || (status && status >= 400 && status < 500))
    return new RedressError('BAD_REQUEST');
  return new RedressError('INTERNAL');
}

/** Reads by a schema; a mismatch names the field. `code` is BAD_REQUEST unless another fits better. */
export function read<T>(schema: z.ZodType<T>, value: unknown, code: ErrorCode = 'BAD_REQUEST'): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const strange = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const field = strange ?? issue.path.map(String).join('.');
  throw new RedressError(
    code,
    field ? `${field}: ${issue.message}` : `${ERRORS[code].message} ${issue.message}`,
    field || undefined,
  );
}

/** A JSON reviver that refuses keys that reach into objects' prototypes. */
export function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype')
    throw new RedressError('BAD_REQUEST', `${key}: no field may be named so.`, key);
  return value;
}
