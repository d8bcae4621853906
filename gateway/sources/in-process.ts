import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
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

/** Executes in this process: no socket, each document compiled once for as long as its query plan lives. */
export class InProcessSource implements Source {
  readonly #compiled = new WeakMap<DocumentNode, CompiledQuery>();

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
    const subgraphContext = this.subgraph.createContext(context as Caller);
    const running = Promise.resolve(operation.query(undefined, subgraphContext, request.variables ?? {}));
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

  #operation(document: DocumentNode, operationName: string | undefined): CompiledQuery {
    const known = this.#compiled.get(document);
    if (known) return known;
    const compiled = compileQuery(this.subgraph.schema, document, operationName);
    if (!isCompiledQuery(compiled)) {
      throw new SourceFailure(
        this.subgraph.name,
        `cannot execute: ${compiled.errors?.map(String).join('; ')}`,
      );
    }
    this.#compiled.set(document, compiled);
    return compiled;
  }

  #toResponse({ data, errors }: ExecutionResult): SourceResponse {
    const shown = errors?.map((error) => publicError(this.subgraph.name, error, this.options.onError));
    return { data: data as SourceResponse['data'], ...(shown && { errors: shown }) };
  }
}
