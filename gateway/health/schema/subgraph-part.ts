import {
  Kind,
  parseType,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { usesOf, type Arguments } from './directives';

/** What a supergraph says of a type of one subgraph. */
export interface TypePart {
  readonly name: string;
  /** By which the subgraph gives entities of this type. */
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

/** The name that a subgraph has in `join__Graph`: `economy` → `ECONOMY`. */
function graphOf(supergraph: DocumentNode, subgraph: string): string | undefined {
  const graphs = supergraph.definitions.find(
    (node): node is EnumTypeDefinitionNode =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  return graphs?.values?.find((value) => usesOf(value, 'join__graph').some(({ name }) => name === subgraph))
    ?.name.value;
}

/** Everything that a supergraph says of one of its subgraphs. */
export function subgraphPart(supergraph: DocumentNode, subgraph: string): TypePart[] {
  const graph = graphOf(supergraph, subgraph);
  return supergraph.definitions.filter(isTypeDefinition).flatMap((type) => {
    const joins = usesOf(type, 'join__type').filter((join) => join.graph === graph);
    const part = joins.length > 0 && typePart(type, joins, (join) => join.graph === graph);
    return part && !isEmptyRoot(type, part) ? [part] : [];
  });
}

/** The supergraph gives every subgraph a `Query`, for `_entities` at least. */
const isEmptyRoot = ({ kind }: TypeDefinitionNode, { fields }: TypePart): boolean =>
  kind === Kind.OBJECT_TYPE_DEFINITION && fields.size === 0;

const isTypeDefinition = (node: DefinitionNode): node is TypeDefinitionNode =>
  /^(Object|Interface|Union|Enum|InputObject|Scalar)TypeDefinition$/.test(node.kind);

function typePart(
  type: TypeDefinitionNode,
  joins: readonly Arguments[],
  isHere: (join: Arguments) => boolean,
): TypePart {
  const textsOf = (directive: string, argument: string) =>
    usesOf(type, directive)
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
      .filter((value) => usesOf(value, 'join__enumValue').some(isHere))
      .map(({ name }) => name.value),
    interfaces: textsOf('join__implements', 'interface'),
    members: textsOf('join__unionMember', 'member'),
    isInput: type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION,
  };
}

/** A field without a `join__field` is of every subgraph that has its type. */
function fieldPart(
  field: FieldDefinitionNode | InputValueDefinitionNode,
  isHere: (join: Arguments) => boolean,
): [string, FieldPart][] {
  const joins = usesOf(field, 'join__field');
  const join = joins.length > 0 ? joins.find(isHere) : {};
  if (!join || join.external === true) return [];
  const type = typeof join.type === 'string' ? parseType(join.type) : field.type;
  const args = field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];
  return [[field.name.value, { type, args }]];
}
