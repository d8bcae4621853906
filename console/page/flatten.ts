import { isObject, isObjects, isScalar, type Json, type JsonObject, type Scalar } from './json';

/** A row's cells by column. An absent column is an empty cell. */
export type Row = Readonly<Record<string, Scalar>>;

const LIST_SEPARATOR = '；';
/** Fields of a connection that are no cells: `pageInfo` is no data, and `missing` is shown as a notice. */
export const NOT_CELLS = new Set(['pageInfo', 'missing']);

/** An object's cells: `{ quantity: { value: 5 }, tags: ["a", "b"] }` → `{ "quantity.value": 5, tags: "a；b" }`. */
export function flatten(object: JsonObject, prefix = ''): Row {
  const cells: Record<string, Scalar> = {};
  for (const [key, value] of Object.entries(object)) {
    if (NOT_CELLS.has(key)) continue;
    if (isScalar(value)) cells[prefix + key] = value;
    else Object.assign(cells, flattenMember(value, `${prefix}${key}`));
  }
  return cells;
}

function flattenMember(value: JsonObject | readonly Json[], name: string): Row {
  if (isObject(value)) {
    const { edges: _edges, nodes: _nodes, ...rest } = value;
    const items = listOf(value);
    return { ...(items && joinRows(items, name)), ...flatten(items ? rest : value, `${name}.`) };
  }
  if (isObjects(value) && value.length > 0) return joinRows(value, name);
  return { [name]: joinCells(value.map((item) => (isScalar(item) ? item : JSON.stringify(item)))) };
}

function joinRows(items: readonly JsonObject[], name: string): Row {
  const rows = items.map((item) => flatten(item, `${name}.`));
  return Object.fromEntries(
    columnsOf(rows).map((column) => [column, joinCells(rows.map((row) => row[column] ?? null))]),
  );
}

/** `[5, null]` → `5`, with its type; `["a", "b"]` → `"a；b"`; `[null]` → `null`. */
function joinCells(cells: readonly Scalar[]): Scalar {
  const present = cells.filter((cell) => cell !== null);
  return present.length > 1 ? present.join(LIST_SEPARATOR) : (present[0] ?? null);
}

/**
 * Columns in the order of the answer. A row where an object is null has the column `quantity`, other rows have
 * `quantity.value`; `quantity` is then left out.
 */
export function columnsOf(rows: readonly Row[]): string[] {
  const columns: string[] = [];
  const known = new Set<string>();
  for (const row of rows) {
    let at = 0;
    for (const column of Object.keys(row)) {
      if (!known.has(column)) columns.splice(at, 0, column);
      known.add(column);
      at = columns.indexOf(column, 0) + 1;
    }
  }
  const filled = new Set(rows.flatMap((row) => Object.keys(row).filter((column) => row[column] !== null)));
  return columns.filter(
    (column) => filled.has(column) || !columns.some((other) => other.startsWith(`${column}.`)),
  );
}

/** The items of a connection or of a list of objects: `{ node: { id }, cursor }` → `{ id, cursor }`. */
export function listOf(value: Json): JsonObject[] | undefined {
  if (isObjects(value) && value.length > 0) return value;
  if (!isObject(value)) return undefined;
  if (isObjects(value.edges)) return value.edges.map(mergeEdge);
  return isObjects(value.nodes) ? value.nodes : undefined;
}

function mergeEdge({ node, ...edge }: JsonObject): JsonObject {
  return isObject(node) ? { ...node, ...edge } : { node: node ?? null, ...edge };
}
