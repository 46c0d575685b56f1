/** A piece of a phrase's text: words, a placeholder, or a choice by number (`{count, plural, one {# file} other {# files}}`). */
export type Part = string | { name: string } | { name: string; one: Part[]; other: Part[] };

const parsed = new Map<string, Part[]>();

/** The pieces of a text, in order; an Error for braces that do not match. */
export function partsOf(text: string): Part[] {
  const known = parsed.get(text);
  if (known) return known;
  const parts = parse(text);
  parsed.set(text, parts);
  return parts;
}

/** The names of all placeholders of a text, each once, sorted. */
export function placeholdersOf(text: string): string[] {
  const names = (parts: Part[]): string[] =>
    parts.flatMap((part) => {
      if (typeof part === 'string') return [];
      return 'one' in part ? [part.name, ...names(part.one), ...names(part.other)] : [part.name];
    });
  return [...new Set(names(partsOf(text)))].sort();
}

function parse(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    if (open < 0) {
      parts.push(text.slice(at));
      break;
    }
    if (open > at) parts.push(text.slice(at, open));
    const close = closing(text, open);
    parts.push(placeholder(text.slice(open + 1, close)));
    at = close + 1;
  }
  return parts;
}

function placeholder(inside: string): Part {
  if (/^\w+$/.test(inside)) return { name: inside };
  const [, name = '', rest = ''] = /^(\w+), plural, (.*)$/s.exec(inside) ?? [];
  const forms = new Map<string, string>();
  for (let at = 0; at < rest.length;) {
    const open = rest.indexOf('{', at);
    if (open < 0) break;
    const close = closing(rest, open);
    forms.set(rest.slice(at, open).trim(), rest.slice(open + 1, close));
    at = close + 1;
  }
  const [one, other] = [forms.get('one'), forms.get('other')];
  if (one === undefined || other === undefined) throw new Error(`"{${inside}}" is no placeholder`);
  return { name, one: parse(one.replaceAll('#', `{${name}}`)), other: parse(other.replaceAll('#', `{${name}}`)) };
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`"${text}" has an open brace`);
}
