import { Long, type Document } from 'bson';
import { setField } from '../values/documents';
import { isDocument } from '../values/types';
import { type Stage } from './context';

interface Unwinding {
  /** The field that holds the array, by parts. */
  readonly field: readonly string[];
  /** The field that the position goes to; none for no position. */
  readonly index?: readonly string[];
  /** Whether a document without elements stays. */
  readonly preserve: boolean;
}

function parse(operand: unknown): Unwinding {
  const spec = (isDocument(operand) ? operand : { path: operand }) as {
    path: string;
    includeArrayIndex?: string;
    preserveNullAndEmptyArrays?: boolean;
  };
  return {
    field: spec.path.slice(1).split('.'),
    index: spec.includeArrayIndex?.split('.'),
    preserve: spec.preserveNullAndEmptyArrays === true,
  };
}

/** One document per element. A value that is no array is its own only element; missing, null and `[]` have none. */
export function unwindStage(operand: unknown): Stage {
  const unwinding = parse(operand);
  return function* (documents) {
    for (const document of documents) yield* unwind(document, unwinding);
  };
}

function* unwind(document: Document, { field, index, preserve }: Unwinding): Generator<Document> {
  const value = valueAt(document, field);
  const numbered = (row: Document, at?: number): Document =>
    index ? withValue(row, index, at === undefined ? null : Long.fromNumber(at)) : row;
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield numbered(withValue(document, field, item), at);
    if (value.length === 0 && preserve) yield numbered(withValue(document, field, undefined));
  } else if ((value !== undefined && value !== null) || preserve) yield numbered(document);
}

/** The value at a path through documents alone. */
function valueAt(document: Document, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (isDocument(value) && Object.hasOwn(value, part) ? value[part] : undefined),
    document,
  );
}

/** A copy with the value at a path, or without that field for `undefined`. */
function withValue(document: Document, [name = '', ...rest]: readonly string[], value: unknown): Document {
  const copy = { ...document };
  const inner: unknown = Object.hasOwn(copy, name) ? copy[name] : undefined;
  const next = rest.length === 0 ? value : withValue(isDocument(inner) ? inner : {}, rest, value);
  if (next === undefined) delete copy[name];
  else setField(copy, name, next);
  return copy;
}
