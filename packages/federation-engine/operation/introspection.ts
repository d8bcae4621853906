import {
  executeSync,
  Kind,
  type FieldNode,
  type GraphQLError,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isLeftOut } from './conditions';
import type { ClientOperation } from './plannable-operation';
import type { FragmentsByName } from './selection-writer';

/** Whether a field asks for the schema itself, which graphql-js answers. */
export const isIntrospection = ({ name }: FieldNode): boolean =>
  name.value === '__schema' || name.value === '__type';

export interface Introspection {
  /** JSON by the client's key. */
  readonly texts: ReadonlyMap<string, string>;
  readonly errors: readonly GraphQLError[];
}

/** Answers the introspection fields of an operation's root. */
export function introspect(
  schema: GraphQLSchema,
  { operation, document, variables }: ClientOperation,
  fields: readonly FieldNode[],
): Introspection {
  if (fields.length === 0) return { texts: new Map(), errors: [] };
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: fields };
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const { data, errors = [] } = executeSync({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragments] },
    variableValues: variables,
  });
  const texts = Object.entries(data ?? {}).map(([key, value]) => [key, JSON.stringify(value)] as const);
  return { texts: new Map(texts), errors };
}

/** The introspection fields of an operation's root, out of fragments too. */
export function findIntrospection(
  { operation, variables }: ClientOperation,
  fragments: FragmentsByName,
): FieldNode[] {
  const collect = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((selection) => {
      if (isLeftOut(selection, variables)) return [];
      if (selection.kind === Kind.FIELD) return isIntrospection(selection) ? [selection] : [];
      const set =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value)?.selectionSet;
      return set ? collect(set) : [];
    });
  return collect(operation.selectionSet);
}
