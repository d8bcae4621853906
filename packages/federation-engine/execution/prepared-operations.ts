import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import { conditionVariables, nullCondition } from '../operation/conditions';
import type { ClientOperation } from '../operation/plannable-operation';

interface Known<Prepared> {
  readonly conditions: ReadonlySet<string>;
  /** By what the variables decide about the selections. */
  readonly variants: Map<string, Prepared>;
}

/** A client that goes through all values of many conditions has each variant prepared anew. */
const mostVariants = 64;

/** What is prepared of an operation, once for as long as the server keeps the client's document. */
export class PreparedOperations<Prepared> {
  readonly #known = new WeakMap<OperationDefinitionNode, Known<Prepared>>();

  constructor(private readonly prepare: (client: ClientOperation) => Prepared) {}

  /** @returns an error when a condition is null: the operation says neither to select nor to leave out */
  find(client: ClientOperation): Prepared | GraphQLError {
    const { conditions, variants } = this.#find(client);
    const refusal = nullCondition(conditions, client.variables);
    if (refusal) return refusal;
    const variant = describeVariant(client, conditions);
    const known = variants.get(variant);
    if (known) return known;
    const prepared = this.prepare(client);
    const [oldest] = variants.keys();
    if (oldest !== undefined && variants.size >= mostVariants) variants.delete(oldest);
    variants.set(variant, prepared);
    return prepared;
  }

  #find({ document, operation }: ClientOperation): Known<Prepared> {
    const known = this.#known.get(operation) ?? {
      conditions: conditionVariables(document),
      variants: new Map<string, Prepared>(),
    };
    this.#known.set(operation, known);
    return known;
  }
}

/** The values of conditions decide what is selected, and so does a null where an argument must have a value. */
const describeVariant = (
  { operation: { variableDefinitions = [] }, variables }: ClientOperation,
  conditions: ReadonlySet<string>,
): string =>
  variableDefinitions
    .map(({ variable: { name } }) => {
      const value = variables[name.value];
      return conditions.has(name.value) || value == null ? String(value) : 'given';
    })
    .join();
