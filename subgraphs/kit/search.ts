import type { Collection, Document, Filter } from 'mongodb';
import type { ResultDocument, TargetDocument } from './documents';
import type { Page } from './selector';
import { escapeRegExp, normalizeText } from './text';

export interface SearchMatch {
  readonly id: string;
  readonly type: 'target' | 'result';
  readonly score: number;
  readonly highlights: string[];
}

/** Every target and result that holds all terms, unordered. */
export async function findMatches(
  targets: Collection<TargetDocument>,
  results: Collection<ResultDocument>,
  terms: readonly string[],
): Promise<SearchMatch[]> {
  const found = await Promise.all([matchesIn(targets, 'target', terms), matchesIn(results, 'result', terms)]);
  return found.flat();
}

async function matchesIn<T extends Document>(
  collection: Collection<T>,
  type: SearchMatch['type'],
  terms: readonly string[],
): Promise<SearchMatch[]> {
  const all: Document[] = terms.map((term) => ({
    searchText: { $regex: escapeRegExp(normalizeText(term)) },
  }));
  const projection = { title: 1, text: 1 };
  const documents = await collection.find({ $and: all } as Filter<T>, { projection }).toArray();
  return documents.map((document) => ({
    id: String(document._id),
    type,
    ...rate([String(document.title), String(document.text)], terms),
  }));
}

export interface SearchRow {
  readonly id: string;
  readonly type: string;
  /** Sorts the best first, across departments. */
  readonly key: string;
  readonly highlights: string[];
}

/** @returns the page's rows and one more, whether rows precede it, and how many there are */
export function pageOfMatches<M extends { id: string; type: string; score: number; highlights: string[] }>(
  matches: readonly M[],
  page: Page,
): { rows: SearchRow[]; preceded: boolean; total: number } {
  const all = matches
    .map(({ id, type, score, highlights }) => ({ id, type, highlights, key: scoreKey(score, id) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const start = page.after === undefined ? 0 : all.filter(({ key }) => key <= (page.after ?? '')).length;
  return { rows: all.slice(start, start + page.take + 1), preceded: start > 0, total: all.length };
}

const highestScore = 1e6;

/** The higher the score, the lower the key. */
export function scoreKey(score: number, id: string): string {
  return `${(highestScore - score).toFixed(3).padStart(11, '0')}|${id}`;
}

export const scoreOfKey = (key: string): number =>
  Math.round((highestScore - Number.parseFloat(key)) * 1000) / 1000;

/**
 * Rates fields from the weightiest to the lightest: a term counts more the more of the field it makes up.
 * @returns the score, and each field that holds a term with the match in 【】
 */
export function rate(
  fields: readonly string[],
  terms: readonly string[],
): { score: number; highlights: string[] } {
  let score = 0;
  const highlights: string[] = [];
  for (const [rank, field] of fields.entries()) {
    const ranges = terms.map((term) => findTerm(field, term)).filter((range) => range !== null);
    if (ranges.length === 0) continue;
    const covered = ranges.reduce((sum, [start, end]) => sum + end - start, 0);
    score += (ranges.length * 10 + (covered / field.length) * 10) / (rank + 1);
    highlights.push(markRanges(field, ranges));
  }
  return { score: Math.round(score * 1000) / 1000, highlights };
}

/** The first place of a term in a text as printed, whatever the spaces and widths between. */
function findTerm(field: string, term: string): [number, number] | null {
  const letters = [...normalizeText(term)].map(escapeRegExp).join('\\s*');
  const match = new RegExp(letters, 'iu').exec(
    field.normalize('NFKC').length === field.length ? field.normalize('NFKC') : field,
  );
  return match ? [match.index, match.index + match[0].length] : null;
}

function markRanges(field: string, ranges: readonly (readonly [number, number])[]): string {
  let marked = '';
  let at = 0;
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    if (end <= at) continue;
    marked += `${field.slice(at, Math.max(start, at))}【${field.slice(Math.max(start, at), end)}】`;
    at = end;
  }
  return marked + field.slice(at);
}
