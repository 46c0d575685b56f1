import { ERRORS, type ErrorCode } from '../errors.js';

/** An operation that is not allowed: it changes nothing. */
export interface Refused {
  code: ErrorCode;
  message: string;
  /** The argument at fault, or what is missing. */
  field?: string;
}

/** Thrown while an operation is being decided. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = ERRORS[code].message,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }

  get refused(): Refused {
    const { code, message, field } = this;
    return { code, message, ...(field && { field }) };
  }
}

export function invalid(field: string, message: string): Refusal {
  return new Refusal('INVALID', message, field);
}
