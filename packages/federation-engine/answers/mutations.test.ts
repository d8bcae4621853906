import { describeAnswers } from '../testing/answer-cases';

/** A count that two subgraphs change, each after a while of its own. */
const counter = { value: 0 };

const after = async <Value>(milliseconds: number, change: () => Value): Promise<Value> => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return change();
};

const barriers = {
  typeDefs: `
    type Query { count: Int! }
    type Mutation { start: Int! add(number: Int!): Change! }
    type Change @key(fields: "count") { count: Int! query: Query! }
  `,
  resolvers: {
    Query: { count: () => counter.value },
    Mutation: {
      start: () => (counter.value = 0),
      add: (_: unknown, { number }: { number: number }) =>
        after(10, () => ({ count: (counter.value += number), query: {} })),
    },
  },
};

const signals = {
  typeDefs: `
    type Query { lamp: String! }
    type Mutation { double: Int! }
    type Change @key(fields: "count") { count: Int! colour: String! }
  `,
  resolvers: {
    Query: { lamp: () => 'on' },
    Mutation: { double: () => after(1, () => (counter.value *= 2)) },
    Change: { colour: ({ count }: { count: number }) => (count > 3 ? 'red' : 'green') },
  },
};

describe('mutations', () => {
  describeAnswers({ barriers, signals }, [
    [
      // In series, though the later ones are quicker, and each with its payload from both subgraphs.
      'mutation { start first: add(number: 3) { colour count } double add(number: 1) { count colour } }',
      {},
      { start: 0, first: { colour: 'green', count: 3 }, double: 6, add: { count: 7, colour: 'red' } },
    ],
    [
      'mutation ($n: Int!) { start add(number: $n) { query { count lamp __typename } } }',
      { n: 2 },
      { start: 0, add: { query: { count: 2, lamp: 'on', __typename: 'Query' } } },
    ],
  ]);
});
