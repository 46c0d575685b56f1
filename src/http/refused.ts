import { ERRORS, RedressError, type ErrorCode } from '../errors.js';
import type { Refusal } from './staff-ports.js';

/** A refused operation as the problem that is answered. */
export function refused({ code, message, field }: Refusal): RedressError {
  return new RedressError(code in ERRORS ? (code as ErrorCode) : 'INTERNAL', message, field);
}
