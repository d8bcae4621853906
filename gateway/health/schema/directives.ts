import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';

interface Annotated {
  readonly directives?: readonly ConstDirectiveNode[];
}

export type Arguments = Readonly<Record<string, string | boolean | undefined>>;

/** The arguments of each use of a directive: texts, names of enum values and booleans. */
export function usesOf({ directives = [] }: Annotated, name: string): Arguments[] {
  return directives
    .filter((directive) => directive.name.value === name)
    .map(({ arguments: args = [] }) =>
      Object.fromEntries(args.map((argument) => [argument.name.value, plainValue(argument.value)])),
    );
}

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
