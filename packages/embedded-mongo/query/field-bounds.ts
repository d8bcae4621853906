import { type IndexField } from '../storage/index-spec';
import { type IndexTable } from '../storage/index-table';
import { intersectBounds, type Bounds } from './bounds';
import { type Branch } from './branches';
import { holds, isPoint } from './intervals';

/**
 * The bounds of each field of an index in one branch of a filter; undefined for a field that the branch leaves free.
 * In a multikey field one condition at most bounds the keys: README.md in this folder says why.
 */
export function fieldBounds(index: IndexTable, branch: Branch): readonly (Bounds | undefined)[] {
  const boundArrays = new Set<string | undefined>();
  return index.fields.map((field, i) => {
    const given = branch.fields.get(field.path);
    if (!given) return undefined;
    const isMultikey = index.multikey[i] === true;
    if (!isMultikey && !hasPosition(field)) return intersectBounds(given);
    const [array] = field.parts;
    if (boundArrays.has(array)) return undefined;
    const bounds = boundsOfOneCondition(field, given);
    if (bounds && isMultikey) boundArrays.add(array);
    return bounds;
  });
}

/** Points before ranges. The bounds are exact only where the condition is the field's one condition. */
function boundsOfOneCondition(field: IndexField, given: readonly Bounds[]): Bounds | undefined {
  const positive = given.filter(({ negative }) => !negative);
  const chosen = positive.find(({ intervals }) => intervals.every(isPoint)) ?? positive[0];
  if (!chosen) return undefined;
  // At 'b.0' a document within the array may lack the field '0', of which no key tells.
  if (hasPosition(field) && holds(chosen.intervals, null)) return undefined;
  const exact = given.length === 1 && chosen.exact && !hasPosition(field);
  return { ...chosen, exact, exactAlone: exact };
}

/** Whether a part of the path may be a position in an array, of whose other elements the key does not tell. */
export function hasPosition({ parts }: IndexField): boolean {
  return parts.some((part, i) => i > 0 && /^\d+$/.test(part));
}
