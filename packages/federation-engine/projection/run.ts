import { GraphQLError } from 'graphql';

/** One projection: where it is, and what it found wrong. */
export interface ProjectionRun {
  /** Client's keys and indices from the root to the value that is written; entries beyond the depth are of earlier values. */
  readonly path: (string | number)[];
  readonly errors: GraphQLError[];
  /** JSON of the root's introspection fields, by the client's key. */
  readonly introspection: ReadonlyMap<string, string>;
}

/**
 * Writes a value as JSON text.
 * @returns undefined for a null where the type allows none, so that the object around it becomes null
 */
export type Write = (value: unknown, run: ProjectionRun) => string | undefined;

/** Notes an error of the value at this depth. */
export function report(run: ProjectionRun, depth: number, message: string, originalError?: Error): void {
  run.errors.push(new GraphQLError(message, { path: run.path.slice(0, depth), originalError }));
}
