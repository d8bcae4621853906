import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, execute, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { loadSeeds } from '../../../seeds/load';
import { arrangeSeeds, type Data } from './data';
import { mutationRoot } from './progress';
import { queryRoot } from './root';

/** The client's schema, from the committed file. */
const readApiSchema = (): GraphQLSchema =>
  buildSchema(readFileSync(join(__dirname, '../../../schema/api.graphql'), 'utf8'));

/** The body of a client's request. */
export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export interface Oracle {
  readonly schema: GraphQLSchema;
  readonly data: Data;
  answer(operation: Operation): ExecutionResult;
}

/**
 * Gives the right answers by plain graphql-js over the seeds as arrays. It shares only the schema, the list of departments and
 * the seeds' format with the system, and is simple rather than fast.
 *
 * @param now the instant at which a progress entry is filed, ISO 8601
 */
export function createOracle(now = () => new Date().toISOString()): Oracle {
  const schema = readApiSchema();
  const data = arrangeSeeds(loadSeeds());
  const rootValue = { ...queryRoot(data), ...mutationRoot(data, now) };
  return {
    schema,
    data,
    answer: ({ query, variables, operationName }) => {
      const document = parse(query);
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors };
      const result = execute({ schema, document, rootValue, variableValues: variables, operationName });
      if (result instanceof Promise) throw new Error('The oracle must answer at once.');
      return result;
    },
  };
}
