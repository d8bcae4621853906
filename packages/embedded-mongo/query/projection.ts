import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { Query } from 'mingo/query';
import { badValue, CommandError } from '../errors';
import { decodePlain, decodeTyped, encode, encodeComputed } from '../values/codec';
import { dropFields, keepFields } from '../values/cut';
import { isDocument, tagOf, Tag } from '../values/types';
import { defaultOptions } from './mingo-context';

/** Shapes a stored document into what the client asked for. */
export type Projection = (document: Buffer) => Buffer;

interface Tree {
  [field: string]: Tree | true;
}

/** Compiles a find projection; undefined when documents go out as they are. */
export function compileProjection(
  spec: Document | undefined,
  filter: Document = {},
  options: Options = defaultOptions(),
): Projection | undefined {
  if (!spec || Object.keys(spec).length === 0) return undefined;
  const entries = Object.entries(spec);
  entries.forEach(([path, value]) => checkPath(path, value));
  if (!entries.every(([path, value]) => isFlag(value) && !path.endsWith('.$')))
    return computed(spec, filter, options);
  const others = entries.filter(([path]) => path !== '_id');
  const including = others.length > 0 ? truthy(others[0]?.[1]) : truthy(spec._id);
  const odd = others.find(([, value]) => truthy(value) !== including);
  if (odd) throw mixed(odd[0], including);
  const withId = '_id' in spec ? truthy(spec._id) : true;
  const tree = treeOf(others.map(([path]) => path));
  if (!including && !withId) tree._id = true;
  if (including && withId) tree._id = true;
  const isFlat = Object.values(tree).every((branch) => branch === true);
  const cut = including ? keepFields(Object.keys(tree)) : dropFields(Object.keys(tree));
  if (isFlat) return cut;
  return including
    ? (bytes) => encode(pick(decodeTyped(cut(bytes)), tree))
    : (bytes) => encode(omit(decodeTyped(bytes), tree));
}

function checkPath(path: string, value: unknown): void {
  if (path === '') throw badValue('FieldPath cannot be constructed with empty string');
  if (path.startsWith('$'))
    throw new CommandError('Location16410', `FieldPath field names may not start with '$', given '${path}'.`);
  if (path.includes('$') && isFlag(value) && !path.endsWith('.$'))
    throw badValue(`Positional projection may only be used at the end: ${path}`);
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || tagOf(value) === Tag.number;
}

function truthy(value: unknown): boolean {
  return typeof value === 'boolean' ? value : Number(value) !== 0;
}

function mixed(path: string, including: boolean): CommandError {
  return including
    ? new CommandError('Location31254', `Cannot do exclusion on field ${path} in inclusion projection`)
    : new CommandError('Location31253', `Cannot do inclusion on field ${path} in exclusion projection`);
}

function treeOf(paths: readonly string[]): Tree {
  const root: Tree = {};
  for (const path of paths) {
    const parts = path.split('.');
    const last = parts.pop() ?? '';
    let node = root;
    for (const part of parts) {
      const next = (node[part] ??= {});
      if (next === true) throw new CommandError('Location31249', `Path collision at ${path}`);
      node = next;
    }
    if (last in node) throw new CommandError('Location31250', `Path collision at ${path}`);
    node[last] = true;
  }
  return root;
}

/** Keeps the fields of the tree, in the document's order. */
function pick(document: Document, tree: Tree): Document {
  const kept: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const branch = tree[field];
    if (branch === true) kept[field] = value as unknown;
    else if (branch && Array.isArray(value)) kept[field] = pickElements(value, branch);
    else if (branch && isDocument(value)) kept[field] = pick(value, branch);
  }
  return kept;
}

function pickElements(items: readonly unknown[], tree: Tree): unknown[] {
  return items.flatMap((item) => {
    if (Array.isArray(item)) return [pickElements(item, tree)];
    return isDocument(item) ? [pick(item, tree)] : [];
  });
}

function omit(document: Document, tree: Tree): Document {
  const kept: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const branch = tree[field];
    if (branch !== true) kept[field] = branch ? omitBelow(value, branch) : (value as unknown);
  }
  return kept;
}

function omitBelow(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => omitBelow(item, tree));
  return isDocument(value) ? omit(value, tree) : value;
}

/** Projections with expressions, `$slice`, `$elemMatch` or `.$` are mingo's. A `$slice` alone keeps all other fields. */
function computed(spec: Document, filter: Document, options: Options): Projection {
  const query = new Query(filter, options);
  const keepsAll = Object.values(spec).every((value) => isDocument(value) && '$slice' in value);
  return (bytes) => {
    const document = decodePlain(bytes);
    const projected = query.find<Document>([document], spec).all()[0] ?? {};
    const kept = keepsAll ? { ...document, ...projected } : projected;
    return encodeComputed('_id' in kept ? { _id: kept._id as unknown, ...kept } : kept);
  };
}
