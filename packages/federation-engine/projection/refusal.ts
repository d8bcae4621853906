import { GraphQLError, isNonNullType, type FieldNode, type GraphQLOutputType } from 'graphql';
import type { FetchedObject } from '../tree/run';
import type { ProjectionRun } from './run';

/**
 * A field whose argument the client must mend: null, or what null does where there must be a value.
 * @param refusal of the argument, by graphql-js
 */
export function compileRefusal(
  refusal: GraphQLError,
  { arguments: given = [] }: FieldNode,
  type: GraphQLOutputType,
  depth: number,
) {
  const text = isNonNullType(type) ? undefined : 'null';
  const argument = given.find(({ value }) => refusal.nodes?.includes(value))?.name.value;
  const extensions = { code: 'BAD_USER_INPUT', ...(argument !== undefined && { argument }) };
  return (_: FetchedObject, run: ProjectionRun): string | undefined => {
    run.errors.push(new GraphQLError(refusal.message, { path: run.path.slice(0, depth), extensions }));
    return text;
  };
}
