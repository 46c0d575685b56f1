/**
 * Every match of a global pattern, as `String.matchAll` finds them. That copies the pattern first, whose length then costs
 * more than looking through a message; here nothing is copied. Throws a TypeError for a pattern that is not global.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError('the pattern is not global');
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += step(text, pattern);
  }
  return found;
}

/** An empty match would be found again; a pattern that reads code points steps over a whole one. */
function step(text: string, { unicode, lastIndex }: RegExp): number {
  return unicode && text.codePointAt(lastIndex)! > 0xffff ? 2 : 1;
}
