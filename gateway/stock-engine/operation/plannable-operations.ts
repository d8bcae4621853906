import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import { conditionVariables, nullCondition } from './conditions';
import type { EntityOwner } from '../../supergraph/entity-owners';
import { writePlannable, type ClientOperation, type PlannableOperation } from './plannable-operation';

interface Known {
  readonly conditions: ReadonlySet<string>;
  /** By what the variables decide about the selections. */
  readonly variants: Map<string, PlannableOperation>;
}

/** A client that goes through all values of many conditions has each variant written anew. */
const mostVariants = 64;

/** Plannable operations, each written once for as long as the client's own operation is kept. */
export class PlannableOperations {
  readonly #known = new WeakMap<OperationDefinitionNode, Known>();

  constructor(private readonly owners: ReadonlyMap<string, EntityOwner>) {}

  /** @returns an error when a condition is null, so that nothing is written of an operation that cannot be answered */
  find(client: ClientOperation): PlannableOperation | GraphQLError {
    const { conditions, variants } = this.#find(client);
    const refusal = nullCondition(conditions, client.variables);
    if (refusal) return refusal;
    const variant = describeVariant(client, conditions);
    const written = variants.get(variant);
    if (written) return written;
    const plannable = writePlannable(client, this.owners);
    const [oldest] = variants.keys();
    if (oldest !== undefined && variants.size >= mostVariants) variants.delete(oldest);
    variants.set(variant, plannable);
    return plannable;
  }

  #find({ document, operation }: ClientOperation): Known {
    const known = this.#known.get(operation) ?? {
      conditions: conditionVariables(document),
      variants: new Map<string, PlannableOperation>(),
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
