import { type Document } from 'bson';
import { badValue, CommandError } from '../errors';
import { type Filter } from '../query/filter';
import { toPlain } from '../values/codec';
import { MISSING } from '../values/paths';
import { isDocument } from '../values/types';

/** The elements that `$[name]` and `$` in a path stand for. */
export interface PathContext {
  readonly arrayFilters: ReadonlyMap<string, Filter>;
  /** The position of the element that the query matched, in the array at a path. */
  readonly matchedIndex: (arrayPath: string) => number | undefined;
}

type Container = Document | unknown[];

/** MongoDB's limit of the nulls that fill an array up to an element beyond its end. */
const MOST_BACKFILLED = 1_500_000;

const DIGITS = /^\d+$/;

/** The paths that one with `$`, `$[]` or `$[name]` stands for: 'a.$[]' of `{ a: [5, 6] }` → 'a.0' and 'a.1'. */
export function concretePaths(document: Document, path: string, context: PathContext): string[] {
  if (!path.includes('$')) return [path];
  let paths: string[][] = [[]];
  for (const part of path.split('.')) {
    paths = part.startsWith('$')
      ? paths.flatMap((before) => elements(document, before, part, context))
      : paths.map((before) => [...before, part]);
  }
  return paths.map((parts) => parts.join('.'));
}

function elements(document: Document, before: string[], part: string, context: PathContext): string[][] {
  const arrayPath = before.join('.');
  if (part === '$') {
    const index = context.matchedIndex(arrayPath);
    if (index === undefined)
      throw badValue('The positional operator did not find the match needed from the query.');
    return [[...before, String(index)]];
  }
  const array = read(document, arrayPath);
  if (array === MISSING)
    throw badValue(`The path '${arrayPath}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(array)) throw badValue(`Cannot apply array updates to non-array element ${arrayPath}`);
  const matches = part === '$[]' ? () => true : filterFor(part, context);
  return array.flatMap((item: unknown, i) => (matches(item) ? [[...before, String(i)]] : []));
}

function filterFor(part: string, { arrayFilters }: PathContext): (item: unknown) => boolean {
  const name = /^\$\[(\w+)\]$/.exec(part)?.[1] ?? '';
  const filter = arrayFilters.get(name);
  if (!filter) throw badValue(`No array filter found for identifier '${name}'`);
  return (item) => filter({ [name]: toPlain(item) });
}

/** The value at a concrete path, or `MISSING`. Only a number leads into an array. */
export function read(document: Document, path: string): unknown {
  let current: unknown = document;
  for (const part of path === '' ? [] : path.split('.')) {
    const held = isContainer(current) && holds(current, part);
    if (!held) return MISSING;
    current = (current as Document)[part];
  }
  return current;
}

/** Writes the value at a concrete path, in place; `MISSING` takes the field away. */
export function write(document: Document, path: string, value: unknown): void {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let container: Container = document;
  for (const [i, part] of parts.entries()) {
    const next = child(container, part, value === MISSING, parts.slice(0, i + 1), parts[i + 1] ?? last);
    if (!next) return;
    container = next;
  }
  if (value === MISSING) remove(container, last);
  else put(container, last, value, parts);
}

/** Where a concrete path cannot go on: the value that stands there under `inside`, and the part that it cannot have. */
interface Obstacle {
  readonly part: string;
  readonly inside: string;
  readonly value: unknown;
}

/**
 * Why a concrete path could not be made: it leads through a scalar, or into an array by a name. Undefined where it is
 * there or could be made: `{ a: 5 }` has no room for 'a.b', and `{ a: [] }` has for 'a.0'.
 */
function obstacleOn(document: Document, path: string): Obstacle | undefined {
  let inside = '';
  let current: unknown = document;
  for (const part of path.split('.')) {
    if (!isContainer(current) || (Array.isArray(current) && !DIGITS.test(part)))
      return { part, inside, value: current };
    if (!holds(current, part)) return undefined;
    current = (current as Document)[part];
    inside = part;
  }
  return undefined;
}

/** @throws PathNotViable where the path could not be made */
export function checkViable(document: Document, path: string): void {
  const obstacle = obstacleOn(document, path);
  if (obstacle) throw notViable(obstacle.part, obstacle.inside, obstacle.value);
}

/** The same for a path that is read. MongoDB has other words for it. */
export function checkTraversable(document: Document, path: string): void {
  const obstacle = obstacleOn(document, path);
  if (!obstacle) return;
  const { part, inside, value } = obstacle;
  const element = `{${inside}: ${JSON.stringify(value)}}`;
  throw new CommandError(
    'PathNotViable',
    `Cannot use the part (${part}) of (${path}) to traverse the element (${element})`,
  );
}

/** The name of the first array that a path leads through; undefined where there is none. */
export function arrayOnPath(document: Document, path: string): string | undefined {
  const parts = path.split('.');
  const at = parts.findIndex((_, i) => i > 0 && Array.isArray(read(document, parts.slice(0, i).join('.'))));
  return parts[at - 1];
}

function child(
  container: Container,
  part: string,
  reading: boolean,
  path: string[],
  next: string,
): Container | undefined {
  const held = holds(container, part) ? ((container as Document)[part] as unknown) : MISSING;
  if (isContainer(held)) return held;
  if (reading) return undefined;
  if (held !== MISSING) throw notViable(next, path.at(-1) ?? '', held);
  const made: Document = {};
  put(container, part, made, path.slice(0, -1));
  return made;
}

function put(container: Container, part: string, value: unknown, path: readonly string[]): void {
  if (!Array.isArray(container)) {
    // Defined, since an assignment to `__proto__` would be none.
    Object.defineProperty(container, part, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  if (!DIGITS.test(part)) throw notViable(part, path.at(-1) ?? '', container);
  if (Number(part) - container.length > MOST_BACKFILLED)
    throw new CommandError('CannotBackfillArray', `can't backfill more than ${MOST_BACKFILLED} elements`);
  for (let i = container.length; i < Number(part); i++) container.push(null);
  container[Number(part)] = value;
}

function remove(container: Container, part: string): void {
  if (!holds(container, part)) return;
  if (Array.isArray(container)) container[Number(part)] = null;
  else delete container[part];
}

function isContainer(value: unknown): value is Container {
  return Array.isArray(value) || isDocument(value);
}

function holds(container: Container, part: string): boolean {
  if (Array.isArray(container)) return DIGITS.test(part) && Number(part) < container.length;
  return Object.hasOwn(container, part);
}

function notViable(field: string, inside: string, value: unknown): CommandError {
  return new CommandError(
    'PathNotViable',
    `Cannot create field '${field}' in element {${inside}: ${JSON.stringify(value)}}`,
  );
}
