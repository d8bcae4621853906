import type { CommandStartedEvent, Document } from 'mongodb';
import type { Subgraph } from '../../subgraphs/kit';
import { shareTestSystem } from '../testing/shared-system';
import type { TestSystem } from '../testing/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await shareTestSystem();
}, 60_000);

const orders = ['PLAN', 'VALUE', 'TITLE', 'UPDATED'];
const page = 'nodes { title } pageInfo { hasNextPage hasPreviousPage }';
const everything = `${page} totalCount missing { code } facets { departments { count } chapters { count } kinds { count } units { count } statuses { count } }`;

/** Every way into every list, as clients ask it. */
const views: [string, string][] = [
  ...orders.flatMap((field): [string, string][] => [
    [`all targets by ${field}`, `{ targets(orderBy: {field: ${field}}) { ${everything} } }`],
    [
      `all targets by ${field} from the end`,
      `{ targets(last: 5, orderBy: {field: ${field}, direction: DESC}) { ${page} } }`,
    ],
    [
      `one chapter by ${field}`,
      `{ chapter(number: 5) { targets(orderBy: {field: ${field}}) { ${everything} } } }`,
    ],
    [
      `one item by ${field}`,
      `{ workItem(number: 21) { targets(orderBy: {field: ${field}}) { ${everything} } } }`,
    ],
    [
      `one place by ${field}`,
      `{ place(name: "彭浦镇") { targets(orderBy: {field: ${field}}) { ${everything} } } }`,
    ],
    [
      `one department by ${field}`,
      `{ department(code: "safety") { targets(orderBy: {field: ${field}}) { ${everything} } } }`,
    ],
    [
      `one kind by ${field}`,
      `{ targets(orderBy: {field: ${field}}, filter: {kinds: [FIGURE]}) { ${everything} } }`,
    ],
    [
      `one status by ${field}`,
      `{ targets(orderBy: {field: ${field}}, filter: {status: [ACHIEVED]}) { ${everything} } }`,
    ],
    [
      `two units by ${field}`,
      `{ targets(orderBy: {field: ${field}}, filter: {units: ["家", "个"]}) { ${everything} } }`,
    ],
    [
      `a free combination by ${field}`,
      `{ targets(orderBy: {field: ${field}}, filter: {kinds: [FIGURE], chapters: [5], againstBaseline: [BELOW], status: [UNREPORTED]}) { ${everything} } }`,
    ],
    [
      `a place and a kind by ${field}`,
      `{ targets(orderBy: {field: ${field}}, filter: {place: "place:静安区", kinds: [MILESTONE]}) { ${everything} } }`,
    ],
    [
      `all results by ${field}`,
      `{ results(orderBy: {field: ${field}}) { ${page} totalCount missing { code } } }`,
    ],
    [
      `results with 同比 by ${field}`,
      `{ results(orderBy: {field: ${field}}, filter: {hasYearOnYear: true}) { ${page} totalCount } }`,
    ],
  ]),
  [
    'a text',
    `{ targets(filter: {text: "首店"}) { ${everything} } results(filter: {text: "品牌首店"}) { ${page} totalCount } }`,
  ],
  [
    'a range of values',
    `{ targets(filter: {units: ["家"], value: {min: 20}}, orderBy: {field: VALUE}) { ${everything} } }`,
  ],
  [
    'seven chapters',
    `{ plan { chapters { title items { heading department { name } } targets(first: 5) { ${everything} } } } }`,
  ],
  [
    'every department',
    `{ departments { name available items { number } targets(first: 3) { ${everything} } } }`,
  ],
  [
    'places',
    '{ places(kind: ROAD) { name } inside: places(within: "place:静安区") { name } all: places { name contains { name } within { name } } }',
  ],
  [
    'baselines and what compares with them',
    '{ targets(filter: {hasBaseline: true}) { nodes { baseline { title targets { title } } related { note } } } }',
  ],
  [
    'search',
    '{ search(text: "首店") { totalCount edges { node { __typename } } } other: search(text: "5.6万平方米") { totalCount edges { score } } }',
  ],
];

describe.each(views)('%s', (_, query) => {
  it('walks indexes, forbids full scans and sorts nothing in memory', async () => {
    const sent = await recordQueries(query);

    expect(sent.length).toBeGreaterThan(0);
    for (const { subgraph, command } of sent) {
      for (const { collection, pipeline } of pipelinesOf(command)) {
        const plan = await explain(subgraph, collection, pipeline);
        expect({
          collection,
          pipeline,
          stages: stagesOf(plan).filter((stage) => stage === 'COLLSCAN' || stage === 'SORT'),
        }).toEqual({
          collection,
          pipeline,
          stages: [],
        });
      }
    }
  });
});

/** Filters that combine freely what is not kept by way. */
const combinations = [
  'kinds: [FIGURE], chapters: [5]',
  'kinds: [FIGURE, MILESTONE], status: [UNREPORTED], againstBaseline: [BELOW, EQUAL]',
  'units: ["家", "个"], value: {min: 20, max: 200}',
  'items: [21], hasBaseline: true, year: 2023',
  'place: "place:静安区", kinds: [MILESTONE], chapters: [2, 4]',
  'place: "place:彭浦镇", hasBaseline: false',
];

it.each(combinations)('totals and facets of %s cost keys and no document', async (filter) => {
  const sent = await recordQueries(
    `{ targets(filter: {${filter}}) { totalCount facets { chapters { count } kinds { count } units { count } statuses { count } departments { count } } } }`,
  );
  const counting = sent
    .flatMap(({ subgraph, command }) => pipelinesOf(command).map((query) => ({ subgraph, ...query })))
    .filter(
      ({ collection, pipeline }) =>
        collection === 'targets' && pipeline.some((stage) => stage.$count ?? stage.$group),
    );

  expect(counting.length).toBeGreaterThan(0);
  for (const { subgraph, collection, pipeline } of counting) {
    const plan = await subgraph.connection.db
      .collection(collection)
      .aggregate(pipeline)
      .explain('executionStats');
    expect({ pipeline, documents: documentsExamined(plan) }).toEqual({ pipeline, documents: 0 });
  }
});

/** The documents that every part of a plan read. */
function documentsExamined(explanation: unknown): number {
  if (Array.isArray(explanation))
    return explanation.reduce<number>((sum, each) => sum + documentsExamined(each), 0);
  if (typeof explanation !== 'object' || explanation === null) return 0;
  const { totalDocsExamined, ...rest } = explanation as Document;
  const own = typeof totalDocsExamined === 'number' ? totalDocsExamined : 0;
  return own + Object.values(rest).reduce<number>((sum, each) => sum + documentsExamined(each), 0);
}

interface SentQuery {
  readonly subgraph: Subgraph;
  readonly command: Document;
}

/** The finds and aggregations that the subgraphs sent for a query. */
async function recordQueries(query: string): Promise<SentQuery[]> {
  const sent: SentQuery[] = [];
  const listeners = [...system.system.local.values()].map((subgraph) => {
    const listener = ({ commandName, command }: CommandStartedEvent) => {
      if (commandName === 'find' || commandName === 'aggregate') sent.push({ subgraph, command });
    };
    subgraph.connection.client.on('commandStarted', listener);
    return () => subgraph.connection.client.off('commandStarted', listener);
  });
  const { body } = await system.query(query);
  listeners.forEach((stop) => stop());
  expect(body.errors).toBeUndefined();
  return sent;
}

/** Each query of a command on its own, as the server plans it: the parts of a union are planned apart. */
function pipelinesOf(command: Document): { collection: string; pipeline: Document[] }[] {
  if (typeof command.find === 'string') {
    const {
      find: collection,
      filter = {},
      sort,
      limit,
    } = command as { find: string; filter?: Document; sort?: Document; limit?: number };
    return [
      {
        collection,
        pipeline: [
          { $match: filter },
          ...(sort ? [{ $sort: sort }] : []),
          ...(limit ? [{ $limit: limit }] : []),
        ],
      },
    ];
  }
  const collection = String(command.aggregate);
  const stages = command.pipeline as Document[];
  const unions = stages.flatMap((stage) =>
    stage.$unionWith ? [(stage.$unionWith as { pipeline: Document[] }).pipeline] : [],
  );
  return [stages.filter((stage) => !stage.$unionWith), ...unions].map((pipeline) => ({
    collection,
    pipeline,
  }));
}

async function explain(subgraph: Subgraph, collection: string, pipeline: Document[]): Promise<Document> {
  return subgraph.connection.db.collection(collection).aggregate(pipeline).explain('queryPlanner');
}

/** Every plan stage that an explanation names, at any depth; rejected plans do not count. */
function stagesOf(explanation: unknown): string[] {
  if (Array.isArray(explanation)) return explanation.flatMap(stagesOf);
  if (typeof explanation !== 'object' || explanation === null) return [];
  const { stage, rejectedPlans: _, command: __, ...rest } = explanation as Document;
  return [...(typeof stage === 'string' ? [stage] : []), ...Object.values(rest).flatMap(stagesOf)];
}
