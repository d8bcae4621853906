import {
  Kind,
  parseType,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { readDirectives, type DirectiveArguments } from 'federation-engine/directives';
import { graphNameOf } from 'federation-engine/subgraph-names';

/** A type of one subgraph, as the supergraph has it. */
export interface TypePart {
  readonly name: string;
  /** The field sets by which the subgraph resolves entities of this type. */
  readonly keys: readonly string[];
  readonly fields: ReadonlyMap<string, FieldPart>;
  readonly values: readonly string[];
  readonly interfaces: readonly string[];
  readonly members: readonly string[];
  readonly isInput: boolean;
}

export interface FieldPart {
  readonly type: TypeNode;
  readonly args: readonly InputValueDefinitionNode[];
}

/** The types of one subgraph, in the order of the supergraph. */
export function readSubgraphPart(supergraph: DocumentNode, subgraph: string): TypePart[] {
  const graph = graphNameOf(supergraph, subgraph);
  return supergraph.definitions.filter(isTypeDefinition).flatMap((type) => {
    const joins = readDirectives(type, 'join__type').filter((join) => join.graph === graph);
    const part = joins.length > 0 && typePart(type, joins, (join) => join.graph === graph);
    return part && !isEmptyRoot(type, part) ? [part] : [];
  });
}

/** Composition gives every subgraph a `Query`, also a subgraph that has no root field but `_entities`. */
const isEmptyRoot = ({ kind }: TypeDefinitionNode, { fields }: TypePart): boolean =>
  kind === Kind.OBJECT_TYPE_DEFINITION && fields.size === 0;

const isTypeDefinition = (node: DefinitionNode): node is TypeDefinitionNode =>
  /^(Object|Interface|Union|Enum|InputObject|Scalar)TypeDefinition$/.test(node.kind);

function typePart(
  type: TypeDefinitionNode,
  joins: readonly DirectiveArguments[],
  isHere: (join: DirectiveArguments) => boolean,
): TypePart {
  const textsOf = (directive: string, argument: string) =>
    readDirectives(type, directive)
      .filter(isHere)
      .flatMap((join) => (typeof join[argument] === 'string' ? [join[argument]] : []));
  const values = type.kind === Kind.ENUM_TYPE_DEFINITION ? (type.values ?? []) : [];
  return {
    name: type.name.value,
    keys: joins.flatMap(({ key, resolvable }) =>
      typeof key === 'string' && resolvable !== false ? [key] : [],
    ),
    fields: new Map(
      ('fields' in type ? (type.fields ?? []) : []).flatMap((field) => fieldPart(field, isHere)),
    ),
    values: values
      .filter((value) => readDirectives(value, 'join__enumValue').some(isHere))
      .map(({ name }) => name.value),
    interfaces: textsOf('join__implements', 'interface'),
    members: textsOf('join__unionMember', 'member'),
    isInput: type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION,
  };
}

/** A field without `@join__field` belongs to every subgraph that has its type. */
function fieldPart(
  field: FieldDefinitionNode | InputValueDefinitionNode,
  isHere: (join: DirectiveArguments) => boolean,
): [string, FieldPart][] {
  const joins = readDirectives(field, 'join__field');
  const join = joins.length > 0 ? joins.find(isHere) : {};
  if (!join || join.external === true) return [];
  const type = typeof join.type === 'string' ? parseType(join.type) : field.type;
  const args = field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];
  return [[field.name.value, { type, args }]];
}
