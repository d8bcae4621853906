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
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isLeftOut } from './conditions';
import type { EntityOwner } from '../../supergraph/entity-owners';
import { fragmentOn, plainField, selectionSet } from './ast-nodes';
import { ResponseKeys } from './response-keys';

export type FragmentsByName = ReadonlyMap<string, FragmentDefinitionNode>;

interface WriterOptions {
  readonly schema: GraphQLSchema;
  readonly fragments: FragmentsByName;
  readonly owners: ReadonlyMap<string, EntityOwner>;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Writes a client's selections for the planner: without conditions, which are evaluated, with response keys of ours, and without
 * introspection. The planner would otherwise apply a fragment's conditions at all places of the fragment, lose them behind
 * `@requires`, and take a client's alias for the key field or hidden field of the same name.
 */
export class SelectionWriter {
  readonly keys = new ResponseKeys();
  /** The fragments that are spread, by name. Null for a fragment of which nothing has to be fetched. */
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
    const key = this.keys.assign(node);
    return [
      {
        kind: Kind.FIELD,
        alias: key === node.name.value ? undefined : { kind: Kind.NAME, value: key },
        name: node.name,
        arguments: node.arguments,
        selectionSet: node.selectionSet && this.#writeSelectionSet(definition.type, node.selectionSet),
      },
    ];
  }

  #writeSelectionSet(type: GraphQLOutputType, node: SelectionSetNode): SelectionSetNode {
    const named = this.#compositeType(getNamedType(type).name);
    const selections = this.write(named, node);
    if (mayBeNull(type)) selections.push(...this.#witnesses(named));
    return selectionSet(
      selections.length === 0 || isAbstractType(named) ? [typeName, ...selections] : selections,
    );
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

  /**
   * One field of each possible type that only the owner of the type can give. Without it, `target(id: "economy:99.9")
   * { __typename }` would be answered from a reference, by a subgraph that cannot know whether the target exists.
   */
  #witnesses(type: GraphQLCompositeType): SelectionNode[] {
    const types = isAbstractType(type) ? this.client.schema.getPossibleTypes(type) : [type];
    return types.flatMap(({ name }) => {
      const witness = this.client.owners.get(name)?.witness;
      return witness === undefined ? [] : [fragmentOn(name, [plainField(witness)])];
    });
  }

  /** False where a non-null argument gets a null variable: the projection reports the client's error, and no subgraph is asked. */
  #canBeAsked(definition: GraphQLField<unknown, unknown>, node: FieldNode): boolean {
    try {
      getArgumentValues(definition, node, this.client.variables);
      return true;
    } catch {
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
