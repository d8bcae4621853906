import { shareTestSystem } from '../testing/shared-system';
import type { TestSystem } from '../testing/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await shareTestSystem();
}, 60_000);

const searchQuery = `query ($text: String!, $first: Int, $after: String) {
  search(text: $text, first: $first, after: $after) {
    totalCount missing { code } pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { score highlights node {
      __typename
      ... on Target { targetId: id } ... on Result { resultId: id } ... on WorkItem { number } ... on Place { placeId: id }
    } }
  }
}`;

interface Found {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
  edges: { score: number; highlights: string[]; node: Record<string, string | number> }[];
}

async function search(variables: { text: string; first?: number; after?: string }): Promise<Found> {
  const { body } = await system.query(searchQuery, variables);
  expect(body.errors).toBeUndefined();
  return body.data.search as Found;
}

const idsOf = ({ edges }: Found) =>
  edges.map(({ node }) => node.targetId ?? node.resultId ?? node.placeId ?? `item ${node.number}`);

it.each([
  // The place itself, then what its clause names.
  ['彭浦镇', ['place:彭浦镇', 'construction:r3.2']],
  ['首店', ['economy:5.2', 'economy:5.3', 'economy:2022.1.17', 'item 5']],
  ['宝宝屋', ['livelihood:21.7', 'item 21']],
  ['15分钟', ['governance:15.5', 'livelihood:23.1', 'item 15', 'item 23']],
  ['54A', ['place:江宁路54A', 'construction:6.4', 'construction:6.5', 'construction:6.6', 'item 6']],
  ['54a', ['place:江宁路54A', 'construction:6.4', 'construction:6.5', 'construction:6.6', 'item 6']],
  ['5.6万平方米', ['construction:17.12', 'construction:17.13', 'construction:17.14', 'item 17']],
  // The plan prints 大中修 without spaces, the report 28 条 with them.
  ['28条道路', ['construction:2022.3.11']],
  ['新增就业岗位', ['livelihood:20.1', 'livelihood:2022.4.10']],
])('%s finds the right clauses first', async (text, expected) => {
  const found = await search({ text });

  expect(idsOf(found).slice(0, expected.length)).toEqual(expected);
});

it('holds every word, wherever each is', async () => {
  const found = await search({ text: '市北 数字' });

  expect(idsOf(found).slice(0, 2)).toEqual(['place:市北数字园区', 'economy:14.6']);
  for (const { highlights } of found.edges)
    expect(highlights.join()).toMatch(/【市北】.*【数字】|【数字】.*【市北】/s);
});

it('scores a name that is the text over one that holds it over a clause that does', async () => {
  const { edges } = await search({ text: '彭浦镇' });
  const scores = (await search({ text: '首店' })).edges.map(({ score }) => score);

  expect(edges.map(({ score }) => score)).toEqual([3, 2]);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

it('marks matches in fragments that are cut from long texts', async () => {
  const { edges } = await search({ text: '首店' });
  const item = edges.find(({ node }) => node.__typename === 'WorkItem');

  expect(item?.highlights).toEqual([expect.stringMatching(/^….*引进各类品牌【首店】165家.*…$/)]);
});

it('pages through every hit once, and counts them all', async () => {
  const whole = await search({ text: '建设', first: 100 });
  const seen: unknown[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await search({ text: '建设', first: 9, ...(after && { after }) });
    expect(page.pageInfo.hasPreviousPage).toBe(after !== undefined);
    seen.push(...idsOf(page));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }

  expect(whole.totalCount).toBeGreaterThan(50);
  expect(new Set(seen).size).toBe(whole.totalCount);
  expect(seen.slice(0, 100)).toEqual(idsOf(whole));
});

it('finds nothing where nothing is, without an error', async () => {
  expect(await search({ text: '火星基地' })).toMatchObject({ totalCount: 0, edges: [] });
  // Both pairs occur, never side by side.
  expect(await search({ text: '店首' })).toMatchObject({ totalCount: 0, edges: [] });
});
