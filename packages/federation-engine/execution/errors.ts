import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import { toClientPath } from '../operation/error-path';
import type { PlannableOperation } from '../operation/plannable-operation';
import type { FetchError, Path, Run } from '../tree/run';
import { findPlace } from '../tree/tree';

/** The errors of a run's fetches, each at its place in the client's answer. */
export const placeErrors = (
  { root, errors }: Run,
  operation: OperationDefinitionNode,
  plannable: PlannableOperation,
): GraphQLError[] =>
  errors.map((fetchError) => {
    const { error, subgraph } = fetchError;
    const path = toClientPath(treePath(root, fetchError), operation, plannable);
    return new GraphQLError(error.message, {
      path: path.length > 0 ? path : undefined,
      extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName: subgraph },
    });
  });

function treePath(root: Run['root'], { fetchPath, object, path }: FetchError): Path {
  const place = object ? findPlace(root, fetchPath, object) : [];
  return [...(place ?? []), ...path];
}
