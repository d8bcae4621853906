import type { TreePath } from '../tree/tree-path';
import type { Run } from '../tree/run';
import type { PlanEnvironment } from './environment';
import type { SubgraphError, SubgraphRequest, SubgraphResponse } from '../sources/source';
import { checkResponse } from '../sources/checked-response';
import type { SubgraphOperation } from './subgraph-operation';

/** Representations of entities; their JSON texts where they were written already, to compare them. */
export interface Representations {
  readonly values: readonly Record<string, unknown>[];
  readonly texts?: readonly string[];
}

/** Sends an operation's requests. A source that throws has an answer of one error. */
export function compileRequest(
  { subgraph, text: query, document, operationName, isMutation, variableNames, entities }: SubgraphOperation,
  treePaths: readonly TreePath[],
  { sourceOf, onFetch }: PlanEnvironment,
) {
  const source = sourceOf(subgraph);
  const paths = treePaths.map((path) => path.filter((step) => typeof step === 'string'));
  const head = `{"query":${JSON.stringify(query)}${operationName ? `,"operationName":${JSON.stringify(operationName)}` : ''}`;
  return async (
    { variables, context }: Run,
    representations: readonly Representations[] = [],
  ): Promise<SubgraphResponse> => {
    const own = pick(variables, variableNames);
    const added = entities.map(({ variable }, index) => [variable, representations[index]?.values ?? []]);
    const request: SubgraphRequest = {
      query,
      document,
      operationName,
      isMutation,
      paths,
      variables: { ...own, ...(Object.fromEntries(added) as object) },
      context,
      get body() {
        const others = JSON.stringify(own).slice(1, -1);
        const lists = entities.map(
          ({ variable }, index) => `"${variable}":${listText(representations[index])}`,
        );
        return `${head},"variables":{${[...lists, ...(others ? [others] : [])].join()}}}`;
      },
    };
    onFetch(subgraph);
    try {
      return checkResponse(await source.fetch(request)) ?? noResponse(subgraph);
    } catch (error) {
      return isCoded(error) ? { data: null, errors: [error] } : noResponse(subgraph);
    }
  };
}

const listText = (representations: Representations | undefined): string =>
  representations?.texts
    ? `[${representations.texts.join()}]`
    : JSON.stringify(representations?.values ?? []);

const noResponse = (subgraph: string): SubgraphResponse => {
  const message = `Subgraph ${subgraph} gave no response.`;
  return { data: null, errors: [{ message, extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] };
};

/** Whether a source meant an error for the client; the messages of others stay here. */
const isCoded = (error: unknown): error is SubgraphError => {
  const { message, extensions } = error as Partial<SubgraphError>;
  return message !== undefined && extensions?.code !== undefined;
};

function pick(
  variables: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (name in variables) picked[name] = variables[name];
  return picked;
}
