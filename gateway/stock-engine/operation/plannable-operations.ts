import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import { conditionVariables, nullCondition } from './conditions';
import type { EntityOwner } from '../../supergraph/entity-owners';
import { writePlannable, type ClientOperation, type PlannableOperation } from './plannable-operation';

interface Known {
  readonly conditions: ReadonlySet<string>;
  /** By `describeVariant`. */
  readonly variants: Map<string, PlannableOperation>;
}

/** Variants kept of one operation. Twenty conditions have a million variants, so the oldest gives way. */
const mostVariants = 64;

/** Plannable operations, each written once and kept as long as the client's parsed operation. */
export class PlannableOperations {
  readonly #known = new WeakMap<OperationDefinitionNode, Known>();

  constructor(private readonly owners: ReadonlyMap<string, EntityOwner>) {}

  /** @returns an error of the client's when a condition of `@skip` or `@include` is null */
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

/**
 * The variables as far as they decide which fields are selected: the values of conditions, and whether any other variable is
 * null, since a field with null for a non-null argument is left out. `($a: Boolean!, $id: ID)` → `true,given`.
 */
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
