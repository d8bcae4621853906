import { Kind, parse, type ObjectTypeDefinitionNode } from 'graphql';
import { readDirectives } from './directives';

const definition = (sdl: string) => parse(sdl).definitions[0] as ObjectTypeDefinitionNode;

it.each([
  ['type A { a: Int }', []],
  ['type A @other { a: Int }', []],
  ['type A @key { a: Int }', [{}]],
  ['type A @key(fields: "id", resolvable: false) { a: Int }', [{ fields: 'id', resolvable: false }]],
  ['type A @key(fields: "id") @other @key(graph: PLAN) { a: Int }', [{ fields: 'id' }, { graph: 'PLAN' }]],
  ['type A @key(weight: 5, of: null, in: [A]) { a: Int }', [{ weight: undefined }]],
])('the uses of @key in %s', (sdl, uses) => {
  expect(definition(sdl).kind).toBe(Kind.OBJECT_TYPE_DEFINITION);
  expect(readDirectives(definition(sdl), 'key')).toEqual(uses);
});

it('a type that was made without SDL has no uses', () => {
  expect(readDirectives(undefined, 'key')).toEqual([]);
  expect(readDirectives(null, 'key')).toEqual([]);
});
