import type { SignedLinks } from '../token.js';

const PURPOSE = 'case';

/** The address of a case's status page, for its customer alone. */
export function caseLink(publicUrl: string, links: SignedLinks, number: string, now: Date): string {
  return `${publicUrl}/case/${encodeURIComponent(number)}?key=${links.key(PURPOSE, number, now)}`;
}

/** Whether a key opens this case. */
export function opensCase(links: SignedLinks, number: string, key: unknown, now: Date): boolean {
  return links.verify(PURPOSE, number, key, now);
}
