import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import { createQuestion, rootFields, type Question } from '../answers/question';
import type { SubgraphRequest } from '../sources/source';
import type { Absence } from './absence';
import { createPlaceholders } from './tolerance';

/** A request to one subgraph, and how to answer it where the subgraph cannot. */
export interface Fetch {
  readonly request: SubgraphRequest;
  readonly absence: Absence;
  readonly question: Question;
  /** By entity; see `createPlaceholders`. */
  readonly placeholders: ReturnType<typeof createPlaceholders>;
  /** Whether entities are asked for and each has a placeholder. */
  readonly toleratesAbsence: boolean;
  /** Whether the entities asked for are items of a list. */
  readonly isOfList: boolean;
  /** The path, in the subgraph's answer, of an error of the whole fetch. */
  readonly path: readonly (string | number)[];
}

interface FetchOptions extends Pick<Fetch, 'absence' | 'isOfList'> {
  readonly supergraph: GraphQLSchema;
  readonly request: Omit<SubgraphRequest, 'isWrite'>;
}

export function createFetch({ supergraph, request, absence, isOfList }: FetchOptions): Fetch {
  const question = createQuestion(supergraph, request.document, request.variables);
  const isWrite = question.operation.operation === OperationTypeNode.MUTATION;
  const placeholders = createPlaceholders(question);
  const [firstField] = rootFields(question);
  return {
    request: { ...request, isWrite },
    absence,
    question,
    placeholders,
    toleratesAbsence: placeholders !== undefined && placeholders.length > 0 && !placeholders.includes(null),
    isOfList,
    path: placeholders ? ['_entities', 0] : firstField ? [firstField.key] : [],
  };
}
