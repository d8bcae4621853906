import { type Document } from 'bson';
import { keepFields, type Cut } from '../values/cut';
import { isDocument } from '../values/types';
import { fieldEntries, isFlag, isKept } from './parse-fields';
import { type SortField } from './sort-spec';

const ANY: unique symbol = Symbol('any');
type Name = string | typeof ANY;

/** Cuts documents down to the top-level fields that a filter in MongoDB's query language looks at. */
export const cutForFilter = (filter: Document): Cut => cutTo(namesInFilter(filter));

/** The same for the first stage of a pipeline: the stages after it see no more than it leaves. */
export function cutForStage(stage: Document | undefined): Cut {
  if (isDocument(stage?.$group)) return cutTo(namesInExpression(stage.$group));
  return isDocument(stage?.$project) ? cutTo(namesInProjection(stage.$project)) : whole;
}

/** The same for a sort. */
export const cutForSort = (sort: readonly SortField[]): Cut =>
  keepFields(sort.map(({ path }) => topOf(path)));

const topOf = (path: string): string => path.split('.')[0] ?? path;

const whole: Cut = (document) => document;

/** Documents stay whole where any field may be looked at. */
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
    // A variable may stand for the whole document.
    if (expression.startsWith('$$')) yield ANY;
    else if (expression.startsWith('$')) yield topOf(expression.slice(1));
  } else if (Array.isArray(expression)) {
    for (const each of expression) yield* namesInExpression(each);
  } else if (isDocument(expression)) {
    for (const [name, operand] of Object.entries(expression)) {
      if (name === '$getField') yield ANY;
      // The fields that `$top` and its like sort by are names without dollars.
      if (name === 'sortBy' && isDocument(operand)) yield* Object.keys(operand).map(topOf);
      if (name !== '$literal') yield* namesInExpression(operand);
    }
  }
}
