import { newId } from '../shared/new-id.js';

const API = '/desk/api/v1';
const TIMEOUT_MS = 20_000;

export interface Problem {
  /** 0: no answer came. */
  status: number;
  code: string;
  message: string;
  field?: string;
}

export type Result<T> = { ok: true; value: T; etag: string | undefined } | { ok: false; problem: Problem };

export interface Person {
  name: string;
  displayName?: string;
  roles?: string[];
}

/** The staff API. The csrf token lives in memory alone. */
export class DeskApi {
  #csrf: string | undefined;
  /** Called when the session is over. */
  onSignedOut: () => void = () => {};

  async signIn(name: string, password: string): Promise<Result<Person>> {
    const result = await this.#request<{ person: Person; csrf: string }>('POST', '/session', {
      body: { name, password },
    });
    if (!result.ok) return result;
    this.#csrf = result.value.csrf;
    return { ...result, value: result.value.person };
  }

  /** The session that the cookie still holds, after a reload; none is no fault. */
  async resume(): Promise<Person | undefined> {
    const result = await this.#request<{ person?: Person; csrf: string }>('GET', '/session', {});
    if (!result.ok || !result.value.person) return undefined;
    this.#csrf = result.value.csrf;
    return result.value.person;
  }

  async signOut(): Promise<void> {
    await this.#request('DELETE', '/session', {});
    this.#csrf = undefined;
    this.onSignedOut();
  }

  accept(invitation: string, password: string): Promise<Result<unknown>> {
    return this.#request('POST', `/invitations/${encodeURIComponent(invitation)}`, { body: { password } });
  }

  async get<T>(path: string): Promise<Result<T>> {
    const result = await this.#request<T>('GET', path, {});
    if (!result.ok && result.problem.status === 401) this.onSignedOut();
    return result;
  }

  /** Performs an operation. `key` makes repeating it harmless; `version` is the ETag that was read. */
  async perform<T>(path: string, args: unknown, { key = newId(), version }: { key?: string; version?: string } = {}) {
    const headers: Record<string, string> = { 'idempotency-key': key };
    if (version) headers['if-match'] = version;
    const result = await this.#request<T>('POST', path, { body: args, headers });
    if (!result.ok && result.problem.status === 401) this.onSignedOut();
    return result;
  }

  async #request<T>(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Result<T>> {
    const all: Record<string, string> = { accept: 'application/json', ...headers };
    if (body !== undefined) all['content-type'] = 'application/json';
    if (this.#csrf && method !== 'GET') all['x-csrf-token'] = this.#csrf;
    try {
      const init = { method, headers: all, body: body === undefined ? undefined : JSON.stringify(body) };
      const response = await fetch(API + path, { ...init, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
      const text = await response.text();
      const value = text ? (JSON.parse(text) as T & Partial<Problem>) : ({} as T & Partial<Problem>);
      if (response.ok) return { ok: true, value, etag: response.headers.get('etag') ?? undefined };
      const { code = 'INTERNAL', message = '', field } = value;
      return { ok: false, problem: { status: response.status, code, message, field } };
    } catch {
      return { ok: false, problem: { status: 0, code: 'UNREACHABLE', message: '' } };
    }
  }
}
