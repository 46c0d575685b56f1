/** What the status page is told; times are ISO 8601. */
export interface CaseStatus {
  number: string;
  kind: string;
  status: string;
  stage: string;
  stageLabel: string;
  language: string;
  /** What stands now, in a sentence. */
  headline: string;
  nextWordBy?: string;
  path: { id: string; label: string; state: 'done' | 'here' | 'later'; at?: string; late?: boolean }[];
  promises: { what: string; by: string; state: 'kept' | 'owed' | 'late'; keptAt?: string }[];
  done: { at: string; text: string }[];
  said: { content: string; outcome?: string };
  asks?: Asked;
}

export interface Asked {
  kind: 'acceptance' | 'survey' | 'question';
  text: string;
  choices: { id: string; label: string }[];
}

export interface Given {
  /** The delivery's own id: the same again changes nothing. */
  id: string;
  choice?: string;
  text?: string;
}

export type Loaded =
  { kind: 'ok'; status: CaseStatus } | { kind: 'closed-link' } | { kind: 'refused' } | { kind: 'unreachable' };

const TIMEOUT_MS = 20_000;

/** Reads the case behind this page's own link. Reading records nothing. */
export function load(language: string): Promise<Loaded> {
  return request(location.pathname + location.search, language, {});
}

/** Gives the customer's answer; the case as it stands then. */
export function give(given: Given, language: string): Promise<Loaded> {
  const path = `${location.pathname.replace(/\/$/, '')}/answers${location.search}`;
  const headers = { 'content-type': 'application/json' };
  return request(path, language, { method: 'POST', body: JSON.stringify(given), headers });
}

async function request(
  path: string,
  language: string,
  init: RequestInit & { headers?: Record<string, string> },
): Promise<Loaded> {
  try {
    const headers = { ...init.headers, accept: 'application/json', 'accept-language': language };
    // The page and its data share an address: the data must not end up in the page's place in the cache.
    const response = await fetch(path, {
      ...init,
      headers,
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = (await response.json().catch(() => undefined)) as CaseStatus | undefined;
    if (response.ok && body) return { kind: 'ok', status: body };
    if ([401, 403, 404, 410].includes(response.status) || (response.status === 400 && !init.method))
      return { kind: 'closed-link' };
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
    return { kind: 'refused' };
  } catch {
    return { kind: 'unreachable' };
  }
}
