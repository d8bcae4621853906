import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { failed, isObject, type FetchedObject } from '../tree/run';

/** Writes the inputs that a fetch requires of an object; false when one of them is missing or failed. */
type Copy = (source: FetchedObject, target: Record<string, unknown>) => boolean;

type IsOfType = (typename: string, condition: string) => boolean;

/**
 * What a fetch sends of an entity: `... on Product { __typename id }` → `{ __typename: "Product", id: "1" }`.
 * @returns for an object: its representation; null when the fetch is not for its type; undefined when an input is missing
 */
export function compileRepresentation(selections: readonly QueryPlanSelectionNode[], isOfType: IsOfType) {
  const copiers = new Map<string, Copy | null>();
  const copierOf = (typename: string): Copy | null => {
    const known = copiers.get(typename);
    if (known !== undefined) return known;
    const fields = fieldsFor(selections, typename, isOfType);
    const copier = fields.length > 0 ? compileFields(fields, isOfType) : null;
    copiers.set(typename, copier);
    return copier;
  };
  return (object: FetchedObject): Record<string, unknown> | null | undefined => {
    const { __typename: typename } = object;
    const copy = typeof typename === 'string' ? copierOf(typename) : null;
    if (!copy) return null;
    const representation: Record<string, unknown> = {};
    return copy(object, representation) ? representation : undefined;
  };
}

/** The fields of selections that hold for a type, in order. Without a type, those that no fragment has. */
function fieldsFor(
  selections: readonly QueryPlanSelectionNode[],
  typename: string | undefined,
  isOfType: IsOfType,
): QueryPlanFieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection];
    const { typeCondition } = selection;
    const holds = !typeCondition || (typename !== undefined && isOfType(typename, typeCondition));
    return holds ? fieldsFor(selection.selections, typename, isOfType) : [];
  });
}

function compileFields(fields: readonly QueryPlanFieldNode[], isOfType: IsOfType): Copy {
  const copies = fields.map((field) => compileField(field, isOfType));
  return (source, target) => copies.every((copy) => copy(source, target));
}

function compileField({ alias, name, selections }: QueryPlanFieldNode, isOfType: IsOfType): Copy {
  const key = alias ?? name;
  if (!selections) {
    return (source, target) => {
      const value = source[key];
      target[name] = value;
      return value !== undefined && value !== failed && !hasFailed(value);
    };
  }
  const copyValue = compileValue(selections, isOfType);
  return (source, target) => {
    const copied = copyValue(source[key]);
    // One field may stand in several fragments of the input.
    target[name] = mergeCopies(target[name], copied);
    return copied !== undefined;
  };
}

/** A list of leaves may hold a failure. */
const hasFailed = (value: unknown): boolean =>
  Array.isArray(value) && value.some((each) => each === failed || hasFailed(each));

/** Copies a composite value or a list of them; undefined when an input within is missing or failed. */
function compileValue(selections: readonly QueryPlanSelectionNode[], isOfType: IsOfType) {
  const copiers = new Map<string | undefined, Copy>();
  const copierOf = (typename: string | undefined): Copy => {
    const copier =
      copiers.get(typename) ?? compileFields(fieldsFor(selections, typename, isOfType), isOfType);
    copiers.set(typename, copier);
    return copier;
  };
  const copy = (value: unknown): unknown => {
    if (value === null) return null;
    if (Array.isArray(value)) {
      const copied = value.map(copy);
      return copied.includes(undefined) ? undefined : copied;
    }
    if (!isObject(value)) return undefined;
    const target: Record<string, unknown> = {};
    const { __typename: typename } = value;
    return copierOf(typeof typename === 'string' ? typename : undefined)(value, target) ? target : undefined;
  };
  return copy;
}

function mergeCopies(there: unknown, copied: unknown): unknown {
  return isObject(there) && isObject(copied) ? { ...there, ...copied } : copied;
}
