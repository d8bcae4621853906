import type { Scalar } from './page/json';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Comma-separated values after RFC 4180. Begins with a byte order mark, without which Excel takes Chinese for
 * another encoding.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Scalar[])[]): string {
  return BYTE_ORDER_MARK + [header, ...rows].map(toCsvLine).join('');
}

/** One row, for who writes a file piece by piece. */
export function toCsvLine(cells: readonly Scalar[]): string {
  return `${cells.map(toField).join(',')}\r\n`;
}

function toField(cell: Scalar): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' ? disarm(cell) : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run a text that begins like a formula (OWASP, CSV injection); an apostrophe makes it text. */
function disarm(text: string): string {
  return /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
