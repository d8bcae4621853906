import type { SubgraphFixtures } from './fixture';
import { startSupergraph, transports, type Answer, type TestSupergraph } from './test-supergraph';

/** An operation and its answer; each error as its place and message: `"trains.0.driver: Nobody drives."`. */
export type AnswerCase = readonly [
  query: string,
  variables: Record<string, unknown>,
  data: unknown,
  errors?: readonly string[],
];

/** One test for each case and transport. The order of keys counts. */
export function describeAnswers(subgraphs: SubgraphFixtures, cases: readonly AnswerCase[]): void {
  describe.each(transports)('%s', (transport) => {
    let supergraph: TestSupergraph;

    beforeAll(async () => {
      supergraph = await startSupergraph(subgraphs, { transport });
    });

    afterAll(() => supergraph.stop());

    it.each(cases.map(withErrors))('answers %s', async (query, variables, data, errors) => {
      const answer = await supergraph.ask(query, variables);

      expect({ data: answer.data, errors: readErrors(answer) }).toEqual({ data, errors });
      expect(JSON.stringify(answer.data)).toBe(JSON.stringify(data));
    });
  });
}

const withErrors = ([query, variables, data, errors = []]: AnswerCase) =>
  [query, variables, data, errors] as const;

export const readErrors = ({ errors = [] }: Answer): string[] =>
  errors.map(({ path, message }) => `${path?.join('.') ?? ''}: ${message}`);

/** Resolves a reference to the item of a list that has the same key, or to null. */
export const findBy =
  <Item extends object>(items: readonly Item[], key: keyof Item) =>
  (reference: Item): Item | null =>
    items.find((item) => item[key] === reference[key]) ?? null;
