import { failed, isObject, type FetchedObject, type Path } from './run';
import { everyElement, type TreePath } from './tree-path';

/** The objects at a path of the tree, in order; nulls and failures have none. */
export function objectsAt(root: FetchedObject, path: TreePath): FetchedObject[] {
  const found: FetchedObject[] = [];
  collect(root, path, 0, found);
  return found;
}

function collect(value: unknown, path: TreePath, at: number, found: FetchedObject[]): void {
  if (Array.isArray(value)) {
    const next = path[at] === everyElement ? at + 1 : at;
    for (const element of value) collect(element, path, next, found);
    return;
  }
  if (!isObject(value)) return;
  const step = path[at];
  if (step === undefined) found.push(value);
  else if (typeof step === 'string') collect(value[step], path, at + 1, found);
  else if (step.types.has(value.__typename)) collect(value, path, at + 1, found);
}

/** The first place of an object among those at a path of the tree: `["_0", "nodes", "@"] → ["_0", "nodes", 3]`. */
export function findPlace(
  value: unknown,
  path: TreePath,
  object: FetchedObject,
  at = 0,
): (string | number)[] | undefined {
  if (Array.isArray(value)) {
    const next = path[at] === everyElement ? at + 1 : at;
    for (const [index, element] of value.entries()) {
      const place = findPlace(element, path, object, next);
      if (place) return [index, ...place];
    }
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const step = path[at];
  if (step === undefined) return value === object ? [] : undefined;
  if (typeof step !== 'string')
    return step.types.has(value.__typename) ? findPlace(value, path, object, at + 1) : undefined;
  const place = findPlace(value[step], path, object, at + 1);
  return place && [step, ...place];
}

/**
 * Adds what a fetch brought to an object of the tree. Subgraphs may give parts of one value: objects merge field by field,
 * lists element by element. A null gives way to a value, whichever came first.
 */
export function mergeInto(target: FetchedObject, source: FetchedObject): void {
  for (const key of Object.keys(source)) {
    const [there, added] = [target[key], source[key]];
    if (there === undefined || there === null || there === failed) {
      if (there === undefined || (added !== null && added !== failed)) target[key] = added;
    } else if (added !== null && added !== undefined && added !== failed) {
      if (!mergeValues(there, added)) target[key] = added;
    }
  }
}

/** @returns false where one value must replace the other */
function mergeValues(there: unknown, added: unknown): boolean {
  if (there === added) return true;
  if (isObject(there) && isObject(added)) {
    mergeInto(there, added);
    return true;
  }
  if (!Array.isArray(there) || !Array.isArray(added) || there.length !== added.length) return false;
  for (const [index, element] of added.entries()) {
    if (element === null || element === failed) continue;
    if (!mergeValues(there[index], element)) (there as unknown[])[index] = element;
  }
  return true;
}

/** Puts the mark of a failure where the path of an error ends in a null. */
export function markFailure(data: unknown, path: Path): void {
  let parent = data;
  for (const step of path) {
    if (typeof parent !== 'object' || parent === null) return;
    const value = (parent as Record<string | number, unknown>)[step];
    if (value === null || value === undefined) {
      (parent as Record<string | number, unknown>)[step] = failed;
      return;
    }
    parent = value;
  }
}
