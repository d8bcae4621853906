import type { ListContent } from './direct';

/** The operations of all views. Their texts are constant and their arguments variables, so each is planned once. */

const target = 'id title kind text status quantity { value unit text } department { name }';
const facets =
  'facets { departments { value count } chapters { value count } kinds { value count } units { value count } statuses { value count } }';
const page = '$first: Int, $after: String, $last: Int, $before: String';
const paged = 'first: $first, after: $after, last: $last, before: $before';
const list = `totalCount nodes { ${target} } pageInfo { hasNextPage endCursor }`;

export const operations = {
  list: `query List($orderBy: TargetOrder, $filter: TargetFilter, ${page}) { targets(filter: $filter, orderBy: $orderBy, ${paged}) { ${list} } }`,
  department: `query InDepartment($key: ID!, ${page}) { department(code: $key) { name targets(${paged}) { ${list} } } }`,
  chapter: `query InChapter($key: Int!, ${page}) { chapter(number: $key) { title targets(${paged}) { ${list} } } }`,
  item: `query InItem($key: Int!, ${page}) { workItem(number: $key) { heading targets(${paged}) { ${list} } } }`,
  place: `query InPlace($key: String!, ${page}) { place(name: $key) { id targets(${paged}) { totalCount edges { reach evidence node { ${target} } } pageInfo { hasNextPage endCursor } } } }`,
  facets: `query Facets($filter: TargetFilter) { targets(filter: $filter) { totalCount ${facets} } }`,
  chapters: `query Chapters { plan(year: 2023) { chapters { number title targets(first: 5) { totalCount nodes { ${target} } ${facets} } } } }`,
  results: `query Results($filter: ResultFilter, $first: Int) { results(filter: $filter, first: $first) { totalCount nodes { id title quantity { value unit } yearOnYear department { name } } } }`,
  search: `query Search($text: String!, $first: Int) { search(text: $text, first: $first) { totalCount edges { score highlights node { __typename ... on Target { id title text } ... on Result { id title text } ... on Place { id name } ... on WorkItem { number heading } } } } }`,
  target: `query Target($key: ID!) { target(id: $key) { ${target} year citations { document { title } locator quote } places { name } workItem { heading } chapter { title } baseline { id title quantity { value unit } } change { absolute relative unit } progress { value note asOf } revision } }`,
} as const;

export type OperationName = keyof typeof operations;

interface Connection {
  readonly totalCount: number;
  readonly nodes?: readonly Node[];
  readonly edges?: readonly { readonly node: Node }[];
  readonly facets?: Readonly<Record<string, readonly { value: string; count: number }[]>>;
}
type Node = { readonly id?: string; readonly number?: number };

/** The content of each connection in an answer, in the answer's order. */
export function contentsOf(data: unknown): ListContent[] {
  return connectionsIn(data).map((connection) => {
    const nodes = connection.nodes ?? connection.edges?.map(({ node }) => node);
    return {
      ...(nodes && { ids: nodes.map(({ id, number }) => id ?? String(number)) }),
      total: connection.totalCount,
      ...(connection.facets && { facets: countsOf(connection.facets) }),
    };
  });
}

function connectionsIn(data: unknown): Connection[] {
  if (data === null || typeof data !== 'object') return [];
  if ('totalCount' in data) return [data as Connection];
  return Object.values(data).flatMap(connectionsIn);
}

function countsOf(dimensions: NonNullable<Connection['facets']>): Record<string, number> {
  const counts = Object.entries(dimensions).flatMap(([dimension, facets]) =>
    facets.map(({ value, count }): [string, number] => [`${dimension}:${value}`, count]),
  );
  return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)));
}
