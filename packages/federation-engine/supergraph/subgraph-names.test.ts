import { buildSchema, parse } from 'graphql';
import { graphNameOf, readSubgraphNames } from './subgraph-names';

const sdl = `
  directive @join__graph(name: String!, url: String!) on ENUM_VALUE
  enum Other { PLAN }
  enum join__Graph {
    PLAN @join__graph(name: "plan", url: "http://127.0.0.1/")
    WORK_SAFETY @join__graph(name: "work-safety", url: "")
  }
  type Query { a: Other }
`;

describe.each([
  ['a schema', buildSchema(sdl)],
  ['a document', parse(sdl)],
])('subgraphs of a supergraph that is given as %s', (_, supergraph) => {
  it('are known by their names in join__Graph', () => {
    expect([...readSubgraphNames(supergraph)]).toEqual([
      ['PLAN', 'plan'],
      ['WORK_SAFETY', 'work-safety'],
    ]);
  });

  it.each([
    ['plan', 'PLAN'],
    ['work-safety', 'WORK_SAFETY'],
    ['economy', undefined],
  ])('%s is %s there', (subgraph, name) => {
    expect(graphNameOf(supergraph, subgraph)).toBe(name);
  });
});

it('a schema that is no supergraph has no subgraphs', () => {
  expect(readSubgraphNames(buildSchema('type Query { a: Int }')).size).toBe(0);
  expect(readSubgraphNames(parse('type Query { a: Int }')).size).toBe(0);
});
