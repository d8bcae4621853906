import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';
import { fieldsOf, tidyDocument } from './generate';
import type { Oracle } from './oracle';

/** A query for every leaf of a type through one field that leads to it. */
export interface LeafQuestion {
  /** `Place.citations → Citation` */
  readonly name: string;
  readonly query: string;
  /** Whether the seeds have an object there. */
  readonly hasInstance: boolean;
}

/** The arguments with which a field gives an object, by `Type.field`, or by `field` for connections. */
const usualArguments: Readonly<Record<string, string>> = {
  'Query.chapter': '(number: 5)',
  'Query.workItem': '(number: 20)',
  'Query.department': '(code: "economy")',
  'Query.place': '(name: "彭浦镇")',
  'Query.target': '(id: "economy:1.2")',
  targets: '(first: 500)',
  'Query.results': '(first: 500)',
  'Query.search': '(text: "建设", first: 100)',
};

/** Ways to a type that are tried, in search of one with an object behind each field. */
const mostWays = 12;

/** A way from the root to objects of a type, as the text before and after their selections. */
interface Way {
  readonly type: GraphQLCompositeType;
  readonly open: string;
  readonly close: string;
}

/** A question for each field of each type that leads to a composite type, by a shortest way on which the seeds have objects. */
export function leafQuestions(oracle: Oracle): LeafQuestion[] {
  const { schema } = oracle;
  const ways = waysToTypes(oracle);
  return [...new Set(ways.map(({ type }) => type))].flatMap((parent) =>
    steps(schema, parent).map(({ field, type }) => {
      const candidates = ways.filter((way) => way.type === parent).map((way) => through(way, field, type));
      const found = candidates.find((way) => leadsSomewhere(oracle, way));
      const [shortest] = candidates;
      const way = found ?? shortest;
      return {
        name: `${parent.name}.${field} → ${type.name}`,
        query: way ? tidyDocument(schema, ask(way, leavesOf(schema, type))) : '',
        hasInstance: found !== undefined,
      };
    }),
  );
}

/** At most `mostWays` ways to each type of which the seeds have an object, breadth first from a shortest way to its parent. */
function waysToTypes(oracle: Oracle): Way[] {
  const { schema } = oracle;
  const query = schema.getQueryType();
  const ways: Way[] = query ? [{ type: query, open: '{', close: '}' }] : [];
  const shortest = [...ways];
  const add = (way: Way): void => {
    const known = ways.filter(({ type }) => type === way.type).length;
    if (known >= mostWays || !leadsSomewhere(oracle, way)) return;
    ways.push(way);
    if (known === 0) shortest.push(way);
    narrowed(schema, way).forEach(add);
  };
  for (const way of shortest)
    steps(schema, way.type).forEach(({ field, type }) => add(through(way, field, type)));
  return ways;
}

/** The way continued to each possible type of an abstract type. */
const narrowed = (schema: GraphQLSchema, { type: abstract, open, close }: Way): Way[] =>
  possibleTypes(schema, abstract).map((type) => ({
    type,
    open: `${open} ... on ${type.name} {`,
    close: `} ${close}`,
  }));

const possibleTypes = (schema: GraphQLSchema, type: GraphQLCompositeType) =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : [];

/** The fields of a type that lead to composite types, without introspection. */
const steps = (schema: GraphQLSchema, parent: GraphQLCompositeType) =>
  fieldsOf(schema, parent).flatMap(({ name: field, type: wrapped }) => {
    const type = getNamedType(wrapped);
    return isCompositeType(type) && !field.startsWith('__') ? [{ field, type }] : [];
  });

function through({ type: parent, open, close }: Way, field: string, type: GraphQLCompositeType): Way {
  const given =
    usualArguments[`${parent.name}.${field}`] ?? (isConnection(type) ? usualArguments[field] : undefined);
  return { type, open: `${open} ${field}${given ?? ''} {`, close: `} ${close}` };
}

const isConnection = ({ name }: GraphQLCompositeType): boolean => name.endsWith('Connection');

const ask = ({ open, close }: Way, selections: string): string => `${open} ${selections} ${close}`;

/** Whether the seeds have an object at the end of a way. */
function leadsSomewhere(oracle: Oracle, way: Way): boolean {
  const { data } = oracle.answer({ query: ask(way, 'reached: __typename') });
  return JSON.stringify(data).includes('"reached":');
}

/**
 * Selections of every leaf of a type, and of each possible type of an abstract one. An object without a key, such as a citation,
 * is resolved wherever a subgraph gives it, so the selections follow its fields one step further.
 */
export function leavesOf(schema: GraphQLSchema, type: GraphQLCompositeType, further = !hasKey(type)): string {
  const leaves = isUnionType(type)
    ? []
    : Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
  const beyond = further ? steps(schema, type) : [];
  return [
    '__typename',
    ...leaves.map(({ name }) => name),
    ...beyond.map((next) => `${next.field} { ${leavesOf(schema, next.type, false)} }`),
    ...possibleTypes(schema, type).map((each) => `... on ${each.name} { ${leavesOf(schema, each, false)} }`),
  ].join(' ');
}

const hasKey = (type: GraphQLCompositeType): boolean =>
  isUnionType(type) || ['id', 'code', 'number', 'year'].some((key) => key in type.getFields());
