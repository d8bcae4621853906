import {
  getOperationAST,
  type GraphQLError,
  validate,
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { publicError, type Caller } from '../../subgraphs/kit';
import { withDeadline } from 'federation-engine/deadline';
import { SourceFailure, type SourceResponse } from './failure';
import { callerOf, signalOf, type Source, type SubgraphRequest, type Timeouts } from './source';

/** The part of a subgraph that is needed to execute operations in the gateway's process. */
export interface ExecutableSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  createContext(caller: Caller): object;
  ping(): Promise<void>;
}

interface InProcessOptions {
  readonly timeouts: Timeouts;
  /** Called with every error that clients see masked. */
  readonly onError: (error: unknown, requestId: string) => void;
}

interface Operation {
  readonly compiled: CompiledQuery;
  readonly variableDefinitions: readonly VariableDefinitionNode[];
}

/** A subgraph in this process. graphql-jit compiles each document once, and the result is kept as long as its query plan. */
export class InProcessSource implements Source {
  readonly trusted = true;
  readonly #operations = new WeakMap<DocumentNode, Operation>();

  constructor(
    private readonly subgraph: ExecutableSubgraph,
    private readonly options: InProcessOptions,
  ) {}

  /** After the deadline, or when the client leaves, the subgraph's work goes on and its result is dropped. */
  async fetch(request: SubgraphRequest): Promise<SourceResponse> {
    const caller = callerOf(request);
    const operation = this.#operation(request);
    if (!isOperation(operation)) return this.#toResponse(operation, caller.requestId);
    // graphql-jit does not apply the defaults of input fields, so graphql-js coerces the variables first.
    const variables = getVariableValues(
      this.subgraph.schema,
      operation.variableDefinitions,
      request.variables,
    );
    if (variables.errors) return this.#toResponse({ errors: variables.errors }, caller.requestId);
    const context = this.subgraph.createContext(caller);
    const running = Promise.resolve(operation.compiled.query(undefined, context, variables.coerced));
    const { timeouts } = this.options;
    const timeout = request.isWrite ? timeouts.mutation : timeouts.query;
    const result = await withDeadline(running, timeout, this.#expired, signalOf(request));
    return this.#toResponse(result, caller.requestId);
  }

  ping(): Promise<void> {
    return withDeadline(this.subgraph.ping(), this.options.timeouts.query, this.#expired);
  }

  /** Leaves the subgraph open: whoever opened it closes it. */
  async close(): Promise<void> {}

  readonly #expired = () => new SourceFailure(this.subgraph.name, 'timed out');

  #operation({ document, operationName }: SubgraphRequest): Operation | ExecutionResult {
    const known = this.#operations.get(document);
    if (known) return known;
    const refusals = this.#refusedLiterals(document);
    if (refusals.length > 0) return { errors: refusals };
    const compiled = compileQuery(this.subgraph.schema, document, operationName);
    if (!isCompiledQuery(compiled)) return compiled;
    const { variableDefinitions = [] } = getOperationAST(document, operationName) ?? {};
    const operation = { compiled, variableDefinitions };
    this.#operations.set(document, operation);
    return operation;
  }

  /**
   * The errors of literals that a scalar of the subgraph refuses, such as a date that does not exist. The gateway's own
   * validation cannot find them.
   * @throws SourceFailure when the document is invalid for any other reason
   */
  #refusedLiterals(document: DocumentNode): readonly GraphQLError[] {
    const errors = validate(this.subgraph.schema, document);
    if (errors.every(({ extensions }) => extensions.code === 'BAD_USER_INPUT')) return errors;
    const messages = errors.map(({ message }) => message).join(' ');
    throw new SourceFailure(this.subgraph.name, `cannot be asked this: ${messages}`, { mismatch: true });
  }

  #toResponse({ data, errors }: ExecutionResult, requestId: string): SourceResponse {
    const onError = (error: unknown) => this.options.onError(error, requestId);
    const shown = errors?.map((error) => publicError(this.subgraph.name, error, onError));
    return { data, ...(shown && { errors: shown }) };
  }
}

const isOperation = (result: Operation | ExecutionResult): result is Operation => 'compiled' in result;
