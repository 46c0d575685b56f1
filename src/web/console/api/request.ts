import { newId } from '../../shared/new-id.js';
import { Problem } from './problem.js';

export const API = '/desk/api/v1';
const TIMEOUT_MS = 20_000;

let csrf: string | undefined;
let signedOut: () => void = () => undefined;

/** The token of the session, which every writing request carries; kept in memory alone. */
export function holdCsrf(token: string | undefined): void {
  csrf = token;
}

/** Called when the desk answers that nobody is signed in any more. */
export function whenSignedOut(call: () => void): void {
  signedOut = call;
}

interface Sent {
  body?: object;
  headers?: Record<string, string>;
  /** Also when the page is left meanwhile. */
  keepalive?: boolean;
}

const UPLOAD_MS = 120_000;

/** Asks the staff API. Throws a Problem for a refusal, or when no answer comes. */
export async function request<T>(method: string, path: string, { body, headers, keepalive }: Sent = {}): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await send(method, path, {
    method,
    keepalive,
    headers: {
      ...(body && !isForm && { 'Content-Type': 'application/json' }),
      ...(csrf && method !== 'GET' && { 'X-CSRF-Token': csrf }),
      ...headers,
    },
    body: isForm ? body : body && JSON.stringify(body),
    signal: AbortSignal.timeout(isForm ? UPLOAD_MS : TIMEOUT_MS),
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  const { code = 'INTERNAL', message = '', field } = (answer ?? {}) as Partial<Problem>;
  if (response.status === 401 && path !== '/session') signedOut();
  throw new Problem(response.status, code, message, field);
}

async function send(_method: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(API + path, init);
  } catch {
    throw new Problem(0, 'UNREACHABLE', 'no answer');
  }
}

export const get = <T>(path: string) => request<T>('GET', path);

/** Performs an operation; the same `key` again changes nothing. `version`: refused as STALE unless the case still has it. */
export function perform<T>(path: string, body: object, key = newId(), version?: number): Promise<T> {
  return request<T>('POST', path, {
    body,
    headers: { 'Idempotency-Key': key, ...(version !== undefined && { 'If-Match': `"${version}"` }) },
  });
}
