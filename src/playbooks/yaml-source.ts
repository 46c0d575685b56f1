import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';

export type Path = (string | number)[];

/** A YAML text read, with the line of everything in it. */
export interface YamlSource {
  data: unknown;
  /** The line of a path, or of the nearest thing around it; levels that a compact form leaves out may be in the path. */
  lineOf(path: Path): number;
}

export interface YamlFault {
  line: number;
  field: string;
  message: string;
}

/** Reads one YAML document; every syntax error is answered, none is thrown. */
export function readYaml(text: string): YamlSource | { faults: YamlFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    return { faults: document.errors.map(({ pos, message }) => located(document, pos[0], message, lineAt)) };
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    return { data, lineOf: (path) => lineAt(offsetOf(document.contents, path)) };
  } catch (error) {
    return { faults: [{ line: 1, field: 'yaml', message: (error as Error).message }] };
  }
}

/** A syntax error is told where its key begins: a bracket left open is noticed only lines later. */
function located(document: Document, offset: number, message: string, lineAt: (offset: number) => number): YamlFault {
  const open = /^Flow .* must|^Missing closing/.test(message);
  let field: string[] = [];
  let at = offset;
  visit(document, {
    Pair(_, { key, value }, ancestors) {
      if (!isScalar(key) || !key.range || key.range[0] > offset) return;
      const begins = (value as Node | null)?.range?.[0] ?? key.range[0];
      const parents = ancestors.filter((node) => isPair(node)).map(({ key: outer }) => String(outer));
      field = [...parents, String(key.value)];
      at = open ? begins : offset;
      // An open bracket swallows the keys that follow it.
      return open && (value as Node | null)?.range && isOpen(value, offset) ? visit.BREAK : undefined;
    },
  });
  return { line: lineAt(at), field: field.join('.') || 'yaml', message };
}

function isOpen(value: unknown, offset: number): boolean {
  return (isSeq(value) || isMap(value)) && value.flow === true && (value.range?.[1] ?? 0) <= offset + 1;
}

function offsetOf(root: unknown, path: Path): number {
  let node = root;
  let offset = rangeStart(root) ?? 0;
  for (const step of path) {
    const next = child(node, step);
    if (!next) continue;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

function child(node: unknown, step: string | number): { node: unknown; offset?: number } | undefined {
  if (isSeq(node)) {
    const item = typeof step === 'number' ? node.items[step] : undefined;
    return item === undefined ? undefined : { node: item, offset: rangeStart(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  if (pair) return { node: pair.value, offset: rangeStart(pair.key) };
  const only = node.items.length === 1 ? node.items[0]?.value : undefined;
  return isMap(only) && typeof step === 'string' ? child(only, step) : undefined;
}

function rangeStart(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
