import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isLeftOut } from './conditions';
import type { EntityOwner } from '../supergraph/entity-owners';

import { fragmentOn, plainField, selectionSet } from './nodes';
import type { PlanArguments } from './plan-arguments';
import type { ResponseKeys } from './response-keys';
import { dependOnType, type Selecting } from './type-conditions';

export type FragmentsByName = ReadonlyMap<string, FragmentDefinitionNode>;

interface WriterOptions extends Selecting {
  readonly keys: ResponseKeys;
  readonly args: PlanArguments;
  readonly fragments: FragmentsByName;
  readonly owners: ReadonlyMap<string, EntityOwner>;
}

/**
 * Writes a client's selections as the planner may see them: conditions evaluated, response keys of our own, no
 * introspection. Stock planners share a fragment's conditions between its places, lose them behind `@requires`, and take a
 * client's alias for the key or the hidden field that it equals.
 */
export class SelectionWriter {
  /** Fields that cannot be asked for, because of an argument of the client's. */
  readonly refusals = new Map<FieldNode, GraphQLError>();
  /** Those that are spread, written once each; null where nothing is left of one. */
  readonly #fragments = new Map<string, FragmentDefinitionNode | null>();

  constructor(private readonly client: WriterOptions) {}

  /** Empty when the selections ask for nothing that has to be fetched. */
  write(parent: GraphQLCompositeType, { selections }: SelectionSetNode): SelectionNode[] {
    return selections
      .filter((selection) => !isLeftOut(selection, this.client.variables))
      .flatMap((selection) => this.#writeSelection(parent, selection));
  }

  get fragments(): FragmentDefinitionNode[] {
    return [...this.#fragments.values()].filter((fragment) => fragment !== null);
  }

  #writeSelection(parent: GraphQLCompositeType, node: SelectionNode): SelectionNode[] {
    if (node.kind === Kind.FIELD) return this.#writeField(parent, node);
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      return this.#writeFragment(node.name.value) ? [{ kind: Kind.FRAGMENT_SPREAD, name: node.name }] : [];
    }
    const { typeCondition } = node;
    const type = typeCondition ? this.#compositeType(typeCondition.name.value) : parent;
    const selections = this.write(type, node.selectionSet);
    if (selections.length === 0) return [];
    return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: selectionSet(selections) }];
  }

  #writeField(parent: GraphQLCompositeType, node: FieldNode): SelectionNode[] {
    const definition = findField(parent, node.name.value);
    if (!definition || !this.#canBeAsked(definition, node)) return [];
    const key = this.client.keys.assign(node);
    return [
      {
        kind: Kind.FIELD,
        alias: key === node.name.value ? undefined : { kind: Kind.NAME, value: key },
        name: node.name,
        arguments: this.client.args.write(key, definition, node.arguments ?? []),
        selectionSet: node.selectionSet && this.#writeSelectionSet(definition.type, node.selectionSet),
      },
    ];
  }

  #writeSelectionSet(type: GraphQLOutputType, node: SelectionSetNode): SelectionSetNode {
    const named = this.#compositeType(getNamedType(type).name);
    const selections = this.write(named, node);
    if (mayBeNull(type)) selections.push(...this.#witnesses(named));
    const needsType = isAbstractType(named) && dependOnType(this.client, named, node);
    return selectionSet(needsType || selections.length === 0 ? [typeName, ...selections] : selections);
  }

  #writeFragment(name: string): FragmentDefinitionNode | null {
    const written = this.#fragments.get(name);
    if (written !== undefined) return written;
    const fragment = this.client.fragments.get(name);
    const selections = fragment
      ? this.write(this.#compositeType(fragment.typeCondition.name.value), fragment.selectionSet)
      : [];
    const definition =
      fragment && selections.length > 0
        ? { ...fragment, directives: [], selectionSet: selectionSet(selections) }
        : null;
    this.#fragments.set(name, definition);
    return definition;
  }

  /** Asks the owners of what may stand at a place whether they know it: `target(id: "economy:99.9") { __typename }`. */
  #witnesses(type: GraphQLCompositeType): SelectionNode[] {
    const types = isAbstractType(type) ? this.client.schema.getPossibleTypes(type) : [type];
    return types.flatMap(({ name }) => {
      const witness = this.client.owners.get(name)?.witness;
      return witness === undefined ? [] : [fragmentOn(name, [plainField(witness)])];
    });
  }

  /** A null variable where the schema wants a value is the client's mistake, and no subgraph's to judge. */
  #canBeAsked(definition: GraphQLField<unknown, unknown>, node: FieldNode): boolean {
    try {
      getArgumentValues(definition, node, this.client.variables);
      return true;
    } catch (error) {
      this.refusals.set(node, error as GraphQLError);
      return false;
    }
  }

  #compositeType(name: string): GraphQLCompositeType {
    const type = this.client.schema.getType(name);
    if (!isCompositeType(type)) throw new Error(`Selections must be of a composite type, but got: ${name}.`);
    return type;
  }
}

/** Undefined for introspection, which graphql-js answers from the schema. */
const findField = (parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;

/** Whether an object of this field, or an item of its list, may be null. */
function mayBeNull(type: GraphQLOutputType): boolean {
  const nullable = getNullableType(type);
  return isListType(nullable) ? mayBeNull(nullable.ofType) : !isNonNullType(type);
}

const typeName = plainField('__typename');
