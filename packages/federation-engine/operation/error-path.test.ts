import { getOperationAST, parse } from 'graphql';
import { toClientPath } from './error-path';
import type { Path } from '../tree/run';
import { readSupergraph } from '../supergraph/supergraph';
import { composeFixtures } from '../testing/fixture';
import { writePlannable } from './plannable-operation';

const supergraph = readSupergraph(
  composeFixtures({
    works: {
      typeDefs: `
  type Query { list(first: Int): List! }
  type List { nodes: [Node!]! total: Int! }
  interface Node { id: ID! }
  type Work implements Node { id: ID! list(first: Int): List! }
`,
    },
  }),
);
const document = parse(`
  { a: list(first: 1) { nodes { ...F ...F } n: nodes { id } } }
  fragment F on Work { id b: list(first: 2) { ...G total } }
  fragment G on List { total: total nodes { x: id } }
`);

describe('the path of an error', () => {
  it.each<[string, Path, Path]>([
    ['in keys of the plan', ['_0', 'nodes', 2, '_1', 'total'], ['a', 'nodes', 2, 'b', 'total']],
    [
      'through nested fragments',
      ['_0', 'nodes', 0, '_1', 'nodes', 1, '_2'],
      ['a', 'nodes', 0, 'b', 'nodes', 1, 'x'],
    ],
    ['into what only the plan asks for', ['_0', 'economy', 'rows', 3], ['a']],
    ['at an entity of a list', ['_0', '_3', 4, 'ref'], ['a', 'n', 4]],
    ['of the whole', [], []],
  ])('%s leads to the place in the client’s answer', (_, path, expected) => {
    const operation = getOperationAST(document);
    if (!operation) throw new Error('One operation is expected.');
    const plannable = writePlannable(supergraph, { document, operation, variables: {} });

    expect(toClientPath(path, operation, plannable)).toEqual(expected);
  });
});
