import {
  extendSchema,
  Kind,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  type TypeNode,
} from 'graphql';

const executableLocations: ReadonlySet<string> = new Set([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
]);

/**
 * The schema for clients with the supergraph's directives for operations, which an API schema of Federation loses where their
 * definition comes with a `@link`.
 */
export function withExecutableDirectives(apiSchema: GraphQLSchema, supergraph: DocumentNode): GraphQLSchema {
  const definitions = supergraph.definitions
    .filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION)
    .map(forOperations)
    .filter(
      ({ name, locations, arguments: given = [] }) =>
        locations.length > 0 &&
        !apiSchema.getDirective(name.value) &&
        given.every(({ type }) => isKnown(apiSchema, type)),
    );
  if (definitions.length === 0) return apiSchema;
  return extendSchema(apiSchema, { kind: Kind.DOCUMENT, definitions }, { assumeValidSDL: true });
}

const forOperations = (node: DirectiveDefinitionNode): DirectiveDefinitionNode => ({
  ...node,
  locations: node.locations.filter(({ value }) => executableLocations.has(value)),
});

function isKnown(schema: GraphQLSchema, node: TypeNode): boolean {
  if (node.kind !== Kind.NAMED_TYPE) return isKnown(schema, node.type);
  return schema.getType(node.name.value) !== undefined;
}
