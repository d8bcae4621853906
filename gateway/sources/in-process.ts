import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import {
  getOperationAST,
  GraphQLError,
  validate,
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { publicError, type Caller } from '../../subgraphs/kit';
import type { Source } from './degradation';
import { SourceFailure, type SourceResponse } from './failure';
import { withDeadline } from './deadline';

/** What this source needs of a subgraph that runs in the gateway's process. */
export interface LocalSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  createContext(caller: Caller): object;
  ping(): Promise<void>;
}

interface InProcessOptions {
  /** Milliseconds. */
  readonly timeout: number;
  readonly onError: (error: unknown) => void;
}

interface Operation {
  readonly compiled: CompiledQuery;
  readonly variableDefinitions: readonly VariableDefinitionNode[];
}

/** Executes in this process: no socket, each document compiled once for as long as its query plan lives. */
export class InProcessSource implements Source {
  readonly trusted = true;
  readonly #operations = new WeakMap<DocumentNode, Operation>();

  constructor(
    private readonly subgraph: LocalSubgraph,
    private readonly options: InProcessOptions,
  ) {}

  async fetch(
    { request, context }: GraphQLDataSourceProcessOptions,
    document: DocumentNode,
  ): Promise<SourceResponse> {
    const { name } = this.subgraph;
    const operation = this.#operation(document, request.operationName);
    if (!isOperation(operation)) return this.#toResponse(operation);
    // graphql-jit leaves out the defaults of input fields, so variables are coerced before.
    const variables = getVariableValues(
      this.subgraph.schema,
      operation.variableDefinitions,
      request.variables ?? {},
    );
    if (variables.errors) return this.#toResponse({ errors: variables.errors });
    const subgraphContext = this.subgraph.createContext(context as Caller);
    const running = Promise.resolve(operation.compiled.query(undefined, subgraphContext, variables.coerced));
    const result = await withDeadline(
      running,
      this.options.timeout,
      () => new SourceFailure(name, 'timed out'),
    );
    return this.#toResponse(result);
  }

  ping(): Promise<void> {
    return withDeadline(
      this.subgraph.ping(),
      this.options.timeout,
      () => new SourceFailure(this.subgraph.name, 'timed out'),
    );
  }

  /** The subgraph is its opener's to close. */
  async close(): Promise<void> {}

  #operation(document: DocumentNode, operationName: string | undefined): Operation | ExecutionResult {
    const known = this.#operations.get(document);
    if (known) return known;
    const compiled = compileQuery(this.subgraph.schema, document, operationName);
    // A literal that a scalar of the subgraph refuses, which the gateway could not know.
    if (!isCompiledQuery(compiled))
      return { errors: validate(this.subgraph.schema, document).map(asValidationError) };
    const { variableDefinitions = [] } = getOperationAST(document, operationName) ?? {};
    const operation = { compiled, variableDefinitions };
    this.#operations.set(document, operation);
    return operation;
  }

  #toResponse({ data, errors }: ExecutionResult): SourceResponse {
    const shown = errors?.map((error) => publicError(this.subgraph.name, error, this.options.onError));
    return { data: data, ...(shown && { errors: shown }) };
  }
}

const asValidationError = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...error.extensions },
  });

const isOperation = (result: Operation | ExecutionResult): result is Operation => 'compiled' in result;
