import { execute, validate, type GraphQLSchema } from 'graphql';
import type { Source, SubgraphRequest, SubgraphResponse } from '../sources/source';

/** A subgraph in this process. Each request must be valid for its schema, as a subgraph behind HTTP would demand. */
export const createLocalSource = (schema: GraphQLSchema): Source => ({
  fetch: async ({ document, operationName, variables }: SubgraphRequest): Promise<SubgraphResponse> => {
    const [invalid] = validate(schema, document);
    if (invalid) return { errors: [invalid.toJSON()] };
    const { data, errors } = await execute({
      schema,
      document,
      operationName,
      variableValues: { ...variables },
    });
    return { data, errors: errors?.map((error) => error.toJSON()) };
  },
});
