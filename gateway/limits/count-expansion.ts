import {
  Kind,
  visit,
  type ASTNode,
  type FieldNode,
  type GraphQLCompositeType,
  type SelectionSetNode,
} from 'graphql';
import {
  countPossibleTypes,
  fragmentContent,
  typeOfField,
  type FragmentSelection,
  type DocumentContext,
} from './document-context';

/** Larger numbers are not exact. */
const most = Number.MAX_SAFE_INTEGER;
/** A deeper operation counts as `most` before the recursion exhausts the stack. Only chains of fragments are so deep. */
const deepest = 1_500;

/**
 * The selections and literal values that a planner may have to look at. A field on an abstract type counts once per possible
 * object type, multiplied along the path; a fragment counts at each place where it is spread. The content of a fragment is
 * counted once for each type at which it is spread, so that the time is linear in the document.
 */
export function countExpansion(
  context: DocumentContext,
  selectionSet: SelectionSetNode,
  type: GraphQLCompositeType,
): number {
  return countSelections({ context, fragments: new Map() }, selectionSet, type, 0);
}

interface Counting {
  readonly context: DocumentContext;
  /** Counts of fragments by name and by the type at which they are spread: `Fields Target`. */
  readonly fragments: Map<string, number>;
}

function countSelections(
  counting: Counting,
  { selections }: SelectionSetNode,
  type: GraphQLCompositeType,
  level: number,
): number {
  if (level > deepest) return most;
  const factor = countPossibleTypes(counting.context.schema, type);
  let count = 0;
  for (const selection of selections) {
    count +=
      selection.kind === Kind.FIELD
        ? factor * countField(counting, selection, type, level)
        : countFragment(counting, selection, type, level);
  }
  return Math.min(most, count);
}

function countField(
  counting: Counting,
  field: FieldNode,
  parent: GraphQLCompositeType,
  level: number,
): number {
  const type = typeOfField(parent, field.name.value);
  const below =
    field.selectionSet && type ? countSelections(counting, field.selectionSet, type, level + 1) : 0;
  return 1 + countValues(field) + below;
}

function countFragment(
  counting: Counting,
  fragment: FragmentSelection,
  parent: GraphQLCompositeType,
  level: number,
): number {
  const key = fragment.kind === Kind.FRAGMENT_SPREAD ? `${fragment.name.value} ${parent.name}` : '';
  const known = counting.fragments.get(key);
  if (known !== undefined) return known;
  const [content, type] = fragmentContent(counting.context, fragment, parent);
  const count = 1 + (content ? countSelections(counting, content, type, level + 1) : 0);
  if (key) counting.fragments.set(key, count);
  return count;
}

const values: ReadonlySet<string> = new Set([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.ENUM,
  Kind.NULL,
  Kind.VARIABLE,
]);

/** The literals and variables in a field's arguments: `(first: 5, ids: [1, $b])` → 3. */
function countValues({ arguments: args = [] }: FieldNode): number {
  let count = 0;
  const enter = ({ kind }: ASTNode) => {
    if (values.has(kind)) count++;
  };
  for (const argument of args) visit(argument.value, { enter });
  return count;
}
