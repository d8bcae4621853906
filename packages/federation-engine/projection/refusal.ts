import { GraphQLError, isNonNullType, Kind, type GraphQLOutputType } from 'graphql';
import type { FetchedObject } from '../execution/run';
import type { ProjectionRun } from './run';

/** A field whose argument the client must mend: null, or what null does where there must be a value. */
export function compileRefusal({ message, nodes }: GraphQLError, type: GraphQLOutputType, depth: number) {
  const text = isNonNullType(type) ? undefined : 'null';
  return (_: FetchedObject, run: ProjectionRun): string | undefined => {
    const [place] = nodes ?? [];
    const argument = place?.kind === Kind.ARGUMENT ? place.name.value : undefined;
    const extensions = { code: 'BAD_USER_INPUT', ...(argument !== undefined && { argument }) };
    run.errors.push(new GraphQLError(message, { path: run.path.slice(0, depth), extensions }));
    return text;
  };
}
