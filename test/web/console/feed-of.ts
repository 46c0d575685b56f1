import { PASSWORD } from './live-desk.js';

export interface Feed {
  /** Everything that came so far. */
  said(): string;
  end(): void;
}

/** A person's live feed, read as a browser does. */
export async function feedOf(base: string, name: string): Promise<Feed> {
  const api = `${base}/desk/api/v1`;
  const signedIn = await fetch(`${api}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, password: PASSWORD }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ending = new AbortController();
  const answer = await fetch(`${api}/feed`, { headers: { cookie }, signal: ending.signal });
  let said = '';
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const part of answer.body!) said += decoder.decode(part as Uint8Array);
  };
  read().catch(() => undefined); // ended by the test
  return { said: () => said, end: () => ending.abort() };
}
