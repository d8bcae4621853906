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

/** What graphql-js lets pass in a literal though it refuses it in a variable: `1e999`. */
export const finiteFloats: ValidationRule = (context) => {
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

/** Refuses operations that the request does not name or that the schema has no root type for; validation lets them pass. */
export const refuseOperations: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveSource: async ({ request }) => {
      // In a URL, an empty name is none (GraphQL over HTTP).
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

/** What a client can mend, where the whole request failed of it. */
const clientCodes = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'INVALID_GRAPHQL'];

/**
 * The status of requests that were not executed where the executor leaves it open, and how answers may be kept: whole
 * ones to a GET may be asked about again, all others are kept nowhere.
 */
export const statusesAndCaching: ApolloServerPlugin<RequestContext> = {
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
