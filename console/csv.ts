/** Null is an empty field. */
export type CsvCell = string | number | boolean | null;

/** Excel reads a file without a byte order mark in the machine's own encoding, and shows Chinese as nonsense. */
const byteOrderMark = '\uFEFF';

/**
 * A whole file after RFC 4180: comma-separated values, lines that end with CRLF, and a byte order mark at the beginning.
 * `toCsv(["名称", "数值"], [["甲", 1.5]])` → `"\uFEFF名称,数值\r\n甲,1.5\r\n"`
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return byteOrderMark + [header, ...rows].map(toCsvLine).join('');
}

/** One line, for a file that is written piece by piece: `["甲,乙", null]` → `"\"甲,乙\",\r\n"`. */
export function toCsvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(toField).join(',')}\r\n`;
}

function toField(cell: CsvCell): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' ? disarm(cell) : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Puts an apostrophe before a text that a spreadsheet would run as a formula, `=1+1` → `'=1+1` (OWASP, CSV injection). A
 * full-width sign counts as its ASCII sign.
 */
function disarm(text: string): string {
  return /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
