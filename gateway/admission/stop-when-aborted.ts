import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { OperationTypeNode } from 'graphql';
import type { RequestContext } from '../request-context';

/**
 * An engine whose queries reject as soon as the signal of their context is aborted, with the signal's reason. A mutation goes
 * on until its outcome is known.
 */
export function stopWhenAborted(gateway: GatewayInterface): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: executor && stopQueries(executor) };
    },
  };
}

const stopQueries =
  (executor: GatewayExecutor): GatewayExecutor =>
  async (requestContext) => {
    const { signal } = requestContext.context as RequestContext;
    if (requestContext.operation.operation !== OperationTypeNode.QUERY) return executor(requestContext);
    signal.throwIfAborted();
    return untilAborted(executor(requestContext), signal);
  };

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
