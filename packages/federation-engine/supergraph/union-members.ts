import {
  getNamedType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  Kind,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLUnionType,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { readDirectives } from './directives';

/** A type that a graph of `join__Graph` does not have, but the planner takes it to have as a member of a union. */
export interface PretendedMember {
  readonly graph: string;
  readonly union: string;
  readonly member: string;
}

/**
 * Members that a union has in some of its subgraphs alone. The planner takes the subgraph that lacks a member for a proof that
 * no subgraph gives one, and plans none of the member's fields. Only members of built-in scalars: what others lead to would
 * have to be pretended too.
 */
export function findPretendedMembers(supergraph: GraphQLSchema): PretendedMember[] {
  const unions = Object.values(supergraph.getTypeMap()).filter(isUnionType);
  return unions.flatMap((union) =>
    graphsOf(union).flatMap((graph) =>
      union
        .getTypes()
        .filter((type) => !graphsOf(type).includes(graph) && hasBuiltInScalarsAlone(type))
        .map(({ name }) => ({ graph, union: union.name, member: name })),
    ),
  );
}

/** The supergraph with these members, which subgraphs must not be asked for: see `withoutAdditions`. */
export function withPretendedMembers(
  document: DocumentNode,
  pretended: readonly PretendedMember[],
): DocumentNode {
  if (pretended.length === 0) return document;
  return visit(document, {
    [Kind.UNION_TYPE_DEFINITION]: (node) => {
      const own = pretended.filter(({ union }) => union === node.name.value);
      const added = own.map(({ graph, member }) => join('unionMember', graph, member));
      return { ...node, directives: [...(node.directives ?? []), ...added] };
    },
    [Kind.OBJECT_TYPE_DEFINITION]: (node) => addType(node, pretended),
  });
}

function addType(
  node: ObjectTypeDefinitionNode,
  pretended: readonly PretendedMember[],
): ObjectTypeDefinitionNode {
  const own = pretended.filter(({ member }) => member === node.name.value);
  const graphs = [...new Set(own.map(({ graph }) => graph))];
  const ofFields = graphs.map((graph) => join('field', graph));
  return {
    ...node,
    directives: [...(node.directives ?? []), ...graphs.map((graph) => join('type', graph))],
    fields: node.fields?.map((field) => {
      // A field without the directive is of every subgraph that has the type.
      const isJoined = field.directives?.some(({ name }) => name.value === 'join__field');
      return isJoined ? { ...field, directives: [...(field.directives ?? []), ...ofFields] } : field;
    }),
  };
}

const graphsOf = ({ astNode }: GraphQLObjectType | GraphQLUnionType): string[] =>
  readDirectives(astNode, 'join__type').map(({ graph }) => String(graph));

const hasBuiltInScalarsAlone = (type: GraphQLObjectType): boolean =>
  isObjectType(type) &&
  Object.values(type.getFields()).every((field) => isSpecifiedScalarType(getNamedType(field.type)));

/** `@join__unionMember(graph: A, member: "Book")` and its like. */
function join(name: string, graph: string, member?: string): ConstDirectiveNode {
  const graphArgument = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'graph' },
    value: { kind: Kind.ENUM, value: graph },
  } as const;
  const memberArgument = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'member' },
    value: { kind: Kind.STRING, value: member ?? '' },
  } as const;
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: `join__${name}` },
    arguments: member === undefined ? [graphArgument] : [graphArgument, memberArgument],
  };
}
