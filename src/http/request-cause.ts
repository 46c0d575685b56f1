import type { Request } from 'express';
import { z } from 'zod';
import type { Ids } from '../domain/ports.js';
import { read } from './problem.js';

const Headers = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'must have 1 to 200 visible ASCII characters')
    .optional(),
  'If-Match': z
    .string()
    .regex(/^(\*|(W\/)?"?\d{1,12}"?)$/, 'must be the ETag of the case')
    .optional(),
});

/** The cause of what a request does: the same for a repetition under one `Idempotency-Key`, else unique. `scope` keeps keys of different people and things apart. */
export function causeOf(request: Request, ids: Ids, scope: string): string {
  const key = headers(request)['Idempotency-Key'];
  return key === undefined ? `${scope}/once/${ids.next()}` : `${scope}/key/${key}`;
}

/** The version named by `If-Match`; undefined when any will do. */
export function ifMatch(request: Request): number | undefined {
  const digits = headers(request)['If-Match']?.replace(/\D/g, '');
  return digits ? Number(digits) : undefined;
}

const headers = (request: Request) =>
  read(Headers, { 'Idempotency-Key': request.get('Idempotency-Key'), 'If-Match': request.get('If-Match') });
