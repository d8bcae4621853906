import type { Data, Statement } from './data';
import { compareBy, type Order, type OrderField } from './order';
import type { Positions } from './page';
import { searchables, type Hit } from './search';

/**
 * The oracle's cursors name their row: `⟨PLAN|economy:2.1⟩`, `⟨SCORE|3|Place|place:彭浦镇⟩`. The class `Cursors` pairs them with the
 * system's, which are opaque.
 */
export const cursorPattern = /⟨[^⟩]*⟩/g;
const cursorText = (...parts: readonly (string | number)[]): string => `⟨${parts.join('|')}⟩`;

export const statementCursor = (field: OrderField, { id }: Pick<Statement, 'id'>): string =>
  cursorText(field, id);

export const hitCursor = ({ score, type, id }: Pick<Hit, 'score' | 'type' | 'id'>): string =>
  cursorText('SCORE', score, type, id);

/** Compares targets or results with cursors of the same order. */
export function statementPositions(data: Data, order: Order): Positions<Statement> {
  const all = [...data.targets, ...data.results];
  const find = (cursor: string) => all.find((each) => statementCursor(order.field, each) === cursor);
  const compare = compareBy(order);
  return {
    isCursor: (cursor) => find(cursor) !== undefined,
    compareToCursor: (row, cursor) => {
      const at = find(cursor);
      return at ? compare(row, at) : 0;
    },
  };
}

/** Compares hits of any search with cursors of any search. */
export function hitPositions(data: Data): Positions<Hit> {
  const order = searchables(data).map(({ type, id }) => `${type}|${id}`);
  const find = (cursor: string) => {
    const [, score, type, id] = /^⟨SCORE\|([123])\|(\w+)\|(.+)⟩$/.exec(cursor) ?? [];
    const position = order.indexOf(`${type}|${id}`);
    return position < 0 ? null : { score: Number(score), position };
  };
  return {
    isCursor: (cursor) => find(cursor) !== null,
    compareToCursor: ({ score, type, id }, cursor) => {
      const at = find(cursor);
      return at ? at.score - score || order.indexOf(`${type}|${id}`) - at.position : 0;
    },
  };
}
