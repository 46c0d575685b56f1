import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What is stored of a secret that only its holder knows. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The token of an `Authorization: Bearer` header. */
export function bearer(header: string | undefined): string | undefined {
  return /^Bearer ([\w~+/.-]+=*)$/i.exec(header ?? '')?.[1];
}

const LINK_DAYS = 730;
const DAY_MS = 86_400_000;

/** Signs links: keyed HMAC over purpose, subject and expiry, under a key id so that keys can be changed. */
export class SignedLinks {
  readonly #keyId = 'a';

  constructor(private readonly secret: string) {}

  key(purpose: string, subject: string, now: Date): string {
    const expires = Math.ceil(now.getTime() / DAY_MS) + LINK_DAYS;
    return `${this.#keyId}.${expires.toString(36)}.${this.#sign(purpose, subject, expires)}`;
  }

  verify(purpose: string, subject: string, key: unknown, now: Date): boolean {
    if (typeof key !== 'string') return false;
    const [id, expiry, signature] = key.split('.');
    const expires = parseInt(expiry ?? '', 36);
    if (id !== this.#keyId || !signature || !(expires * DAY_MS > now.getTime()) || expires.toString(36) !== expiry)
      return false;
    return sameText(signature, this.#sign(purpose, subject, expires));
  }

  #sign(purpose: string, subject: string, expires: number): string {
    return createHmac('sha256', this.secret)
      .update(JSON.stringify([this.#keyId, purpose, subject, expires]))
      .digest('base64url');
  }
}
