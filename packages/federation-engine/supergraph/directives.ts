import { valueFromASTUntyped, type ConstDirectiveNode } from 'graphql';

interface Annotated {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] } | null;
}

export type DirectiveArguments = Readonly<Record<string, unknown>>;

/** The arguments of each use of a directive on an element of a schema: `@join__type(graph: A) → { graph: "A" }`. */
export const readDirectives = ({ astNode }: Annotated, name: string): DirectiveArguments[] =>
  (astNode?.directives ?? []).filter((node) => node.name.value === name).map(readArguments);

export const readArguments = ({ arguments: given = [] }: ConstDirectiveNode): DirectiveArguments =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
