import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { getVariableValues, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { introspect } from '../operation/introspection';
import { plannableVariable } from '../operation/plan-arguments';
import type { ClientOperation, PlannableRequest } from '../operation/plannable-operation';
import type { PreparedOperation } from './prepare-operation';
import type { PreparedOperations } from './prepared-operations';
import type { PlanSummary } from '../plan/compile-plan';
import type { CompiledPlans } from '../plan/compiled-plans';
import { AnswerText } from '../projection/answer-text';
import type { ProjectionRun } from '../projection/run';
import type { Supergraph } from '../supergraph/supergraph';
import { placeErrors } from './errors';
import { startRun, type Run } from '../tree/run';

export interface Execution {
  readonly supergraph: Supergraph;
  readonly operations: PreparedOperations<PreparedOperation>;
  readonly plans: CompiledPlans;
  readonly onPlan: (plan: PlanSummary, context: unknown) => void;
  readonly answers: 'objects' | 'text';
}

/** As many as graphql-js names when it executes an operation itself. */
const mostVariableErrors = 50;

/** Answers one request of a client. */
export async function executeOperation(
  { document, operation, request, context }: GatewayGraphQLRequestContext,
  execution: Execution,
): Promise<GatewayExecutionResult> {
  if (!(operation as OperationDefinitionNode | undefined))
    return { errors: [unknownOperation(request.operationName)] };
  const { supergraph, operations, plans, onPlan, answers } = execution;
  const variables = coerceVariables(supergraph.apiSchema, operation, request.variables);
  if (variables.errors) return { errors: variables.errors };
  const client: ClientOperation = { document, operation, variables: variables.coerced };
  const prepared = operations.find(client);
  if (prepared instanceof GraphQLError) return { errors: [prepared] };
  const { plannable } = prepared;
  const run = startRun({ variables: planVariables(plannable.request, client.variables), context });
  if (plannable.request) {
    try {
      const compiled = await plans.find(plannable.request.text);
      onPlan(compiled, context);
      await compiled.run(run);
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }
  return answer({ supergraph, client, prepared, run, answers });
}

interface Answering {
  readonly supergraph: Supergraph;
  readonly client: ClientOperation;
  readonly prepared: PreparedOperation;
  readonly run: Run;
  readonly answers: 'objects' | 'text';
}

function answer({ supergraph, client, prepared, run, answers }: Answering): GatewayExecutionResult {
  const { operation } = client;
  const introspected = introspect(supergraph.apiSchema, client, prepared.introspection);
  const projection: ProjectionRun = {
    path: [],
    errors: [...introspected.errors],
    introspection: introspected.texts,
  };
  const text = prepared.write(run.root, projection) ?? 'null';
  const errors = [...placeErrors(run, operation, prepared.plannable), ...projection.errors];
  if (text === 'null' && errors.length === 0)
    errors.push(new GraphQLError('The answer is null for no known cause.'));
  const data = answers === 'text' && text !== 'null' ? new AnswerText(text) : (JSON.parse(text) as unknown);
  return { data: data as GatewayExecutionResult['data'], ...(errors.length > 0 && { errors }) };
}

function planVariables(
  request: PlannableRequest | null,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (!request) return {};
  const given = request.variableNames.filter((name) => Object.hasOwn(variables, name));
  return {
    ...request.literals,
    ...Object.fromEntries(given.map((name) => [plannableVariable(name), variables[name]])),
  };
}

const coerceVariables = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown> = {},
) => getVariableValues(schema, variableDefinitions, variables, { maxErrors: mostVariableErrors });

const unknownOperation = (name: string | undefined): GraphQLError =>
  new GraphQLError(
    name
      ? `Unknown operation named "${name}".`
      : 'Must provide operation name if query contains multiple operations.',
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
  );
