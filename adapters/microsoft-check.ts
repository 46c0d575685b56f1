import type { ChannelCheck, ChannelProblem } from '../src/domain/channel-health.js';

const LOGIN = 'https://login.microsoftonline.com';
const SCOPE = 'https://api.botframework.com/.default';
const PATIENCE_MS = 10_000;
const LONGEST = 200;

/** By the number of Microsoft's answer (AADSTS…). */
const PROBLEMS: Record<number, ChannelProblem> = {
  700016: 'microsoft-app',
  7000215: 'microsoft-secret',
  7000222: 'microsoft-secret',
  90002: 'microsoft-tenant',
  900023: 'microsoft-tenant',
};

interface App {
  id: string;
  password: string;
  tenantId?: string;
}

/** Whether Microsoft gives the app a token, which every reply needs. */
export async function checkMicrosoft({ id, password, tenantId }: App, login = LOGIN): Promise<ChannelCheck> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: password,
    scope: SCOPE,
  });
  try {
    const url = `${login}/${encodeURIComponent(tenantId ?? 'botframework.com')}/oauth2/v2.0/token`;
    const answer = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) return { ok: true, account: id };
    const { error_codes: codes = [], error_description: said = `HTTP ${answer.status}` } = (await answer
      .json()
      .catch(() => ({}))) as { error_codes?: number[]; error_description?: string };
    const problem = codes.map((code) => PROBLEMS[code]).find(Boolean) ?? 'vendor';
    return { ok: false, problem, said: said.split('\r\n')[0]!.slice(0, LONGEST) };
  } catch (error) {
    return { ok: false, problem: 'unreachable', said: whyOf(error) };
  }
}

function whyOf(error: unknown): string {
  const { message = 'unknown', cause } = error as { message?: string; cause?: { message?: string } };
  return (cause?.message || message).slice(0, LONGEST);
}
