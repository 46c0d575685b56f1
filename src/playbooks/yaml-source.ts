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

/** A syntax error is told at the key of its line; a bracket left open, which is noticed only lines later, where it opens. */
function located(document: Document, offset: number, message: string, lineAt: (offset: number) => number): YamlFault {
  const errorLine = lineAt(offset);
  const unclosed = /^Flow .* must be/.test(message);
  let near = { line: errorLine, field: 'yaml', at: -1 };
  visit(document, {
    Pair(_, { key, value }, ancestors) {
      if (!isScalar(key) || !key.range) return;
      const at = key.range[0];
      const line = lineAt(at);
      const later = at > offset && (line > errorLine || (near.at >= 0 && lineAt(near.at) === errorLine));
      if (later || at < near.at) return;
      const outer = ancestors.filter((node) => isPair(node)).map((pair) => String(pair.key));
      near = { line: errorLine, field: [...outer, String(key.value)].join('.'), at };
      if (!unclosed || !opens(value, offset)) return;
      near.line = line;
      return visit.BREAK;
    },
  });
  return { line: near.line, field: near.field, message };
}

/** Whether this is a flow collection that reaches over the offset. */
function opens(value: unknown, offset: number): boolean {
  return (isSeq(value) || isMap(value)) && value.flow === true && (value.range?.[2] ?? 0) >= offset;
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
