import { getOperationAST, parse } from 'graphql';
import { readSupergraph } from '../supergraph/supergraph';
import { composeFixtures } from '../testing/fixture';
import { writePlannable } from './plannable-operation';

const supergraphSdl = composeFixtures({
  works: {
    typeDefs: `
      type Query { list(first: Int, at: Point): [Item!]! item(id: ID!): Item plan: Plan! }
      input Point { x: Int y: Int }
      interface Item { id: ID! name(long: Boolean): String! }
      type Work implements Item { id: ID! name(long: Boolean): String! owner: Plan! }
      type Place implements Item { id: ID! name(long: Boolean): String! within: Place }
      type Plan { code: ID! title: String works: [Work] }
    `,
  },
});
const owners = new Map([
  ['Work', { subgraph: 'works', witness: 'id' }],
  ['Place', { subgraph: 'places' }],
]);
const supergraph = { ...readSupergraph(supergraphSdl), owners };

function write(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('One operation is expected.');
  return writePlannable(supergraph, { document, operation, variables }).request;
}

const text = (query: string, variables?: Record<string, unknown>) => {
  const request = write(query, variables);
  return request && request.text.replace(/\s+/g, ' ');
};

describe('a plannable operation', () => {
  it.each([
    ['keeps plain fields', '{ plan { code title } }', '{ plan { code title } }'],
    [
      'has keys of its own for aliases',
      '{ a: plan { code: title id: code } }',
      '{ _0: plan { _1: title _2: code } }',
    ],
    ['takes an alias that is the name for none', '{ plan: plan { code } }', '{ plan { code } }'],
    [
      'has one key for fields that merge, in whatever order their arguments are',
      '{ list(first: 1, at: {x: 1, y: 2}) { id } list(at: {y: 2, x: 1}, first: 1) { id } }',
      'query ($literal_0: Int, $literal_1: Point) { _0: list(first: $literal_0, at: $literal_1) { id } _0: list(first: $literal_0, at: $literal_1) { id } }',
    ],
    [
      'has keys of their own for fields that only share a place',
      '{ list { ... on Work { a: id name } ... on Place { a: name(long: true) name(long: true) } } }',
      'query ($literal_0: Boolean, $literal_1: Boolean) { list { __typename ... on Work { _0: id name } ... on Place { _1: name(long: $literal_0) _2: name(long: $literal_1) } } }',
    ],
    [
      'asks no introspection',
      '{ __typename t: __typename __schema { queryType { name } } plan { __typename code } }',
      '{ plan { code } }',
    ],
    [
      'asks an object for its type where nothing else is selected',
      '{ plan { t: __typename } }',
      '{ plan { __typename } }',
    ],
    [
      'asks owners whether they know what may be null',
      '{ item(id: 1) { name } plan { works { owner { code } } } }',
      'query ($literal_0: ID!) { _0: item(id: $literal_0) { name ... on Work { id } } plan { works { owner { code } ... on Work { id } } } }',
    ],
    [
      'has no fragment that nothing is left of or that nobody spreads',
      '{ plan { ...A ...B } ...C } fragment A on Plan { ...B } fragment B on Plan { __typename } fragment C on Query { ...D } fragment D on Query { __typename }',
      '{ plan { __typename } }',
    ],
    [
      'writes a fragment once',
      '{ plan { ...A } p: plan { ...A } } fragment A on Plan { t: title }',
      '{ plan { ...A } _1: plan { ...A } } fragment A on Plan { _0: title }',
    ],
  ])('%s', (_, query, expected) => {
    expect(text(query)).toBe(expected);
  });

  it.each([
    ['@include(if: $t)', '{ plan { code title } }'],
    ['@include(if: $f)', '{ plan { title } }'],
    ['@skip(if: $t)', '{ plan { title } }'],
    ['@skip(if: $f)', '{ plan { code title } }'],
    ['@skip(if: $f) @include(if: $f)', '{ plan { title } }'],
    ['@skip(if: true)', '{ plan { title } }'],
    ['@include(if: true)', '{ plan { code title } }'],
  ])('has evaluated %s, at fields and fragments', (condition, expected) => {
    const variables = { t: true, f: false };
    const fragment = 'fragment F on Plan { code }';
    expect(text(`query ($t: Boolean!, $f: Boolean!) { plan { code ${condition} title } }`, variables)).toBe(
      expected,
    );
    expect(
      text(`query ($t: Boolean!, $f: Boolean!) { plan { ...F ${condition} title } } ${fragment}`, variables),
    ).toBe(expected.replace('code', '...F') + (expected.includes('code') ? ` ${fragment}` : ''));
  });

  it('has the variables that it needs, by names that no plan has', () => {
    const request = write(
      'query Q($representations: Int = 5, $c: Boolean!, $id: ID!) { list(first: $representations) { id } item(id: $id) @include(if: $c) { id } }',
      { representations: 5, c: false, id: '1' },
    );

    expect(request && request.text.replace(/\s+/g, ' ')).toBe(
      'query ($client_representations: Int = 5) { _0: list(first: $client_representations) { id } }',
    );
    expect(request?.variableNames).toEqual(['representations']);
  });

  it('leaves out a field whose argument is null and must not be', () => {
    expect(text('query ($id: ID = 1) { item(id: $id) { id } plan { code } }', { id: null })).toBe(
      '{ plan { code } }',
    );
  });

  it('is none when nothing has to be fetched', () => {
    expect(write('{ __typename ...F } fragment F on Query { __schema { queryType { name } } }')).toBeNull();
  });

  it.each([
    ['names', '{ a: plan { code } }', '{ b: plan { __typename code } }'],
    ['literals', '{ list(first: 1) { id } }', '{ list(first: 2) { id } }'],
    ['objects of literals', '{ list(at: { x: 1 }) { id } }', '{ list(at: { x: 2, y: 3 }) { id } }'],
  ])('has one text for operations that differ in %s alone', (_, one, other) => {
    expect(text(one)).toBe(text(other));
    expect(text(one)).not.toBe(text('{ plan { title } }'));
  });

  it('has the values of its literals beside its text', () => {
    const query = 'query ($x: Int) { list(first: 20, at: { x: $x, y: 3 }) { id } item(id: 7) { id } }';

    expect(write(query)?.literals).toEqual({ literal_0: 20, literal_1: 7 });
    expect(text(query)).toContain('at: {x: $client_x, y: 3}');
  });
});
