import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  getOperationAST,
  GraphQLError,
  GraphQLFloat,
  type FloatValueNode,
  type IntValueNode,
  type ValidationRule,
} from 'graphql';
import type { RequestContext } from '../request-context';

/** Refuses a Float literal such as `1e999`, which graphql-js reads as Infinity. In a variable graphql-js refuses it. */
export const finiteFloatsRule: ValidationRule = (context) => {
  const check = (node: FloatValueNode | IntValueNode) => {
    const type = context.getInputType();
    if (!type || getNamedType(type) !== GraphQLFloat || Number.isFinite(Number(node.value))) return;
    context.reportError(
      new GraphQLError(`Float must be a finite number, but got: ${node.value.slice(0, 40)}.`, {
        nodes: node,
      }),
    );
  };
  return { FloatValue: check, IntValue: check };
};

/**
 * Refuses a request that names no operation of its document, and an operation for which the schema has no root type, such as
 * a subscription. Validation lets both pass.
 */
export const refuseUnknownOperations: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveSource: async ({ request }) => {
      // In a URL, an empty `operationName` counts as not given (GraphQL over HTTP).
      if (request.http?.method === 'GET' && request.operationName === '') request.operationName = undefined;
    },
    didResolveOperation: async ({ document, schema, request, operation }) => {
      if (!getOperationAST(document, request.operationName)) throw unknownOperation(request.operationName);
      if (operation && !schema.getRootType(operation.operation)) {
        throw badOperation('GRAPHQL_VALIDATION_FAILED', `The schema has no ${operation.operation}s.`);
      }
    },
  }),
};

const unknownOperation = (name: string | null | undefined): GraphQLError =>
  badOperation(
    'INVALID_GRAPHQL',
    name == null
      ? 'operationName must be given, since the query has several operations.'
      : `operationName must name an operation of the query, but got: ${JSON.stringify(name.slice(0, 80))}.`,
  );

const badOperation = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400, headers: new HeaderMap() } } });

/** The codes of mistakes of the client. A request that failed by these alone has the status 400. */
const clientCodes = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'INVALID_GRAPHQL'];

/**
 * Sets the HTTP status of an answer without data by the codes of its errors, and `cache-control`: a client may keep an answer
 * to a GET that has no errors, if it asks again by the answer's tag before each use. No other answer may be kept.
 */
export const setStatusAndCaching: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response: { body, http } }) => {
      const { data, errors } = body.kind === 'single' ? body.singleResult : body.initialResult;
      const isGet = request.http?.method === 'GET';
      http.headers.set('cache-control', isGet && !errors ? 'private, no-cache' : 'no-store');
      if (data !== undefined || !errors) return;
      const codes = errors.map(({ extensions }) => String(extensions?.code));
      if (codes.every((code) => clientCodes.includes(code))) http.status = 400;
      if (codes.includes('PERSISTED_QUERY_NOT_FOUND')) http.status = 404;
    },
  }),
};
