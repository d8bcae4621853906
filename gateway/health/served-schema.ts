import {
  Kind,
  type OperationTypeNode,
  parse,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';
import { readDirectives } from 'federation-engine/directives';

/** A type of a subgraph's schema, its extensions included. */
export interface ServedType {
  readonly keys: Set<string>;
  readonly fields: Map<string, FieldDefinitionNode | InputValueDefinitionNode>;
  readonly values: Set<string>;
  readonly interfaces: Set<string>;
  readonly members: Set<string>;
}

/** A schema with more tokens counts as unreadable. */
const mostTokens = 200_000;

/**
 * The types of a subgraph's SDL, by the names that the supergraph has for them.
 * @throws GraphQLError when the text is no SDL
 */
export function readServedTypes(sdl: string): Map<string, ServedType> {
  const types = new Map<string, ServedType>();
  const { definitions } = parse(sdl, { noLocation: true, maxTokens: mostTokens });
  const roots = new Map<string, string>();
  for (const node of definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const { operation, type } of node.operationTypes ?? [])
      roots.set(type.name.value, rootNames[operation]);
  }
  for (const node of definitions) {
    if (!/Type(Definition|Extension)$/.test(node.kind)) continue;
    const type = node as TypeDefinitionNode | TypeExtensionNode;
    const name = roots.get(type.name.value) ?? type.name.value;
    const served = types.get(name) ?? emptyType();
    add(served, type);
    types.set(name, served);
  }
  return types;
}

/** The names of the root types in a supergraph, whichever names a subgraph gives them. */
const rootNames: Readonly<Record<OperationTypeNode, string>> = {
  query: 'Query',
  mutation: 'Mutation',
  subscription: 'Subscription',
};

const emptyType = (): ServedType => ({
  keys: new Set(),
  fields: new Map(),
  values: new Set(),
  interfaces: new Set(),
  members: new Set(),
});

function add(served: ServedType, type: TypeDefinitionNode | TypeExtensionNode): void {
  for (const { fields, resolvable } of [
    ...readDirectives(type, 'key'),
    ...readDirectives(type, 'federation__key'),
  ])
    if (typeof fields === 'string' && resolvable !== false) served.keys.add(normalizeFieldSet(fields));
  if ('fields' in type) for (const field of type.fields ?? []) served.fields.set(field.name.value, field);
  if ('values' in type) for (const value of type.values ?? []) served.values.add(value.name.value);
  if ('interfaces' in type) for (const { name } of type.interfaces ?? []) served.interfaces.add(name.value);
  if ('types' in type) for (const { name } of type.types ?? []) served.members.add(name.value);
}

/** `"a  b{c}"` and `"a, b { c }"` name the same fields. */
export const normalizeFieldSet = (fields: string): string => (fields.match(/\w+|[{}]/g) ?? []).join(' ');
