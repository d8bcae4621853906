import { type Document } from 'bson';
import { isDocument } from '../values/types';

/** The top-level fields that something looks at; undefined where it may look at any. */
export type NeededFields = ReadonlySet<string> | undefined;

const ANY: unique symbol = Symbol('any');
type Name = string | typeof ANY;

/** What a filter in MongoDB's query language looks at. */
export function fieldsOfFilter(filter: Document): NeededFields {
  return collect(namesInFilter(filter));
}

/** What the first stage of a pipeline looks at: the stages after it see no more than it leaves. */
export function fieldsOfStage(stage: Document | undefined): NeededFields {
  if (isDocument(stage?.$group)) return collect(namesInExpression(stage.$group));
  return isDocument(stage?.$project) ? collect(namesInProjection(stage.$project)) : undefined;
}

export const topOf = (path: string): string => path.split('.')[0] ?? path;

function collect(names: Iterable<Name>): NeededFields {
  const found = new Set<string>();
  for (const name of names) {
    if (name === ANY) return undefined;
    found.add(name);
  }
  return found;
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
  for (const [path, value] of Object.entries(projection)) {
    const leavesOut = value === 0 || value === false;
    if (leavesOut && path !== '_id') yield ANY;
    yield topOf(path);
  }
  yield* namesInExpression(projection);
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
      if (name !== '$literal') yield* namesInExpression(operand);
    }
  }
}
