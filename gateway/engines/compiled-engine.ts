import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { createEngine, type Source as EngineSource } from 'federation-engine';
import { buildSchema, OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { DegradingSource } from '../absence/degrading-source';
import { createDegradingSources, type EngineOptions } from '../absence/degrading-sources';
import { createFetch } from '../absence/fetch';
import { dispensableSubgraphs } from '../absence/tolerance';
import { noteMeasures } from '../limits/cost';
import { assertWithin, tooComplex } from '../limits/limits';
import type { RequestContext } from '../request-context';
import type { ResponseError } from '../sources/failure';

/** Our own engine, from packages/federation-engine, over our sources. */
export function createCompiledEngine(options: EngineOptions): GatewayInterface {
  const { supergraphSdl, limits } = options;
  const supergraph = buildSchema(supergraphSdl, { assumeValidSDL: true });
  const sources = createDegradingSources(options, supergraph).map(
    (source) => [source.name, adaptSource(source, supergraph)] as const,
  );
  const engine = createEngine({
    supergraphSdl,
    sources: new Map(sources),
    // Answers of departments are checked, and placeholders made, for one list of entities at a time.
    joinsFetches: false,
    planningDeadline: limits.planning,
    refusePlanning: (deadline) => tooComplex('planning', deadline + 1, deadline),
    onPlan: ({ fetches }, context) => {
      noteMeasures(context as object, { fetches });
      assertWithin(limits, { fetches });
    },
  });
  const dispensable = dispensableSubgraphs(supergraph);
  return {
    onSchemaLoadOrUpdate: (callback) => engine.onSchemaLoadOrUpdate(callback),
    load: async (given) => {
      const { executor } = await engine.load(given);
      return { executor: executor && askAgainWithoutLost(executor, dispensable) };
    },
    stop: () => engine.stop(),
  };
}

const adaptSource = (source: DegradingSource, supergraph: GraphQLSchema): EngineSource => ({
  fetch: async ({ query, document, operationName, variables, context, paths }) => {
    const origin = context as RequestContext;
    const isOfList = paths.some((path) => path.includes('@'));
    const request = { query, document, operationName, variables, origin };
    const fetch = createFetch({ supergraph, request, absence: origin.absence, isOfList });
    const response = await source.fetch(fetch);
    return fetch.toleratesAbsence ? { ...response, errors: response.errors?.map(placeAtEntity) } : response;
  },
});

/**
 * The engine withholds whatever requires a null that came with an error. A list copes with a department's null, so the error
 * stands at the list: `["_entities", 0, "economy", "total"] → ["_entities", 0]`.
 */
const placeAtEntity = ({ path, ...error }: ResponseError): ResponseError => ({
  ...error,
  path: path?.slice(0, 2),
});

/**
 * A department may answer for a list and then fail to give an entity of it. The query is answered again then without the
 * departments that were lost, as if they had been down from the start.
 */
const askAgainWithoutLost =
  (executor: GatewayExecutor, dispensable: ReadonlySet<string>): GatewayExecutor =>
  async (request) => {
    const { absence } = request.context as RequestContext;
    for (;;) {
      const result = await executor(request);
      const isQuery = request.operation?.operation === OperationTypeNode.QUERY;
      if (!isQuery || !absence.goOnWithoutLost(dispensable)) return result;
    }
  };
