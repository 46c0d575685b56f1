export interface Row {
  label: string;
  value: string;
}

export interface ReadBack {
  /** What is said before the list. */
  before: string;
  title: string;
  rows: Row[];
  /** What is said after it. */
  after: string;
}

const ROW = /^([^:：\n]{1,32})[:：]\s*(\S.*)$/;

/** The rows of a read-back ("label：value", one a line, under a line that ends in a colon), or undefined if there are none. */
export function readBackOf(text: string): ReadBack | undefined {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => /[:：]\s*$/.test(line));
  if (head < 0) return undefined;
  const rows: Row[] = [];
  let at = head + 1;
  for (; at < lines.length; at += 1) {
    const [, label, value] = ROW.exec(lines[at] ?? '') ?? [];
    if (label && value) rows.push({ label, value });
    else break;
  }
  if (rows.length === 0) return undefined;
  return {
    before: lines.slice(0, head).join('\n'),
    title: (lines[head] ?? '').replace(/[:：]\s*$/, ''),
    rows,
    after: lines.slice(at).join('\n'),
  };
}
