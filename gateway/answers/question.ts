import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** The operation that a subgraph was asked, against the supergraph's schema. */
export interface Question {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** With the operation's defaults. */
  readonly variables: Variables;
}

/** A field that was asked of an object, once per response key. */
export interface AskedField {
  readonly key: string;
  readonly name: string;
  /** Undefined for `__typename` and the fields that only federation knows. */
  readonly definition: GraphQLField<unknown, unknown> | undefined;
  readonly nodes: readonly FieldNode[];
}

export type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

export const hasFields = (type: GraphQLNamedType | undefined): type is FieldsType =>
  isObjectType(type) || isInterfaceType(type);

export function createQuestion(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
): Question {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operation ??= definition;
  }
  if (!operation) throw new Error('A document must have an operation, but has none.');
  return { schema, operation, fragments, variables: { ...defaultsOf(operation), ...variables } };
}

/** Only booleans are looked at: they decide what is asked for. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value]] : [],
    ),
  );
}

/**
 * The fields asked of an object of this type, by response key, as GraphQL collects them: through fragments that apply to
 * the type, without those that `@skip` or `@include` leaves out.
 */
export function askedFields(
  question: Question,
  type: FieldsType | undefined,
  selectionSets: readonly (SelectionSetNode | undefined)[],
): AskedField[] {
  const fields = new Map<string, FieldNode[]>();
  for (const selectionSet of selectionSets) collect(question, type, selectionSet, fields);
  return [...fields].flatMap(([key, nodes]) => {
    const name = nodes[0]?.name.value ?? '';
    return [{ key, name, nodes, definition: type?.getFields()[name] }];
  });
}

function collect(
  question: Question,
  type: FieldsType | undefined,
  selectionSet: SelectionSetNode | undefined,
  fields: Map<string, FieldNode[]>,
): void {
  for (const selection of selectionSet?.selections ?? []) {
    if (!isIncluded(question, selection.directives)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      fields.set(key, [...(fields.get(key) ?? []), selection]);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? question.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    if (fragment && applies(question.schema, type, condition))
      collect(question, type, fragment.selectionSet, fields);
  }
}

function applies(
  schema: GraphQLSchema,
  type: FieldsType | undefined,
  condition: string | undefined,
): boolean {
  if (condition === undefined || condition === type?.name) return true;
  const conditionType = schema.getType(condition);
  return type !== undefined && isAbstractType(conditionType) && schema.isSubType(conditionType, type);
}

function isIncluded({ variables }: Question, directives: readonly DirectiveNode[] = []): boolean {
  return directives.every(({ name, arguments: args = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const value = args.find((argument) => argument.name.value === 'if')?.value;
    const condition =
      value?.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : value?.kind === Kind.BOOLEAN && value.value;
    return (condition === true) === (name.value === 'include');
  });
}

/** What identifies an entity to its subgraph. */
export type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** The representations that an `_entities` field was given. */
export function representationsOf({ variables }: Question, { nodes }: AskedField): readonly Representation[] {
  const value = nodes[0]?.arguments?.find(({ name }) => name.value === 'representations')?.value;
  const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return Array.isArray(given) ? (given as Representation[]) : [];
}

/** The root fields of the operation. */
export function rootFields(question: Question): AskedField[] {
  const root = question.schema.getRootType(question.operation.operation) ?? undefined;
  return askedFields(question, root, [question.operation.selectionSet]);
}

/** The root field that asks for entities, if the operation does. */
export const entitiesField = (question: Question): AskedField | undefined =>
  rootFields(question).find(({ name }) => name === '_entities');

/** The fields asked of a represented entity, when it is of the representation's type or of `type`. */
export function entityFields(question: Question, field: AskedField, type: string): AskedField[] {
  const entityType = question.schema.getType(type);
  return askedFields(
    question,
    hasFields(entityType) ? entityType : undefined,
    field.nodes.map(({ selectionSet }) => selectionSet),
  );
}
