import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from '../limits/limits';
import type { Source } from '../sources/source';
import { DegradingSource } from './degrading-source';

/** Errors of one answer in a line of the log. */
const mostLogged = 5;

export interface EngineOptions {
  readonly supergraphSdl: string;
  /** By name; every subgraph of the supergraph must be there. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly limits: Limits;
  readonly logger: Logger;
  /** Called before every fetch with the subgraph's name. */
  readonly onFetch?: (subgraph: string) => void;
}

export function createDegradingSources(
  { sources, logger, onFetch = () => undefined }: EngineOptions,
  supergraph: GraphQLSchema,
): DegradingSource[] {
  return [...sources].map(
    ([name, source]) =>
      new DegradingSource(name, source, supergraph, {
        onFetch: () => onFetch(name),
        onFailure: ({ reason, cause }, requestId) =>
          logger.warn({ requestId, subgraph: name, reason, err: cause }, 'subgraph failed'),
        onMasked: (errors, requestId) =>
          logger.warn({ requestId, subgraph: name, errors: errors.slice(0, mostLogged) }, 'subgraph errors'),
      }),
  );
}
