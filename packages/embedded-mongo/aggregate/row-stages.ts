import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { compileFilter, needsTypes } from '../query/filter';
import { compareSortKeys, parseSort, sortKeyOf, type SortField, type SortKey } from '../query/sort-spec';
import { TopRows } from '../query/top-rows';
import { toPlain } from '../values/codec';
import { type Stage } from './context';
import { requireDocument, requireLimit, requireSkip } from './leading-stages';

/*
 * The stages that let documents through, leave them out or put them in order.
 */

export function matchStage(operand: unknown, options: Options): Stage {
  const filter = requireDocument(toPlain(operand));
  const matches = compileFilter(filter, options);
  const isTyped = needsTypes(filter);
  return function* (documents) {
    for (const document of documents)
      if (matches(isTyped ? document : (toPlain(document) as Document))) yield document;
  };
}

/** In BSON's order, stable; before a limit, no more than the rows that it lets through are kept. */
export function sortStage(operand: unknown, limit?: number): Stage {
  const fields = parseSort(toPlain(operand));
  return function* (documents) {
    const rows = new TopRows<Row>(limit, (a, b) => compareSortKeys(a.key, b.key, fields));
    for (const document of documents) rows.add(rowOf(document, fields));
    for (const { document } of rows.sorted()) yield document;
  };
}

interface Row {
  readonly document: Document;
  readonly key: SortKey;
}

const rowOf = (document: Document, fields: readonly SortField[]): Row => ({
  document,
  key: sortKeyOf(document, fields),
});

export function skipStage(operand: unknown): Stage {
  const skip = requireSkip(operand);
  return function* (documents) {
    let seen = 0;
    for (const document of documents) if (seen++ >= skip) yield document;
  };
}

export function limitStage(operand: unknown): Stage {
  const limit = requireLimit(operand);
  return function* (documents) {
    let seen = 0;
    for (const document of documents) {
      yield document;
      if (++seen >= limit) return;
    }
  };
}

/** So many documents by chance, each once at most. */
export function sampleStage(operand: unknown): Stage {
  const { size } = toPlain(operand) as { size: number };
  return function* (documents) {
    const rows = [...documents];
    for (let taken = 0; taken < Math.min(size, rows.length); taken++) {
      const at = taken + Math.floor(Math.random() * (rows.length - taken));
      const chosen = rows[at];
      rows[at] = rows[taken] ?? {};
      if (chosen) yield chosen;
    }
  };
}
