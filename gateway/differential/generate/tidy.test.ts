import { buildSchema, parse, print, validate } from 'graphql';
import { tidyDocument } from './tidy';

const schema = buildSchema(`
  type Query { a(n: Int): Int b: String c: Query any: Any }
  union Any = One | Two
  type One { x: Int }
  type Two { x: String }
`);

describe('a document', () => {
  it.each([
    ['that is valid stays as it is', '{ a b: a c { a } }', '{ a b: a c { a } }'],
    ['gives the later of two colliding fields a key of its own', '{ x: a x: b }', '{ x: a k7_1: b }'],
    ['parts fields that differ in arguments', '{ a(n: 1) a(n: 2) }', '{ a(n: 1) k10_0: a(n: 2) }'],
    [
      'parts fields of different types on objects that cannot be one',
      '{ any { ... on One { x } ... on Two { x } } }',
      '{ any { ... on One { x } ... on Two { k38_0: x } } }',
    ],
    [
      'loses variables and fragments that nothing uses, and those that only they used',
      'query ($v: Int, $w: Int) { a(n: $v) } fragment F on Query { ...G } fragment G on Query { a(n: $w) }',
      'query ($v: Int) { a(n: $v) }',
    ],
  ])('%s', (_, text, tidy) => {
    expect(tidyDocument(schema, text)).toBe(print(parse(tidy)));
    expect(validate(schema, parse(tidyDocument(schema, text)))).toEqual([]);
  });
});
