import { findTables } from './tables';

const target = (title: string, value: number | null) => ({
  title,
  quantity: value === null ? null : { value, unit: '家' },
});

describe('findTables', () => {
  it('makes dotted columns of nested objects and keeps the order of the answer', () => {
    const data = {
      targets: { totalCount: 7, nodes: [target('甲', 1), target('乙', 2)], pageInfo: { hasNextPage: true } },
    };

    expect(findTables(data)).toEqual([
      {
        path: 'targets',
        columns: ['title', 'quantity.value', 'quantity.unit'],
        rows: [
          { title: '甲', 'quantity.value': 1, 'quantity.unit': '家' },
          { title: '乙', 'quantity.value': 2, 'quantity.unit': '家' },
        ],
        total: 7,
      },
    ]);
  });

  it('puts the columns of an object that is null in the first rows where the object stood', () => {
    const data = {
      nodes: [
        { ...target('甲', null), text: '一' },
        { ...target('乙', 2), text: '二' },
      ],
    };

    expect(findTables({ targets: data })[0]?.columns).toEqual([
      'title',
      'quantity.value',
      'quantity.unit',
      'text',
    ]);
  });

  it("sets an edge's own fields beside its node's", () => {
    const edges = [{ cursor: 'a', reach: 'NAMED', node: { title: '甲' } }];

    expect(findTables({ place: { name: '彭浦镇', targets: { edges } } })[0]).toMatchObject({
      path: 'place.targets',
      rows: [{ title: '甲', cursor: 'a', reach: 'NAMED' }],
    });
  });

  it('joins lists below a row and offers them as tables led by their parents', () => {
    const citations = [{ quote: '一' }, { quote: '二' }];
    const data = { targets: { nodes: [{ title: '甲', citations, tags: ['x', 'y'] }] } };

    const [outer, inner] = findTables(data);

    expect(outer?.rows).toEqual([{ title: '甲', 'citations.quote': '一；二', tags: 'x；y' }]);
    expect(inner?.path).toBe('targets.citations');
    expect(inner?.rows).toEqual([
      { 'targets.title': '甲', quote: '一' },
      { 'targets.title': '甲', quote: '二' },
    ]);
  });

  it('keeps a number a number when a joined list holds only one', () => {
    const data = { departments: [{ name: '经济', targets: { totalCount: 3, nodes: [{ rank: 5 }] } }] };

    expect(findTables(data)[0]?.rows).toEqual([{ name: '经济', 'targets.rank': 5, 'targets.totalCount': 3 }]);
  });

  it('gives outer lists before inner ones', () => {
    const data = {
      plan: { chapters: [{ number: 1, items: [{ heading: '甲' }] }] },
      departments: [{ name: '经济' }],
    };

    expect(findTables(data).map(({ path }) => path)).toEqual([
      'departments',
      'plan.chapters',
      'plan.chapters.items',
    ]);
  });

  it('puts first the single object that was asked for, but not one that leads to a list', () => {
    const asked = {
      target: { id: 'a', title: '甲', kind: 'FIGURE', revision: 0, citations: [{ quote: '一' }] },
    };
    const leads = { place: { name: '彭浦镇', targets: { nodes: [{ title: '甲' }] } } };

    expect(findTables(asked).map(({ path }) => path)).toEqual(['target', 'target.citations']);
    expect(findTables(leads).map(({ path }) => path)).toEqual(['place.targets']);
  });

  it('makes one row of an answer without a list', () => {
    expect(findTables({ workItem: { number: 1, text: '甲' } })[0]?.rows).toEqual([{ number: 1, text: '甲' }]);
    expect(findTables({ __typename: 'Query' })[0]?.rows).toEqual([{ __typename: 'Query' }]);
  });

  it('shows an empty connection as a table without rows, and absent departments not as a list', () => {
    const data = { targets: { nodes: [], missing: [{ name: '安全' }], totalCount: 0 } };

    expect(findTables(data)).toEqual([{ path: 'targets', columns: [], rows: [], total: 0 }]);
  });

  it.each([[null], [undefined], ['text'], [[]]])('finds nothing in %p', (data) => {
    expect(findTables(data)).toEqual([]);
  });
});
