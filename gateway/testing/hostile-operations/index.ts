import { deep } from './deep';
import { documents } from './documents';
import { fragments } from './fragments';
import { inputs } from './inputs';
import { wide } from './wide';

/** A request that is meant to stall or exhaust the process. */
export interface HostileOperation {
  readonly name: string;
  readonly query: string;
  readonly variables?: object;
  /** The bounds or error codes that may refuse it; an operation without any is answered. */
  readonly refusedBy: readonly string[];
}

/** Operations of the kinds that are known to harm GraphQL servers, and the refusal of each. */
export const hostileOperations: readonly HostileOperation[] = [
  ...deep,
  ...wide,
  ...fragments,
  ...inputs,
  ...documents,
].map(([name, refusedBy, query, variables]) => ({
  name,
  query,
  ...(variables && { variables }),
  refusedBy: refusedBy.split('|').filter(Boolean),
}));
