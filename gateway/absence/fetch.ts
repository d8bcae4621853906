import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { OperationTypeNode, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../request-context';
import { absentEntities } from './tolerance';
import { createQuestion, rootFields, type Question } from '../answers/question';
import type { SubgraphRequest } from '../sources/source';

/** One fetch of a query plan. */
export interface Fetch {
  readonly request: SubgraphRequest;
  readonly context: RequestContext;
  readonly question: Question;
  /** What stands for each entity asked for; see `absentEntities`. */
  readonly nulls: ReturnType<typeof absentEntities>;
  /** Whether every entity asked for copes with absence. */
  readonly copes: boolean;
  /** Whether what is asked for are items of a list. */
  readonly isOfList: boolean;
  /** Where an error of the whole fetch stands. */
  readonly path: readonly (string | number)[];
}

export function fetchOf(options: GraphQLDataSourceProcessOptions, supergraph: GraphQLSchema): Fetch {
  const context = options.context as RequestContext;
  const { query = '', operationName, variables = {} } = options.request;
  const document = documentOf(options) ?? parse(query, { noLocation: true });
  const question = createQuestion(supergraph, document, variables);
  const isWrite = question.operation.operation === OperationTypeNode.MUTATION;
  const nulls = absentEntities(question);
  return {
    request: { isWrite, document, query, operationName, variables, context },
    context,
    question,
    nulls,
    copes: nulls !== undefined && nulls.length > 0 && !nulls.includes(null),
    isOfList: 'pathInIncomingRequest' in options && (options.pathInIncomingRequest ?? []).includes('@'),
    path: nulls
      ? ['_entities', 0]
      : rootFields(question)
          .slice(0, 1)
          .map(({ key }) => key),
  };
}

const documentOf = (options: GraphQLDataSourceProcessOptions): DocumentNode | undefined =>
  'document' in options ? options.document : undefined;
