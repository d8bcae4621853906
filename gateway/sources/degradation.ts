import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import {
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import type { RequestContext } from '../request-context';
import { fits } from './shape';
import {
  asGatewayResponse,
  distinctErrors,
  failureError,
  SourceFailure,
  type ResponseError,
  type SourceResponse,
} from './failure';

/** A subgraph as the gateway reaches it, in this process or over HTTP. @throws SourceFailure */
export interface Source {
  /** Whether its answers are known to be of the schema's types: those of this process are. */
  readonly trusted: boolean;
  fetch(options: GraphQLDataSourceProcessOptions, document: DocumentNode): Promise<SourceResponse>;
  /** @throws when the subgraph does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface SourceObserver {
  onFetch(): void;
  onFailure(failure: SourceFailure): void;
}

/** Whether the schema says that what depends on this field copes without it. */
const isTolerated = (field: GraphQLField<unknown, unknown> | undefined): boolean =>
  field?.astNode?.directives?.some(({ name }) => name.value === 'toleratesAbsence') ?? false;

/** Slice fields bear the names of the subgraphs that answer them. */
export function subgraphsThatMayBeAbsent(supergraph: GraphQLSchema): ReadonlySet<string> {
  const fields = Object.values(supergraph.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()));
  return new Set(fields.filter(isTolerated).map(({ name }) => name));
}

/**
 * The stock executor drops an entity when a fetch for it failed, which would lose the whole list with one department.
 * This data source answers for a failed department where the schema copes with absence: nulls, and one error.
 */
export class DegradingDataSource implements GraphQLDataSource {
  readonly #parsed = new Map<string, DocumentNode>();
  readonly #expected = new WeakMap<DocumentNode, ExpectedFields>();

  constructor(
    readonly name: string,
    private readonly source: Source,
    private readonly supergraph: GraphQLSchema,
    private readonly observer: SourceObserver,
  ) {}

  async process(options: GraphQLDataSourceProcessOptions) {
    const document = this.#document(options);
    const expected = this.#expectedFields(document);
    const representations = options.request.variables?.representations as
      { __typename: string }[] | undefined;
    const { absence } = options.context as RequestContext;
    if (absence.absent.has(this.name)) return asGatewayResponse(this.#failed(expected, representations));
    this.observer.onFetch();
    try {
      const response = this.#complete(await this.source.fetch(options, document), expected, representations);
      if (isLossy(response, options)) absence.lost.add(this.name);
      return asGatewayResponse(response);
    } catch (error) {
      const failure =
        error instanceof SourceFailure ? error : new SourceFailure(this.name, 'failed', { cause: error });
      this.observer.onFailure(failure);
      if (representations && !expected.tolerated) absence.lost.add(this.name);
      return asGatewayResponse(this.#failed(expected, representations));
    }
  }

  /** Checks that an answer answers, and fills in what it left out with an error. */
  #complete(
    response: SourceResponse,
    expected: ExpectedFields,
    representations?: readonly unknown[],
  ): SourceResponse {
    const errors = response.errors && distinctErrors(response.errors);
    if (response.data == null) {
      if (errors?.length && !expected.tolerated) return { data: response.data, errors };
      throw new SourceFailure(this.name, `answered without data: ${JSON.stringify(errors ?? null)}`);
    }
    if (!representations) return { ...response, errors };
    const entities = response.data._entities;
    if (!Array.isArray(entities) || entities.length !== representations.length) {
      throw new SourceFailure(
        this.name,
        `answered ${representations.length} representations with something else`,
      );
    }
    const filled = expected.tolerated
      ? entities.map((entity) => ({ ...expected.nulls, ...(isObject(entity) && entity) }))
      : entities;
    if (!this.source.trusted && !filled.every((entity) => this.#isSound(entity, expected))) {
      throw new SourceFailure(this.name, 'answered with something of another shape');
    }
    return { data: { ...response.data, _entities: filled }, errors };
  }

  /** An unknown entity is null; a known one has every field that was asked of its type. */
  #isSound(entity: unknown, { fields }: ExpectedFields): boolean {
    if (entity === null) return true;
    if (!isObject(entity)) return false;
    return fields.every(
      ({ node, type, definition }) =>
        (typeof entity.__typename === 'string' && entity.__typename !== type) ||
        (definition && fits(this.supergraph, definition.type, node.selectionSet, entity[responseKey(node)])),
    );
  }

  #failed(expected: ExpectedFields, representations?: readonly unknown[]): SourceResponse {
    const errors: ResponseError[] = [
      failureError(this.name, representations ? ['_entities', 0] : expected.path),
    ];
    if (!expected.tolerated || !representations) return { errors };
    return { data: { _entities: representations.map(() => ({ ...expected.nulls })) }, errors };
  }

  #document({ request, ...options }: GraphQLDataSourceProcessOptions): DocumentNode {
    if ('document' in options && options.document) return options.document;
    const query = request.query ?? '';
    const document = this.#parsed.get(query) ?? parse(query, { noLocation: true });
    this.#parsed.set(query, document);
    return document;
  }

  #expectedFields(document: DocumentNode): ExpectedFields {
    const known = this.#expected.get(document);
    if (known) return known;
    const expected = expectedFields(document, this.supergraph);
    this.#expected.set(document, expected);
    return expected;
  }
}

interface ExpectedFields {
  /** Whether every entity field asked for copes with absence. */
  readonly tolerated: boolean;
  /** Those fields, null each, by response key. */
  readonly nulls: Readonly<Record<string, null>>;
  readonly fields: readonly EntityField[];
  /** Of a root fetch: where its error stands. */
  readonly path: readonly string[];
}

interface EntityField {
  readonly type: string;
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown> | undefined;
}

function expectedFields(document: DocumentNode, supergraph: GraphQLSchema): ExpectedFields {
  const root = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? node.selectionSet.selections.filter(isField) : [],
  );
  const fields = root.flatMap((field) =>
    field.name.value === '_entities' ? entityFields(field.selectionSet?.selections ?? [], supergraph) : [],
  );
  return {
    fields,
    tolerated: fields.length > 0 && fields.every(({ definition }) => isTolerated(definition)),
    nulls: Object.fromEntries(fields.map(({ node }) => [responseKey(node), null])),
    path: root.slice(0, 1).map(responseKey),
  };
}

function entityFields(selections: readonly SelectionNode[], supergraph: GraphQLSchema): EntityField[] {
  return selections.flatMap((selection) => {
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [];
    const type = supergraph.getType(selection.typeCondition?.name.value ?? '');
    return selection.selectionSet.selections
      .filter(isField)
      .filter((node) => node.name.value !== '__typename')
      .map((node) => ({
        node,
        type: type?.name ?? '',
        definition: isObjectType(type) ? type.getFields()[node.name.value] : undefined,
      }));
  });
}

/** Whether entities that a list shows did not come: their places cannot be left empty, so the list would be lost. */
function isLossy({ data, errors }: SourceResponse, options: GraphQLDataSourceProcessOptions): boolean {
  if (data == null) return Boolean(options.request.variables?.representations);
  const entities = data._entities;
  const ofList = 'pathInIncomingRequest' in options && (options.pathInIncomingRequest ?? []).includes('@');
  return Array.isArray(entities) && entities.includes(null) && (ofList || Boolean(errors?.length));
}

const isField = (selection: SelectionNode): selection is FieldNode => selection.kind === Kind.FIELD;
const responseKey = (field: FieldNode): string => (field.alias ?? field.name).value;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
