import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';

/** A definition in SDL; null or undefined where a type was made without SDL. */
type Annotated = { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined;

export type DirectiveArguments = Readonly<Record<string, string | boolean | undefined>>;

/**
 * The arguments of each use of a directive, in the order of the uses: `@key(fields: "id") @key(fields: "ref")` →
 * `[{ fields: "id" }, { fields: "ref" }]`. An argument that is no text, enum value or boolean is undefined.
 */
export function readDirectives(definition: Annotated, name: string): DirectiveArguments[] {
  const uses = definition?.directives?.filter((directive) => directive.name.value === name) ?? [];
  return uses.map(readArguments);
}

export const readArguments = ({ arguments: given = [] }: ConstDirectiveNode): DirectiveArguments =>
  Object.fromEntries(given.map((argument) => [argument.name.value, plainValue(argument.value)]));

function plainValue(node: ConstValueNode): string | boolean | undefined {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.ENUM:
    case Kind.BOOLEAN:
      return node.value;
    default:
      return undefined;
  }
}
