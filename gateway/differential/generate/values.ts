import fc, { type Arbitrary } from 'fast-check';
import type { ArgumentTree, ArgumentTrees, Giving } from './tree';

/** Shrinking replaces any other alternative by the first. */
export const shrinkToFirst = { withCrossShrink: true };

export const giving: Arbitrary<Giving> = fc.oneof(
  shrinkToFirst,
  { weight: 3, arbitrary: fc.constant<Giving>('LITERAL') },
  { weight: 1, arbitrary: fc.constantFrom<Giving>('VARIABLE', 'DEFAULT') },
);

export type Trees = Arbitrary<ArgumentTrees>;
export type Tree = Arbitrary<ArgumentTree>;

export const given = (value: Arbitrary<unknown>): Tree => fc.record({ value, giving });
export const nullable = (value: Arbitrary<unknown>): Tree =>
  given(
    fc.oneof(shrinkToFirst, { weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }),
  );
export const some = (values: Arbitrary<unknown>): Tree => nullable(fc.array(values, { maxLength: 3 }));
/** Mostly a value that the seeds have, now and then one that they do not have. */
export const mostly = (known: Arbitrary<unknown>, ...unknown: readonly unknown[]): Arbitrary<unknown> =>
  fc.oneof(
    shrinkToFirst,
    { weight: 12, arbitrary: known },
    { weight: 1, arbitrary: fc.constantFrom(...unknown) },
  );

/** An input object, given as a whole or field by field. */
export const objectOf = (fields: Trees): Tree =>
  fc.tuple(fields, giving).map(([each, how]) => objectTree(each, how));

export function objectTree(fields: ArgumentTrees, how: Giving): ArgumentTree {
  const value = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
  return { value, giving: how, ...(how === 'LITERAL' && { fields }) };
}
