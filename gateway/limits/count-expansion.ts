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
  type Surroundings,
} from './surroundings';

/** Beyond this, numbers are no longer counts. */
const most = Number.MAX_SAFE_INTEGER;
/** An operation that is nested deeper, which only chains of fragments are, counts as `most`: the stack has an end. */
const deepest = 1_500;

/**
 * How many selections and literal values a planner may have to look at: a field on an abstract type counts once per
 * possible object type, multiplied along the path, and a fragment counts at each place where it is spread.
 * Each fragment is counted once per type that it is spread on, so that the time is linear in the document.
 */
export function countExpansion(
  surroundings: Surroundings,
  selectionSet: SelectionSetNode,
  type: GraphQLCompositeType,
): number {
  return countSelections({ surroundings, fragments: new Map() }, selectionSet, type, 0);
}

interface Counting {
  readonly surroundings: Surroundings;
  /** Counts that are known, by the fragment's name and the type that it is spread on. */
  readonly fragments: Map<string, number>;
}

function countSelections(
  counting: Counting,
  { selections }: SelectionSetNode,
  type: GraphQLCompositeType,
  level: number,
): number {
  if (level > deepest) return most;
  const factor = countPossibleTypes(counting.surroundings.schema, type);
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
  const [content, type] = fragmentContent(counting.surroundings, fragment, parent);
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

/** Literals in a field's arguments, each element of a list for itself. */
function countValues({ arguments: args = [] }: FieldNode): number {
  let count = 0;
  const enter = ({ kind }: ASTNode) => {
    if (values.has(kind)) count++;
  };
  for (const argument of args) visit(argument.value, { enter });
  return count;
}
