import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

const LONGEST_LABEL = 12;

/** Chinese names by response path (`place.targets.quantity` → `数量`), taken from the schema's descriptions. */
export type ColumnLabels = ReadonlyMap<string, string>;

/** Labels of every field in the document. The document need not be valid: an unknown field has no label. */
export function readColumnLabels(schema: GraphQLSchema, document: DocumentNode): ColumnLabels {
  const labels = new Map<string, string>();
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  );
  const walk = (
    set: SelectionSetNode,
    type: GraphQLNamedType | null | undefined,
    path: string,
    depth: number,
  ): void => {
    // The editor's document may hold a fragment that spreads itself, which would never end.
    if (!isCompositeType(type) || depth > 30) return;
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition;
        walk(
          selection.selectionSet,
          condition ? schema.getType(condition.name.value) : type,
          path,
          depth + 1,
        );
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment)
          walk(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), path, depth + 1);
      } else if (isObjectType(type) || isInterfaceType(type)) {
        const field = type.getFields()[selection.name.value];
        const key = selection.alias?.value ?? selection.name.value;
        // Paths of tables leave `edges`, `node` and `nodes` out.
        const inner = ['edges', 'node', 'nodes'].includes(key) ? path : path ? `${path}.${key}` : key;
        const label = key === '__typename' ? '类型' : chineseName(field?.description);
        if (label && inner !== path) labels.set(inner, label);
        if (field && selection.selectionSet)
          walk(selection.selectionSet, getNamedType(field.type), inner, depth + 1);
      }
    }
  };
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION)
      walk(node.selectionSet, schema.getRootType(node.operation), '', 0);
  }
  return labels;
}

/** `quantity.value` → `数量·数值`. Undefined when a part of the column's path has no label. */
export function labelColumn(labels: ColumnLabels, tablePath: string, column: string): string | undefined {
  const parents = tablePath === '' ? [] : tablePath.split('.');
  // A column may come from a parent row, so the path is tried under the table's path and each shorter prefix of it.
  for (let length = parents.length; length >= 0; length -= 1) {
    const prefix = parents.slice(0, length);
    const segments = column.split('.');
    const names = segments.map((_, at) => labels.get([...prefix, ...segments.slice(0, at + 1)].join('.')));
    if (names.every((name) => name !== undefined)) return names.join('·');
  }
  return undefined;
}

/** `数量；非数量目标为空。 The quantity.` → `数量`. Undefined when these words are not Chinese, or too long for a head. */
function chineseName(description: string | null | undefined): string | undefined {
  const [name] = (description ?? '').trim().split(/[。；，：（(;,:\s]/);
  return name && name.length <= LONGEST_LABEL && /\p{Script=Han}/u.test(name) ? name : undefined;
}
