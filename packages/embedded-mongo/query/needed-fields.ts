import { type Document } from 'bson';
import { keepFields, type Cut } from '../values/cut';
import { isDocument } from '../values/types';
import { fieldEntries, isFlag, isKept } from './parse-fields';
import { type SortField } from './sort-spec';

const ANY: unique symbol = Symbol('any');
type Name = string | typeof ANY;

/** Cuts documents down to the top-level fields that a filter looks at. */
export const cutForFilter = (filter: Document): Cut => cutTo(namesInFilter(filter));

/** Cuts documents down to the top-level fields that a `$group` or `$project` looks at; for any other stage they stay whole. */
export function cutForStage(stage: Document | undefined): Cut {
  if (isDocument(stage?.$group)) return cutTo(namesInExpression(stage.$group));
  return isDocument(stage?.$project) ? cutTo(namesInProjection(stage.$project)) : whole;
}

/** Cuts documents down to the top-level fields of a sort. */
export const cutForSort = (sort: readonly SortField[]): Cut =>
  keepFields(sort.map(({ path }) => topOf(path)));

const topOf = (path: string): string => path.split('.')[0] ?? path;

const whole: Cut = (document) => document;

/** Documents stay whole where a name is `ANY`. */
function cutTo(names: Iterable<Name>): Cut {
  const found = new Set<string>();
  for (const name of names) {
    if (name === ANY) return whole;
    found.add(name);
  }
  return keepFields(found);
}

function* namesInFilter(filter: Document): Generator<Name> {
  for (const [field, condition] of Object.entries(filter)) {
    if (!field.startsWith('$')) yield topOf(field);
    else if (Array.isArray(condition))
      for (const branch of condition) yield* namesInFilter(branch as Document);
    else if (field !== '$comment') yield ANY;
  }
}

function* namesInProjection(projection: Document): Generator<Name> {
  yield '_id';
  for (const [path, value] of fieldEntries(projection)) {
    yield topOf(path);
    if (!isFlag(value)) yield* namesInExpression(value);
    else if (!isKept(value) && path !== '_id') yield ANY;
  }
}

function* namesInExpression(expression: unknown): Generator<Name> {
  if (typeof expression === 'string') {
    // Variables such as `$$ROOT` stand for the whole document.
    if (expression.startsWith('$$')) yield ANY;
    else if (expression.startsWith('$')) yield topOf(expression.slice(1));
  } else if (Array.isArray(expression)) {
    for (const each of expression) yield* namesInExpression(each);
  } else if (isDocument(expression)) {
    for (const [name, operand] of Object.entries(expression)) {
      if (name === '$getField') yield ANY;
      // `$top` and its siblings name the fields that they sort by without a dollar.
      if (name === 'sortBy' && isDocument(operand)) yield* Object.keys(operand).map(topOf);
      if (name !== '$literal') yield* namesInExpression(operand);
    }
  }
}
