import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import { OperationTypeNode } from 'graphql';
import type { RequestContext } from '../request-context';

/**
 * A department may answer for a list and fail before it has given what it listed. The stock executor then loses the whole
 * list. Here the query runs again without that department, as if it had been down from the start; each at most once.
 * @param departments the subgraphs that lists can do without
 */
export function retryWithoutFailedSubgraphs(
  executor: GatewayExecutor,
  departments: ReadonlySet<string>,
): GatewayExecutor {
  return async (requestContext) => {
    const { absent, lost } = (requestContext.context as RequestContext).absence;
    for (;;) {
      const result = await executor(requestContext);
      const isQuery = requestContext.operation.operation === OperationTypeNode.QUERY;
      const newlyLost = [...lost].filter((name) => departments.has(name) && !absent.has(name));
      if (!isQuery || newlyLost.length === 0) return result;
      newlyLost.forEach((name) => absent.add(name));
    }
  };
}
