import { isAbstractType, isCompositeType, type GraphQLCompositeType, type GraphQLSchema } from 'graphql';

/** The size of an operation or of a part of one. */
export interface Size {
  readonly depth: number;
  /** Connections inside connections. */
  readonly connections: number;
  /** Objects at the place that has the most. */
  readonly rows: number;
  /** Selections, each once per possible type, multiplied along its path. */
  readonly expansion: number;
}

/** Bounds of a generated operation, far below the limits of the gateway. */
const bounds: Size = { depth: 7, connections: 2, rows: 400, expansion: 400 };

export const nothing: Size = { depth: 0, connections: 0, rows: 0, expansion: 0 };
/** The place at the root of an operation, or of a fragment by itself. */
export const one: Size = { depth: 0, connections: 0, rows: 1, expansion: 1 };

export const fits = (size: Size): boolean =>
  size.depth <= bounds.depth &&
  size.connections <= bounds.connections &&
  size.rows <= bounds.rows &&
  size.expansion <= bounds.expansion;

/** The size of two parts beside each other. */
export const together = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  connections: Math.max(a.connections, b.connections),
  rows: Math.max(a.rows, b.rows),
  expansion: a.expansion + b.expansion,
});

/** The size of a part that stands at a place. */
export const within = (place: Size, part: Size): Size => ({
  depth: place.depth + part.depth,
  connections: place.connections + part.connections,
  rows: place.rows * part.rows,
  expansion: place.expansion * part.expansion,
});

/** The size of a field without its selections. @param page the size of its connection's page */
export function sizeOfField(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  field: string,
  type: string,
  page: number,
): Size {
  return {
    depth: isCompositeType(schema.getType(type)) ? 1 : 0,
    connections: isConnection(type) ? 1 : 0,
    rows: assumedRows(parent.name, field, page),
    expansion: isAbstractType(parent) ? schema.getPossibleTypes(parent).length : 1,
  };
}

const isConnection = (type: string): boolean => type.endsWith('Connection');

/** Objects that a field gives, by `Type.field` or `field`; one where there is no entry. */
const rows: Readonly<Record<string, number>> = {
  'Query.places': 120,
  'Query.departments': 5,
  contains: 20,
  chapters: 7,
  items: 8,
  citations: 2,
  places: 2,
  related: 2,
  types: 60,
  fields: 10,
  args: 4,
  inputFields: 10,
  enumValues: 5,
  possibleTypes: 5,
  directives: 5,
};

function assumedRows(type: string, field: string, page: number): number {
  if (isConnection(type)) return field === 'edges' || field === 'nodes' ? Math.max(1, page) : 1;
  if (type.endsWith('Result') && field === 'targets') return 2;
  return rows[`${type}.${field}`] ?? rows[field] ?? 1;
}
