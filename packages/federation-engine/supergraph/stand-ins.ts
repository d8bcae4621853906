import {
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  getNamedType,
  Kind,
  parse,
  print,
  visit,
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { readArguments } from './directives';

/** The field, with its arguments, that a field of the planner's supergraph stands for. */
export interface StandIn {
  readonly field: string;
  readonly arguments: readonly ArgumentNode[];
}

export interface StandInSupergraph {
  readonly document: DocumentNode;
  /** By the names of the fields that stand in. */
  readonly standIns: ReadonlyMap<string, StandIn>;
}

/**
 * The supergraph with a field of its own for each field that some `@requires` asks with arguments:
 * `@requires(fields: "price(currency: EUR)")` → `@requires(fields: "price__required_0")`. The planner takes `price(currency:
 * EUR)`, `price(currency: USD)` and the client's `price` for one field, and gives the value of one to all who ask for another.
 */
export function withStandIns(document: DocumentNode, schema: GraphQLSchema): StandInSupergraph {
  const writer = new StandInWriter(schema);
  const rewritten = visit(document, {
    [Kind.OBJECT_TYPE_DEFINITION]: (type) => writer.rewriteRequires(type),
    [Kind.INTERFACE_TYPE_DEFINITION]: (type) => writer.rewriteRequires(type),
  });
  const extended = visit(rewritten, {
    [Kind.OBJECT_TYPE_DEFINITION]: (type) => writer.addStandIns(type),
    [Kind.INTERFACE_TYPE_DEFINITION]: (type) => writer.addStandIns(type),
  });
  return { document: extended, standIns: writer.standIns };
}

type FieldsNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

class StandInWriter {
  readonly standIns = new Map<string, StandIn>();
  readonly #names = new Map<string, string>();
  /** By type: the fields that stand in, under the name of the field that each stands for. */
  readonly #ofType = new Map<string, Map<string, Set<string>>>();

  constructor(private readonly schema: GraphQLSchema) {}

  rewriteRequires(type: FieldsNode): FieldsNode {
    return {
      ...type,
      fields: type.fields?.map((field) => ({
        ...field,
        directives: field.directives?.map((each) => this.#rewriteDirective(type.name.value, each)),
      })),
    };
  }

  addStandIns(type: FieldsNode): FieldsNode {
    const ofFields = this.#ofType.get(type.name.value);
    if (!ofFields) return type;
    const added = (type.fields ?? []).flatMap((field) =>
      [...(ofFields.get(field.name.value) ?? [])].map((name) => standInFor(field, name)),
    );
    return { ...type, fields: [...(type.fields ?? []), ...added] };
  }

  #rewriteDirective(typename: string, directive: ConstDirectiveNode): ConstDirectiveNode {
    const { requires } = readArguments(directive);
    if (directive.name.value !== 'join__field' || typeof requires !== 'string') return directive;
    const selections = this.#rewriteSelections(this.schema.getType(typename), parseFieldSet(requires));
    return {
      ...directive,
      arguments: directive.arguments?.map((argument) =>
        argument.name.value === 'requires'
          ? { ...argument, value: { kind: Kind.STRING, value: printFieldSet(selections) } }
          : argument,
      ),
    };
  }

  #rewriteSelections(type: unknown, set: SelectionSetNode): SelectionSetNode {
    if (!isCompositeType(type)) return set;
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return this.#rewriteField(type, selection);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      const condition = selection.typeCondition?.name.value;
      const inner = condition === undefined ? type : this.schema.getType(condition);
      return { ...selection, selectionSet: this.#rewriteSelections(inner, selection.selectionSet) };
    });
    return { ...set, selections };
  }

  #rewriteField(parent: GraphQLCompositeType, field: FieldNode): FieldNode {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    const name = field.arguments?.length ? this.#standInName(parent, field) : field.name.value;
    return {
      ...field,
      name: { kind: Kind.NAME, value: name },
      arguments: [],
      selectionSet:
        definition && field.selectionSet
          ? this.#rewriteSelections(getNamedType(definition.type), field.selectionSet)
          : field.selectionSet,
    };
  }

  #standInName(parent: GraphQLCompositeType, { name: { value: field }, arguments: given = [] }: FieldNode) {
    const identity = `${field}(${given.map(print).sort().join()})`;
    const name = this.#names.get(identity) ?? `${field}__required_${this.#names.size}`;
    this.#names.set(identity, name);
    this.standIns.set(name, { field, arguments: given });
    const types = isAbstractType(parent)
      ? [parent, ...this.schema.getPossibleTypes(parent), ...this.#interfacesBelow(parent)]
      : [parent];
    for (const type of types) this.#note(type.name, field, name);
    return name;
  }

  #interfacesBelow(type: GraphQLCompositeType) {
    return isInterfaceType(type) ? this.schema.getImplementations(type).interfaces : [];
  }

  #note(typename: string, field: string, standIn: string): void {
    const ofFields = this.#ofType.get(typename) ?? new Map<string, Set<string>>();
    ofFields.set(field, (ofFields.get(field) ?? new Set()).add(standIn));
    this.#ofType.set(typename, ofFields);
  }
}

const standInFor = (field: FieldDefinitionNode, name: string): FieldDefinitionNode => ({
  ...field,
  name: { kind: Kind.NAME, value: name },
  arguments: [],
});

/** `"id address { city }"` as the selections that it is. */
export function parseFieldSet(fieldSet: string): SelectionSetNode {
  const [operation] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No set of fields: ${fieldSet}`);
  return operation.selectionSet;
}

const printFieldSet = (set: SelectionSetNode): string => print(set).slice(1, -1).replace(/\s+/g, ' ').trim();
