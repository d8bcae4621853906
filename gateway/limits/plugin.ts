import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../request-context';
import { costOf, noteMeasures } from './cost';
import { countRows } from './count-rows';
import { assertWithin, tooComplex, type Limits, type Measures } from './limits';
import type { FieldCosts } from './list-costs';
import { measureShape } from './measure-shape';

/** A client that sends this header, with any value, gets the operation's measures in `extensions.cost`. */
const costHeader = 'x-query-cost';

/**
 * Refuses an operation that is too large, after validation and before planning, and writes `extensions.cost` for clients that
 * ask for it. The measures that follow from the text alone are taken once and kept as long as the parsed document.
 */
export function createLimitsPlugin(limits: Limits, costs: FieldCosts): ApolloServerPlugin<RequestContext> {
  const shapes = new WeakMap<OperationDefinitionNode, Measures>();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async (context) => {
        const { schema, document, operation, contextValue } = context;
        // `refuseUnknownOperations` refuses a name of no operation, and runs at the same time.
        if (!operation) return;
        const shape = shapes.get(operation) ?? measureShape(schema, document, operation, limits);
        shapes.set(operation, shape);
        noteMeasures(contextValue, shape);
        assertWithin(limits, shape);
        const rows = measureRows(context, operation, costs);
        noteMeasures(contextValue, rows);
        assertWithin(limits, rows);
      },
      willSendResponse: async ({ request, response: { body }, contextValue }) => {
        if (body.kind !== 'single') return;
        const { singleResult } = body;
        singleResult.errors = singleResult.errors?.map((error) => asTooManyTokens(error, limits) ?? error);
        if (request.http?.headers.has(costHeader))
          singleResult.extensions = { ...singleResult.extensions, cost: costOf(contextValue, limits) };
      },
    }),
  };
}

function measureRows(
  { schema, document, request: { variables } }: GraphQLRequestContextDidResolveOperation<RequestContext>,
  { name }: OperationDefinitionNode,
  costs: FieldCosts,
): Measures {
  try {
    return { rows: countRows(schema, costs, { document, operationName: name?.value, variables }) };
  } catch (error) {
    // The engine reports variables that are not of their type.
    if (error instanceof GraphQLError) return {};
    throw error;
  }
}

/** The refusal in place of the parser's error. The parser stops at the limit, so the refusal says one token more. */
function asTooManyTokens(
  { message, extensions }: GraphQLFormattedError,
  { tokens }: Limits,
): GraphQLFormattedError | undefined {
  const isParseError = extensions?.code === 'GRAPHQL_PARSE_FAILED';
  if (!isParseError || !/ contains more tha[nt] \d+ tokens/.test(message)) return undefined;
  const {
    message: refused,
    extensions: { http: _, ...shown },
  } = tooComplex('tokens', tokens + 1, tokens);
  return { message: refused, extensions: shown };
}
