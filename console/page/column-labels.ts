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

/** Walks the document as it stands; a field that the schema does not know has no label. */
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
    // A fragment that spreads itself is an error of the document, but must not hang the page.
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
        // The tables leave a connection's own levels out of their paths.
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

/** `数量·数值` for the column `quantity.value` of a table; undefined where a part has no label. */
export function labelColumn(labels: ColumnLabels, tablePath: string, column: string): string | undefined {
  const parents = tablePath === '' ? [] : tablePath.split('.');
  // A column of a parent row stands under the parent's own path, hence ever shorter prefixes.
  for (let length = parents.length; length >= 0; length -= 1) {
    const prefix = parents.slice(0, length);
    const segments = column.split('.');
    const names = segments.map((_, at) => labels.get([...prefix, ...segments.slice(0, at + 1)].join('.')));
    if (names.every((name) => name !== undefined)) return names.join('·');
  }
  return undefined;
}

/** The words before the first stop, where they are Chinese and short enough for a column's head. */
function chineseName(description: string | null | undefined): string | undefined {
  const [name] = (description ?? '').trim().split(/[。；，：（(;,:\s]/);
  return name && name.length <= LONGEST_LABEL && /\p{Script=Han}/u.test(name) ? name : undefined;
}
