import { type Document } from 'bson';
import { type IndexTable } from '../storage/index-table';
import { isDocument } from '../values/types';
import { type Branch } from './branches';
import { holds } from './intervals';

/** Whether an index, which may be sparse or partial, has every document that can match. */
export function holdsAll(index: IndexTable, branches: readonly Branch[], filter: Document): boolean {
  const { sparse, partialFilterExpression } = index.spec;
  if (partialFilterExpression) {
    const implied = Object.entries(partialFilterExpression);
    return implied.every(([field, condition]) => sameCondition(filter[field], condition));
  }
  if (!sparse) return true;
  // A sparse index has every document with a value in some field, and a condition that null does not meet demands one.
  const isPresent = (branch: Branch): boolean =>
    index.fields.some(({ path }, i) =>
      branch.fields
        .get(path)
        ?.some(({ intervals, negative }) => !(negative && index.multikey[i]) && !holds(intervals, null)),
    );
  return branches.every(isPresent);
}

function sameCondition(given: unknown, needed: unknown): boolean {
  if (isDocument(needed) && needed.$exists === true && Object.keys(needed).length === 1) {
    return (
      given !== undefined &&
      given !== null &&
      !(
        isDocument(given) &&
        ('$exists' in given || '$ne' in given || '$not' in given || '$nin' in given || '$in' in given)
      )
    );
  }
  return JSON.stringify(given) === JSON.stringify(needed);
}
