/** A cell as a spreadsheet may open it: nothing that a customer wrote is taken for a formula. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value.trimStart()) || /^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180) with a byte order mark, without which spreadsheets misread Chinese. */
export function csvOf(rows: string[][]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
