import {
  Kind,
  OverlappingFieldsCanBeMergedRule,
  parse,
  print,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';

/** Makes a document valid: colliding response keys become distinct, and unused variables and fragments go. */
export function tidyDocument(schema: GraphQLSchema, text: string): string {
  return print(withoutUnused(withDistinctKeys(schema, parse(text))));
}

/** Gives an alias of its own to the later of two fields that must not share a response key. */
function withDistinctKeys(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const [conflict] = validate(schema, document, [OverlappingFieldsCanBeMergedRule], { maxErrors: 1 });
  const field = conflict?.nodes?.filter(isField).at(-1);
  if (!field) return document;
  const key = `k${field.loc?.start ?? 0}_${field.alias?.value.length ?? 0}`;
  const renamed = visit(document, {
    Field: (node) => (node === field ? { ...node, alias: { kind: Kind.NAME, value: key } } : undefined),
  });
  return withDistinctKeys(schema, renamed);
}

const isField = (node: ASTNode): node is FieldNode => node.kind === Kind.FIELD;

function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    FragmentSpread: ({ name }) => void used.add(`...${name.value}`),
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  const kept = visit(document, {
    FragmentDefinition: ({ name }) => (used.has(`...${name.value}`) ? undefined : null),
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
  return kept.definitions.length < document.definitions.length ? withoutUnused(kept) : kept;
}
