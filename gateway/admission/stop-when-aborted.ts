import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { OperationTypeNode } from 'graphql';
import type { RequestContext } from '../request-context';

/**
 * Queries of which nobody waits for the answer end at once with the reason of their context's signal. A mutation that was
 * begun ends when its outcome is known.
 */
export function stopWhenAborted(gateway: GatewayInterface): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: executor && stopping(executor) };
    },
  };
}

const stopping =
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
