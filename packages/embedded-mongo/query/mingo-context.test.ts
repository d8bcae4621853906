import { Double, Long } from 'bson';
import { Context } from 'mingo/core';
import * as queries from 'mingo/operators/query';
import { Query } from 'mingo/query';
import { type Options } from 'mingo/types';
import { compileFilter } from './filter';
import { matchOperators } from './match-operators';
import { mingoOptions } from './mingo-context';

/*
 * Filters are mingo's where they combine conditions, and the store's where values are compared. These are the ways of
 * mingo that the store relies on without being promised them.
 */

test('mingo takes the operators of queries from the options’ table: Context.init({ query })', () => {
  const options = mingoOptions({});
  const seen: unknown[] = [];
  const context = Context.from(options.context).addQueryOps({
    $probe: ((path: string, operand: unknown, { variables }: Options) => {
      seen.push([path, operand, variables]);
      return (document: { a: number }) => document.a === 1;
    }) as unknown as typeof queries.$eq,
  });
  const query = new Query({ a: { $probe: [2] } }, { ...options, context, variables: { x: 3 } });

  // Once per query, with the path, the operand and the options' variables, and not once per document.
  expect([query.test({ a: 1 }), query.test({ a: 2 })]).toEqual([true, false]);
  expect(seen).toEqual([['a', [2], { x: 3 }]]);
});

test('mingo makes $eq of a value and $regex of a pattern', () => {
  const asked = (condition: unknown): boolean => compileFilter({ a: condition })({ a: new Double(1) });
  expect(asked(Long.fromNumber(1))).toBe(true);
  expect(asked(2)).toBe(false);
  expect(compileFilter({ a: /^x/ })({ a: 'xy' })).toBe(true);
});

test('mingo’s $and, $or, $nor and $not ask the operators of the same table', () => {
  // Mingo's own `$gt` would compare a number with a text as JavaScript does.
  const one = { a: { $gte: Long.fromNumber(1) } };
  const matches = compileFilter({
    $and: [one, { $or: [one] }, { $nor: [{ a: 2 }] }, { a: { $not: { $eq: 3 } } }],
  });
  expect([matches({ a: new Double(1) }), matches({ a: 2 }), matches({ a: 3 }), matches({ a: '1' })]).toEqual([true, false, false, false]); // prettier-ignore
});

test.each(Object.keys(matchOperators))('mingo has a query operator %s, which the store replaces', (name) => {
  expect(queries).toHaveProperty(name);
});

test.each(['$and', '$or', '$nor', '$not', '$bitsAllClear', '$bitsAllSet', '$bitsAnyClear', '$bitsAnySet'])(
  'mingo has a query operator %s, which the store takes as it is',
  (name) => {
    expect(queries).toHaveProperty(name);
  },
);
