import { columnsOf, flatten, listOf, NOT_CELLS, type Row } from './flatten';
import { isObject, isScalar, type Json, type JsonObject, type Scalar } from './json';

export interface Table {
  /** The list's place in the answer, without list indexes: `place.targets`. Empty for the whole answer. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The connections' `totalCount`, which exceeds the rows of one page; undefined when it was not asked for. */
  readonly total: number | undefined;
  /** True for one object with a row per field (`turnRecord`). */
  readonly isRecord?: boolean;
}

interface Found {
  readonly rows: Row[];
  total?: number;
}

/** An object with at least this many scalar fields is a record; with fewer, it only leads to a list below it. */
const PLAIN_FIELDS = 4;

/**
 * Every list of objects in an answer's data as a table: records first, then lists by their depth, otherwise in the
 * order of the answer. A list inside another list's rows becomes a table of its own, whose rows begin with the
 * parents' scalar fields. Without data there is no table.
 */
export function findTables(data: Json | undefined): Table[] {
  if (!isObject(data)) return [];
  const found = new Map<string, Found>();
  collect(data, [], {}, found);
  const tables = [...found].map(([path, { rows, total }]) => ({
    path,
    columns: columnsOf(rows),
    rows,
    total,
  }));
  return [...findRecords(data, found.size === 0), ...tables.sort((a, b) => depth(a.path) - depth(b.path))];
}

/**
 * Single objects as tables of one row: `target(id: …)` with its many scalar fields is a record, `place` in
 * `place { targets { … } }` is none.
 * @param isAll the answer has no list, so every object is a record
 */
function findRecords(data: JsonObject, isAll: boolean): Table[] {
  const records = Object.entries(data).flatMap(([path, value]) => {
    const isRecord =
      isObject(value) && !listOf(value) && (isAll || ownScalars(value, path).length >= PLAIN_FIELDS);
    return isRecord ? [oneRow(path, value)] : [];
  });
  return records.length === 0 && isAll ? [oneRow('', data)] : records;
}

function oneRow(path: string, object: JsonObject): Table {
  const rows = [flatten(object)];
  return { path, columns: columnsOf(rows), rows, total: undefined };
}

function collect(value: Json, path: readonly string[], parents: Row, found: Map<string, Found>): void {
  const items = listOf(value);
  if (items) {
    const name = path.join('.');
    const entry: Found = found.get(name) ?? { rows: [] };
    found.set(name, entry);
    if (isObject(value) && typeof value.totalCount === 'number')
      entry.total = (entry.total ?? 0) + value.totalCount;
    for (const item of items) {
      entry.rows.push({ ...parents, ...flatten(item) });
      collectMembers(item, path, { ...parents, ...Object.fromEntries(ownScalars(item, path.at(-1))) }, found);
    }
  }
  if (isObject(value)) collectMembers(value, path, parents, found);
}

function collectMembers(
  object: JsonObject,
  path: readonly string[],
  parents: Row,
  found: Map<string, Found>,
): void {
  for (const [key, member] of Object.entries(object)) {
    if (key === 'edges' || key === 'nodes' || NOT_CELLS.has(key)) continue;
    collect(member, [...path, key], parents, found);
  }
}

function ownScalars(item: JsonObject, name = ''): [string, Scalar][] {
  return Object.entries(item).flatMap(([key, value]) => (isScalar(value) ? [[`${name}.${key}`, value]] : []));
}

function depth(path: string): number {
  return path === '' ? 0 : path.split('.').length;
}
