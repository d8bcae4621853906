import fc, { type Arbitrary } from 'fast-check';
import {
  getNamedType,
  isCompositeType,
  isLeafType,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';
import { fieldsOf, overlappingTypes, type Field } from './schema-fields';
import { argumentsByField } from './argument-values';
import { giving, shrinkToFirst } from './values';
import type { Condition, FieldTree, FragmentTree, OperationTree, SelectionTree, WrapTree } from './tree';
import type { Vocabulary } from './vocabulary';

const deepest = 5;
const deepestOfFragment = 2;

/** Aliases, among them names of key fields, of hidden fields and of fields that are objects. */
const aliases = [
  ...['a', 'b', 'id', 'ref', 'code', 'number', 'selector', 'name', 'title', 'nodes', '_0', '_entities'],
  ...['economy', 'plan', '__typename', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length'],
];

const alias = fc.option(fc.constantFrom(...aliases), { freq: 3 }).map((name) => name ?? null);
const condition: Arbitrary<Condition> = fc.record({
  directive: fc.constantFrom('include', 'skip'),
  value: fc.boolean(),
  giving,
});
const when = fc.oneof(
  shrinkToFirst,
  { weight: 7, arbitrary: fc.constant<Condition[]>([]) },
  { weight: 1, arbitrary: fc.array(condition, { minLength: 1, maxLength: 1 }) },
);

const wraps: Arbitrary<WrapTree[]> = fc.oneof(
  shrinkToFirst,
  { weight: 5, arbitrary: fc.constant<WrapTree[]>([]) },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ isNamed: fc.boolean(), when }), { minLength: 1, maxLength: 2 }),
  },
);

/** Operations on the client's schema. They are valid except for response keys that collide, which `tidyDocument` mends. */
export function operationsOn(schema: GraphQLSchema, words: Vocabulary): Arbitrary<OperationTree> {
  const selectionsOf = selectionsOn(schema, words);
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema must have queries.');
  const shared = Object.values(schema.getTypeMap())
    .filter(isCompositeType)
    .filter(({ name }) => !name.startsWith('__') && name !== 'Query' && name !== 'Mutation');
  const fragment: Arbitrary<FragmentTree> = fc.oneof(
    ...shared.map((type) =>
      fc.record({ on: fc.constant(type.name), selections: selectionsOf(type, deepestOfFragment) }),
    ),
  );
  return fc.record({
    selections: selectionsOf(query, deepest),
    fragments: fc.array(fragment, { maxLength: 4 }),
    form: fc.constantFrom('SHORTHAND', 'NAMED', 'AFTER_ANOTHER', 'BEFORE_ANOTHER'),
  });
}

type Selections = Arbitrary<SelectionTree[]>;
type SelectionsOf = (type: GraphQLCompositeType, depth: number) => Selections;

function selectionsOn(schema: GraphQLSchema, words: Vocabulary): SelectionsOf {
  const args = argumentsByField(words);
  const made = new Map<string, Selections>();
  const selectionsOf: SelectionsOf = (type, depth) => {
    const key = `${type.name} ${depth}`;
    const known = made.get(key);
    if (known) return known;
    const selections = fc.array(selectionOf(type, depth), { minLength: 1, maxLength: 3 });
    made.set(key, selections);
    return selections;
  };

  function selectionOf(type: GraphQLCompositeType, depth: number): Arbitrary<SelectionTree> {
    const fields = fieldsOf(schema, type).filter(
      (field) => depth > 0 || isLeafType(getNamedType(field.type)),
    );
    const [leaves, branches] = [true, false].map((wanted) =>
      fields.filter((field) => isLeafType(getNamedType(field.type)) === wanted),
    );
    const narrower = depth > 0 ? overlappingTypes(schema, type) : [];
    const spread = fc.record({ kind: fc.constant('SPREAD' as const), pick: fc.nat({ max: 3 }), when });
    return fc.oneof(
      shrinkToFirst,
      { weight: 1, arbitrary: fieldTree(type, '__typename', fc.constant([])) },
      ...weighted(
        4,
        (leaves ?? []).map((field) => fieldOf(type, field, depth)),
      ),
      ...weighted(
        6,
        (branches ?? []).map((field) => fieldOf(type, field, depth)),
      ),
      ...weighted(
        4,
        narrower.map((each) => inlineOf(each, depth)),
      ),
      { weight: 2, arbitrary: spread },
    );
  }

  function fieldOf(type: GraphQLCompositeType, field: Field, depth: number) {
    const child = getNamedType(field.type);
    const below = child.name.startsWith('__') ? Math.min(depth - 1, 1) : depth - 1;
    return fieldTree(type, field.name, isCompositeType(child) ? selectionsOf(child, below) : fc.constant([]));
  }

  const fieldTree = (
    type: GraphQLCompositeType,
    name: string,
    selections: Selections,
  ): Arbitrary<FieldTree> =>
    fc.record({
      kind: fc.constant('FIELD'),
      name: fc.constant(name),
      alias,
      args:
        args.get(`${type.name}.${name}`) ??
        args.get(isConnectionField(type, name) ? name : '') ??
        fc.constant({}),
      when,
      wraps,
      selections,
    });

  const inlineOf = (type: GraphQLCompositeType, depth: number): Arbitrary<SelectionTree> =>
    fc.record({
      kind: fc.constant('INLINE' as const),
      on: fc.constant(type.name),
      when,
      selections: selectionsOf(type, depth - 1),
    });

  return selectionsOf;
}

/** Any of several arbitraries, with this weight together; an empty list when there are none. */
const weighted = <T>(weight: number, each: readonly Arbitrary<T>[]) =>
  each.length > 0 ? [{ weight, arbitrary: fc.oneof(...each) }] : [];

const isConnectionField = (type: GraphQLCompositeType, name: string): boolean =>
  name === 'targets' && !type.name.endsWith('Result');
