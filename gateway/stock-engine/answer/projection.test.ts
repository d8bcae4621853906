import { buildSchema, getOperationAST, GraphQLError, parse } from 'graphql';
import { failedMark, unknownMark } from './fetched-data';
import { writePlannable } from '../operation/plannable-operation';
import { project } from './projection';

const schema = buildSchema(`
  scalar Date
  enum Kind { TOWN ROAD }
  type Query { place: Place places: [Place]! town: Place! item: Item }
  type Place { id: ID! kind: Kind area: Float! since: Date within: Place }
  interface Item { id: ID! }
  type Work implements Item { id: ID! }
`);

function answer(query: string, data: unknown, errors: readonly GraphQLError[] = []) {
  const document = parse(query, { noLocation: true });
  const operation = getOperationAST(document);
  if (!operation) throw new Error('One operation is expected.');
  const { keys } = writePlannable({ schema, document, operation, variables: {} }, new Map());
  const result = project({ schema, document, operation, variables: {}, keys, data, errors });
  return JSON.parse(JSON.stringify(result)) as unknown;
}

const place = { id: '1', kind: 'TOWN', area: 1.5 };
const down = (...path: (string | number)[]) =>
  new GraphQLError('down', { path, extensions: { code: 'DEPARTMENT_UNAVAILABLE' } });

describe('the projection', () => {
  it.each<[string, string, unknown, unknown]>([
    [
      'aliases',
      '{ a: place { kind: id id: area } }',
      { _0: { _1: '1', _2: 2 } },
      { a: { kind: '1', id: 2 } },
    ],
    [
      'values of custom scalars as they are',
      '{ place { since } }',
      { place: { since: { odd: ['as', 'is'] } } },
      { place: { since: { odd: ['as', 'is'] } } },
    ],
    [
      'null for what is not there',
      '{ place { id } item { id } }',
      { place: null },
      { place: null, item: null },
    ],
    [
      'null for an entity that its owner does not know',
      '{ place { id within { id } } places { id } }',
      {
        place: { ...place, within: { id: '2', [unknownMark]: true } },
        places: [{ id: '3', [unknownMark]: true }, place],
      },
      { place: { id: '1', within: null }, places: [null, { id: '1' }] },
    ],
    [
      'an empty object where no type matches',
      '{ item { ... on Work { id } } place { ... @skip(if: true) { id } } }',
      { item: { __typename: 'Work', id: 1 }, place },
      { item: { id: '1' }, place: {} },
    ],
  ])('gives %s', (_, query, data, expected) => {
    expect(answer(query, data)).toEqual({ data: expected });
  });

  it.each<[string, string, unknown, unknown, (string | number)[]]>([
    [
      'an enum value that the schema lacks',
      '{ place { id kind } }',
      { place: { ...place, kind: 'MOON' } },
      { place: { id: '1', kind: null } },
      ['place', 'kind'],
    ],
    ['a null that must not be', '{ a: place { area } }', { _0: { area: null } }, { a: null }, ['a', 'area']],
    ['a null that takes the answer with it', '{ town { id } }', { town: null }, null, ['town']],
    [
      'a type that the schema lacks',
      '{ item { id } place { id } }',
      { item: { __typename: 'Moon', id: 1 }, place },
      { item: null, place: { id: '1' } },
      ['item'],
    ],
    ['no list where one must be', '{ places { id } }', { places: 3 }, null, ['places']],
  ])('has one error for %s, at its place', (_, query, data, expected, path) => {
    expect(answer(query, data)).toEqual({ data: expected, errors: [expect.objectContaining({ path })] });
  });

  it.each<[string, string, unknown, GraphQLError, unknown]>([
    [
      'a fetch at the root that failed',
      '{ town { id } place { id } }',
      { [failedMark]: true },
      down('town'),
      null,
    ],
    [
      'an entity that failed with others',
      '{ places { area } }',
      { places: [{ [failedMark]: true }, { [failedMark]: true }, place] },
      down('places', 0),
      { places: [null, null, { area: 1.5 }] },
    ],
    [
      'an error below the null',
      '{ place { within { area } } }',
      { place: null },
      down('place', 'within', 'area'),
      { place: null },
    ],
    ['an error at the null', '{ town { id } }', { town: null }, down('town'), null],
  ])('has no second error for %s', (_, query, data, error, expected) => {
    expect(answer(query, data, [error])).toEqual({ data: expected, errors: [error.toJSON()] });
  });

  it('has an error of its own for a null that an error elsewhere does not explain', () => {
    expect(
      answer('{ a: place { area } place { area } }', { _0: { area: null }, place: { area: null } }, [
        down('a', 'area'),
      ]),
    ).toEqual({
      data: { a: null, place: null },
      errors: [
        expect.objectContaining({ path: ['a', 'area'], message: 'down' }),
        expect.objectContaining({ path: ['place', 'area'] }),
      ],
    });
  });
});
