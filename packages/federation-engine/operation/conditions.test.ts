import { Kind, parse, type FieldNode } from 'graphql';
import { conditionVariables, isLeftOut, nullCondition } from './conditions';

function fieldOf(query: string): FieldNode {
  const [operation] = parse(query).definitions;
  const node = operation?.kind === Kind.OPERATION_DEFINITION && operation.selectionSet.selections[0];
  if (!node || node.kind !== Kind.FIELD) throw new Error(`The query must begin with a field: ${query}`);
  return node;
}

it.each<[string, object, boolean]>([
  ['{ a }', {}, false],
  ['{ a @include(if: true) }', {}, false],
  ['{ a @include(if: false) }', {}, true],
  ['{ a @skip(if: false) }', {}, false],
  ['{ a @skip(if: true) }', {}, true],
  ['{ a @include(if: true) @skip(if: true) }', {}, true],
  ['{ a @include(if: false) @skip(if: false) }', {}, true],
  ['query ($x: Boolean!) { a @include(if: $x) }', { x: true }, false],
  ['query ($x: Boolean!) { a @include(if: $x) }', { x: false }, true],
  ['query ($x: Boolean!) { a @skip(if: $x) }', { x: true }, true],
  ['query ($x: Boolean = true) { a @skip(if: $x) }', { x: null }, true],
  ['query ($x: Boolean = true) { a @include(if: $x) }', { x: null }, true],
  ['{ a @other(if: false) }', {}, false],
])('in %s with %j the field is left out: %j', (query, variables, expected) => {
  expect(isLeftOut(fieldOf(query), variables as Record<string, unknown>)).toBe(expected);
});

it.each<[string, readonly string[]]>([
  ['{ a @include(if: true) }', []],
  ['query ($x: Boolean!, $y: Int) { a(b: $y) @include(if: $x) }', ['x']],
  [
    'query ($x: Boolean!, $y: Boolean!) { a { b @skip(if: $y) } ...F } fragment F on Q { c @include(if: $x) }',
    ['y', 'x'],
  ],
  ['query ($x: Int) { a @other(if: $x) }', []],
])('the variables of conditions in %s', (query, names) => {
  expect([...conditionVariables(parse(query))]).toEqual(names);
});

it.each<[object, string | undefined]>([
  [{ x: true, y: false }, undefined],
  [{ x: true, y: null }, 'y'],
  [{ x: null, y: null }, 'x'],
  [{ x: true, y: true, other: null }, undefined],
])('of the conditions x and y, %j has a null at %s', (variables, argument) => {
  const refusal = nullCondition(new Set(['x', 'y']), variables as Record<string, unknown>);

  expect(refusal?.extensions).toEqual(argument && { code: 'BAD_USER_INPUT', argument });
});
