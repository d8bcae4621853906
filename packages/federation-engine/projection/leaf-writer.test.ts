import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import { compileLeaf } from './leaf-writer';
import type { ProjectionRun } from './run';

const colour = new GraphQLEnumType({ name: 'Colour', values: { RED: {}, BLUE: {} } });
const anything = new GraphQLScalarType({ name: 'Anything' });

const write = (type: Parameters<typeof compileLeaf>[0], value: unknown) => {
  const run: ProjectionRun = { path: ['field'], errors: [], introspection: new Map() };
  return { text: compileLeaf(type, 1)(value, run), errors: run.errors.map(({ message }) => message) };
};

describe('a leaf', () => {
  it.each([
    ['a string', GraphQLString, 'a "quote"\u2028', JSON.stringify('a "quote"\u2028')],
    ['a number as a string', GraphQLString, 4, '"4"'],
    ['an ID', GraphQLID, 'x', '"x"'],
    ['a number as an ID', GraphQLID, 7, '"7"'],
    ['true', GraphQLBoolean, true, 'true'],
    ['false', GraphQLBoolean, false, 'false'],
    ['a float', GraphQLFloat, 1.5, '1.5'],
    ['a huge float', GraphQLFloat, 1e21, '1e+21'],
    ['an int', GraphQLInt, -3, '-3'],
    ['a whole float as an int', GraphQLInt, 2.0, '2'],
    ['zero with a sign', GraphQLInt, -0, '0'],
    ['an enum value', colour, 'RED', '"RED"'],
    ['an object of a custom scalar', anything, { a: [1, null] }, '{"a":[1,null]}'],
  ])('writes %s', (_, type, value, text) => {
    expect(write(type, value)).toEqual({ text, errors: [] });
  });

  it.each([
    ['an object as a string', GraphQLString, {}, 'String cannot represent value: {}'],
    ['a fraction as an int', GraphQLInt, 1.5, 'Int cannot represent non-integer value: 1.5'],
    [
      'an int beyond 32 bits',
      GraphQLInt,
      2 ** 31,
      'Int cannot represent non 32-bit signed integer value: 2147483648',
    ],
    ['infinity', GraphQLFloat, Infinity, 'Float cannot represent non numeric value: Infinity'],
    ['an unknown enum value', colour, 'GREEN', 'Enum "Colour" cannot represent value: "GREEN"'],
    ['what JSON does not have', anything, Symbol('x'), 'Anything cannot represent: Symbol(x)'],
  ])('refuses %s', (_, type, value, message) => {
    expect(write(type, value)).toEqual({ text: undefined, errors: [message] });
  });
});
