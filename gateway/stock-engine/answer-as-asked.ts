import type { GatewayExecutor, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import {
  buildSchema,
  getVariableValues,
  GraphQLError,
  printSchema,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { EntityOwner } from '../supergraph/entity-owners';
import { toClientPath } from './answer/error-path';
import {
  plannableVariable,
  type ClientOperation,
  type PlannableOperation,
  type PlannableRequest,
} from './operation/plannable-operation';
import { PlannableOperations } from './operation/plannable-operations';
import { project } from './answer/projection';

/** As many as graphql-js names when it executes an operation itself. */
const mostVariableErrors = 50;

/**
 * Stands between clients and an executor that gives what a plan fetched: the executor gets a plannable operation, the client
 * the answer to its own. What needs no fetch, such as introspection, never reaches the executor.
 */
export function answerAsAsked(
  executor: GatewayExecutor,
  owners: ReadonlyMap<string, EntityOwner>,
): GatewayExecutor {
  const operations = new PlannableOperations(owners);
  const schemas = new WeakMap<GraphQLSchema, GraphQLSchema>();
  const findSchema = (served: GraphQLSchema) => {
    const schema = schemas.get(served) ?? withoutResolvers(served);
    schemas.set(served, schema);
    return schema;
  };
  return async (requestContext) => {
    const { document, operation, request } = requestContext;
    const client = { schema: findSchema(requestContext.schema), document, operation };
    const variables = coerceVariables(client, request.variables);
    if (variables.errors) return { errors: variables.errors };
    const plannable = operations.find({ ...client, variables: variables.coerced });
    if (plannable instanceof GraphQLError) return { errors: [plannable] };
    const { data, errors = [] } = plannable.request
      ? await executor(toPlannableContext(requestContext, plannable.request))
      : { data: {} };
    if (data == null) return { errors };
    const placed = errors.map((error) => placeError(error, operation, plannable));
    return project({ ...client, variables: request.variables, keys: plannable.keys, data, errors: placed });
  };
}

const coerceVariables = (
  { schema, operation }: Omit<ClientOperation, 'variables'>,
  variables: Record<string, unknown> = {},
) =>
  getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: mostVariableErrors,
  });

/** Apollo Server puts resolvers of its own on the fields of its schema, which would go before the projection's. */
const withoutResolvers = (schema: GraphQLSchema): GraphQLSchema => buildSchema(printSchema(schema));

function toPlannableContext(
  requestContext: GatewayGraphQLRequestContext,
  { document, operation, hash, variableNames }: PlannableRequest,
): GatewayGraphQLRequestContext {
  const given = requestContext.request.variables ?? {};
  const names = variableNames.filter((name) => Object.hasOwn(given, name));
  const variables = Object.fromEntries(
    names.map((name) => [plannableVariable(name), given[name] as unknown]),
  );
  const request = { ...requestContext.request, variables };
  return { ...requestContext, request, document, operation, queryHash: hash };
}

function placeError(
  { message, path, extensions, originalError }: GraphQLError,
  operation: OperationDefinitionNode,
  plannable: PlannableOperation,
): GraphQLError {
  const place = path && toClientPath(path, operation, plannable);
  return new GraphQLError(message, { path: place, extensions, originalError });
}
