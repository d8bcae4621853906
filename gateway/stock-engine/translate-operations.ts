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

/** The number of errors after which graphql-js stops when it executes an operation itself. */
const mostVariableErrors = 50;

/**
 * Translates each operation for an executor whose data are in a plan's response keys: the executor gets a plannable operation,
 * and the client the answer to its own. An operation that needs no fetch, such as introspection, does not reach the executor.
 */
export function translateOperations(
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

/** A copy of the schema without the resolvers that Apollo Server wraps around fields: they would replace the projection's. */
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
