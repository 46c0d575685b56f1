/** The error catalogue: what each code means, its HTTP status, and whether its message is safe to show. */
export const ERRORS = {
  // Operations, in the order in which they are checked.
  CLOSED: {
    status: 409,
    message: 'The case is closed; only reopen, add-note, record-contact and record-callback are possible.',
  },
  INVALID: { status: 422, message: 'An argument is missing or not of the right form.' },
  RECUSED: { status: 403, message: 'A recused person can have no part in this case.' },
  WRONG_KIND: { status: 409, message: 'Cases of this kind do not take this operation.' },
  NOT_NOW: { status: 409, message: 'The stage that the case is in does not take this operation.' },
  NOT_YOUR_ROLE: { status: 403, message: 'This is for another role.' },
  SELF_APPROVAL: { status: 403, message: 'Nobody approves what they proposed themselves.' },
  OVER_YOUR_LIMIT: { status: 403, message: 'The amount is above your limit.' },
  STAGE_NEEDS: { status: 422, message: 'The stage still needs something before this is possible.' },
  ALREADY_TAKEN: { status: 409, message: 'Somebody else has this conversation.' },
  OVER_QUOTE: { status: 422, message: 'More than the quote that the customer agreed to cannot be charged.' },
  STALE: { status: 409, message: 'The case has changed since you read it; read it again.' },
  // The doors.
  BAD_REQUEST: { status: 400, message: 'The request is not of the right form.' },
  UNAUTHENTICATED: { status: 401, message: 'Sign in, or give a valid token.' },
  FORBIDDEN: { status: 403, message: 'You may not do this.' },
  CSRF: { status: 403, message: 'The request lacks the X-CSRF-Token of this session.' },
  NOT_FOUND: { status: 404, message: 'There is nothing here for you.' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'This address does not take this method.' },
  UNKNOWN_VERB: { status: 404, message: 'There is no such operation.' },
  TOO_LARGE: { status: 413, message: 'That is too large.' },
  FILE_REFUSED: { status: 422, message: 'This file cannot be taken.' },
  TOO_MANY: { status: 429, message: 'Too many requests; wait as long as Retry-After says.' },
  INTERNAL: { status: 500, message: 'Something failed here. Nothing was changed; try again.' },
  UNAVAILABLE: { status: 503, message: 'The desk cannot store anything at the moment; try again soon.' },
  // The start.
  BAD_CONFIGURATION: { status: 500, message: 'A configuration variable has a bad value.' },
  STORAGE_UNREACHABLE: { status: 503, message: 'The storage cannot be reached.' },
  DESK_HELD: { status: 500, message: 'Another process holds this data folder.' },
  NEWER_DATA: { status: 500, message: 'The data folder was written by a newer version.' },
  BAD_PLAYBOOK: { status: 500, message: 'A playbook does not check.' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** An error with a code of the catalogue. `message` is safe to show; `field` names the argument at fault. */
export class RedressError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    message: string = ERRORS[code].message,
    readonly field?: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'RedressError';
    this.status = ERRORS[code].status;
  }
}
