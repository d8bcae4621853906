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

/** The operation that a subgraph was asked, with the supergraph's schema, in which hidden fields are visible. */
export interface Question {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** With the operation's defaults. */
  readonly variables: Variables;
}

/** The fields of one response key, which GraphQL merges. */
export interface AskedField {
  readonly key: string;
  readonly name: string;
  /** Undefined for `__typename` and for the fields of federation, `_entities` and `_service`. */
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

/** The defaults of boolean variables, which `@skip` and `@include` may use. */
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

/** The root fields of the operation. */
export function rootFields(question: Question): AskedField[] {
  const root = question.schema.getRootType(question.operation.operation) ?? undefined;
  return askedFields(question, root, [question.operation.selectionSet]);
}
