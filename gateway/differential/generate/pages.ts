import fc, { type Arbitrary } from 'fast-check';
import type { OrderField } from '../oracle/order';
import type { ArgumentTree, ArgumentTrees, Giving } from './tree';
import { given, giving, mostly, nullable, objectOf, objectTree, type Trees } from './values';
import type { Vocabulary } from './vocabulary';

/** A filter, an order, and a page that begins or ends at cursors of that order. */
export const listArguments =
  (words: Vocabulary) =>
  (filter: Trees): Trees =>
    fc
      .record({ filter: fc.option(objectOf(filter), { freq: 2 }), order: orderTree, page: pageTrees })
      .map(({ filter: conditions, order, page: { after, before, ...page } }) => ({
        ...(conditions && { filter: conditions }),
        ...(order && { orderBy: objectTree(order.fields, order.giving) }),
        ...page,
        ...cursorTree('after', after, words.statementCursors(order?.field ?? 'PLAN')),
        ...cursorTree('before', before, words.statementCursors(order?.field ?? 'PLAN')),
      }));

export const searchArguments = ({ texts, hitCursors }: Vocabulary): Trees =>
  fc
    .record({ text: given(mostly(fc.constantFrom(...texts), '店', '')), first: size, after: row })
    .map(({ text, first, after }) => ({
      text,
      ...(first && { first }),
      ...cursorTree('after', after, hitCursors),
    }));

const size: Arbitrary<ArgumentTree | null> = fc.option(
  nullable(mostly(fc.integer({ min: 0, max: 7 }), 30, 100, -1, 501)),
  { freq: 3 },
);

interface RowTree {
  readonly at: number;
  readonly giving: Giving;
}
/** The row of a cursor; null for no cursor. */
const row: Arbitrary<RowTree | null> = fc.option(fc.record({ at: fc.nat({ max: 999 }), giving }), {
  freq: 1,
});

const pageTrees = fc
  .record({ size, from: fc.constantFrom('first', 'last'), after: row, before: row })
  .map(({ size: count, from, after, before }) => ({ ...(count && { [from]: count }), after, before }));

const cursorTree = (name: string, of: RowTree | null, cursors: readonly string[]): ArgumentTrees =>
  of ? { [name]: { value: cursors[of.at % cursors.length] ?? '', giving: of.giving } } : {};

const orderTree = fc.option(
  fc
    .record({
      field: fc.constantFrom<OrderField>('PLAN', 'VALUE', 'TITLE', 'UPDATED'),
      direction: fc.option(fc.constantFrom('ASC', 'DESC')),
      giving,
    })
    .map(({ field, direction, giving: how }) => ({
      field,
      giving: how,
      fields: {
        field: { value: field, giving: 'LITERAL' as const },
        ...(direction && { direction: { value: direction, giving: 'LITERAL' as const } }),
      },
    })),
  { freq: 1 },
);
