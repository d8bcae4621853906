import { HeaderMap } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { codedError } from '../../schema/errors';

/** The limits of one operation, in the order in which they are checked. */
export const defaultLimits = {
  /** Lexical tokens of the document. */
  tokens: 10_000,
  /** Fields, fragments and literals, with fragments written out and fields of abstract types once per object type. */
  expansion: 4_500,
  /** Fields at the root. */
  rootFields: 60,
  aliases: 60,
  /** Fields and fragments on the longest path. */
  depth: 15,
  /** How often a path returns to a type that it has passed: `place { contains { within { name } } }` returns twice. */
  returns: 4,
  /** Connections on one path. */
  connections: 3,
  /** Elements of lists that the answer may hold, with the weights of the schema's `@cost`. */
  rows: 25_000,
  /** Milliseconds of making a query plan. */
  planning: 2_000,
  /** Requests to subgraphs that the query plan names. */
  fetches: 300,
};

export type Bound = keyof typeof defaultLimits;
export type Limits = Readonly<Record<Bound, number>>;
export type Measures = Readonly<Partial<Record<Bound, number>>>;

const names: Readonly<Record<Bound, readonly [chinese: string, english: string]>> = {
  tokens: ['查询的词元数', 'tokens'],
  expansion: ['片段与抽象类型展开后的字段数', 'fields with fragments and abstract types written out'],
  rootFields: ['根字段数', 'root fields'],
  aliases: ['别名数', 'aliases'],
  depth: ['嵌套深度', 'levels of nesting'],
  returns: ['一条路径上重回同一类型的次数', 'returns to the same type on one path'],
  connections: ['一条路径上的分页列表数', 'paged lists within one another'],
  rows: ['答案可能包含的行数', 'rows that the answer may hold'],
  planning: ['制定查询计划的毫秒数', 'milliseconds of query planning'],
  fetches: ['对各部门的请求数', 'requests to the departments'],
};

export const bounds = Object.keys(defaultLimits) as readonly Bound[];

/**
 * Limits from text such as `rows=50000,depth=20`; bounds that the text does not name keep their default.
 * @throws an Error that names the variable
 */
export function readLimits(text: string): Limits {
  const given = text.split(',').filter(Boolean).map(readLimit);
  return { ...defaultLimits, ...Object.fromEntries(given) };
}

function readLimit(part: string): readonly [Bound, number] {
  const [, name, digits] = /^\s*(\w+)=([1-9]\d{0,8})\s*$/.exec(part) ?? [];
  const bound = bounds.find((each) => each === name);
  if (bound) return [bound, Number(digits)];
  throw new Error(
    `QUERY_LIMITS must be like rows=50000,depth=20 with ${bounds.join(', ')}, but got: ${part}.`,
  );
}

/** @throws QUERY_TOO_COMPLEX for the first bound whose value is above its limit */
export function assertWithin(limits: Limits, measures: Measures): void {
  for (const bound of bounds) {
    const value = measures[bound];
    if (value !== undefined && value > limits[bound]) throw tooComplex(bound, value, limits[bound]);
  }
}

/** The refusal of an operation before its execution: status 400, as for one that fails validation. */
export function tooComplex(bound: Bound, value: number, limit: number): GraphQLError {
  const [chinese, english] = names[bound];
  return codedError(
    'QUERY_TOO_COMPLEX',
    `查询过于复杂：${chinese}至多为${limit}，此查询为${value}。 ` +
      `The query is too complex: ${english} must be at most ${limit}, but got: ${value}.`,
    { bound, value, limit, http: { status: 400, headers: new HeaderMap() } },
  );
}
