import { normalizeText } from '../contract/text';
import { escapeRegExp } from './escape-reg-exp';

/** In UTF-16 units: how much of a text is shown before the first match and after the last. */
const context = 40;

/**
 * The text with the first match of each term in 【】, cut 40 characters before the first match and after the last;
 * null when the text has no term. `新增首店150家`, `首店` → `新增【首店】150家`
 */
export function highlight(text: string, terms: readonly string[]): string | null {
  const ranges = terms.flatMap((term) => findTerm(text, term) ?? []).sort((a, b) => a.start - b.start);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return null;
  const start = Math.max(0, first.start - context);
  const end = Math.min(text.length, last.end + context);
  let marked = start > 0 ? '…' : '';
  let at = start;
  for (const range of ranges) {
    if (range.start < at) continue;
    marked += `${text.slice(at, range.start)}【${text.slice(range.start, range.end)}】`;
    at = range.end;
  }
  return marked + text.slice(at, end) + (end < text.length ? '…' : '');
}

/** The first match of a term in a text as printed, whatever spaces are between its characters. */
function findTerm(text: string, term: string): { start: number; end: number } | null {
  const letters = [...normalizeText(term)].map(escapeRegExp).join('\\s*');
  const match = new RegExp(letters, 'iu').exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}
