import { type Document } from 'bson';
import { CommandError } from '../errors';
import { type Compute, type Variables } from '../expressions/types';
import { setField } from '../values/documents';
import { isDocument } from '../values/types';

/** Whether a field is kept, left out or computed. */
export type Leaf =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'compute'; readonly compute: Compute };

/** Fields by name, in the order of the specification, with a tree for each field that paths lead into. */
export class FieldTree {
  readonly fields = new Map<string, Leaf | FieldTree>();
  /** Whether it has a computed field, at any depth. */
  computes = false;

  /** Adds a leaf at a dotted path; a path that is there already, or lies above or below one, is refused. */
  add(path: string, leaf: Leaf): void {
    this.#addParts(path.split('.'), path, leaf);
  }

  #addParts([name = '', ...rest]: readonly string[], path: string, leaf: Leaf): void {
    this.computes ||= leaf.kind === 'compute';
    const there = this.fields.get(name);
    if (rest.length === 0) {
      if (there) throw collision('Location31250', path);
      this.fields.set(name, leaf);
      return;
    }
    if (there && !(there instanceof FieldTree)) throw collision('Location31249', path);
    const below = there ?? new FieldTree();
    this.fields.set(name, below);
    below.#addParts(rest, path, leaf);
  }
}

function collision(code: 'Location31249' | 'Location31250', path: string): CommandError {
  return new CommandError(code, `Path collision at ${path}`);
}

/** The fields that are kept, in the document's order, with the documents of arrays on the way cut down as well. */
export function keepOnly(document: Document, tree: FieldTree): Document {
  const kept: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const field = tree.fields.get(name);
    const left: unknown =
      field instanceof FieldTree ? keepBelow(value, field) : field?.kind === 'keep' ? value : undefined;
    if (left !== undefined) setField(kept, name, left);
  }
  return kept;
}

/**
 * A scalar where a path leads on is left out, in an array too: `{a: [1, {b: 2, c: 3}]}` by `a.b → {a: [{b: 2}]}`. Where
 * something is computed below, its place in the array stays, to be filled.
 */
function keepBelow(value: unknown, tree: FieldTree): unknown {
  if (isDocument(value)) return keepOnly(value, tree);
  if (!Array.isArray(value)) return undefined;
  const items = value.map((item) => keepBelow(item, tree));
  return tree.computes ? items : items.filter((item) => item !== undefined);
}

/** All fields but those that are left out. */
export function dropFrom(document: Document, tree: FieldTree): Document {
  const kept: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const field = tree.fields.get(name);
    if (field instanceof FieldTree) setField(kept, name, dropBelow(value, field));
    else if (field?.kind !== 'drop') setField(kept, name, value);
  }
  return kept;
}

function dropBelow(value: unknown, tree: FieldTree): unknown {
  if (Array.isArray(value)) return value.map((item) => dropBelow(item, tree));
  return isDocument(value) ? dropFrom(value, tree) : value;
}

/**
 * Computes fields into a document of one's own: one that is there keeps its position, a new one comes last, and a
 * missing value takes the field away.
 */
export function computeInto(target: Document, tree: FieldTree, variables: Variables): Document {
  for (const [name, field] of tree.fields) {
    if (field instanceof FieldTree) {
      if (field.computes) setField(target, name, computeBelow(target[name], field, variables));
    } else if (field.kind === 'compute') {
      const value = field.compute(variables);
      if (value === undefined) delete target[name];
      else setField(target, name, value);
    }
  }
  return target;
}

/** Of an array every element gets the fields; a scalar is replaced by a document of them. */
function computeBelow(value: unknown, tree: FieldTree, variables: Variables): unknown {
  if (Array.isArray(value)) return value.map((item) => computeBelow(item, tree, variables));
  return computeInto(isDocument(value) ? { ...value } : {}, tree, variables);
}
