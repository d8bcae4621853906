import type { GraphQLFormattedError } from 'graphql';
import type { Operation } from './oracle';

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Asks the system that is judged. */
export type Ask = (operation: Operation) => Promise<Answer>;
