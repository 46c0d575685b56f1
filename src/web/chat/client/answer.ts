/**
 * How a request ended, as far as the sender must care.
 * gone: the conversation or its token is no longer known. wait: too many, try again after `seconds`.
 * refused: will never be taken as it is; `code` is the problem's. unreachable: no connection, no answer, or the desk cannot store now.
 */
export type Answer<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'gone' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'refused'; code: string }
  | { kind: 'unreachable' };

const DEFAULT_WAIT_S = 5;

/** What a status says; `body` is the answer's text. */
export function answerOf<T>(status: number, body: string, retryAfter: string | null): Answer<T> {
  if (status >= 200 && status < 300) {
    const value = parse(body);
    return value === undefined ? { kind: 'unreachable' } : { kind: 'ok', value: value as T };
  }
  if (status === 401 || status === 404) return { kind: 'gone' };
  if (status === 429) return { kind: 'wait', seconds: Math.max(1, Number(retryAfter) || DEFAULT_WAIT_S) };
  if (status >= 400 && status < 500 && status !== 408)
    return { kind: 'refused', code: status === 413 ? 'TOO_LARGE' : codeOf(body) };
  return { kind: 'unreachable' };
}

function codeOf(body: string): string {
  const problem = parse(body) as { code?: unknown } | undefined;
  return typeof problem?.code === 'string' ? problem.code : '';
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
