import { fitText } from './fit-text';
import { turnRecord } from './record';
import { sortRows } from './sort-rows';

describe('sortRows', () => {
  const rows = [
    { n: 10, t: '乙' },
    { n: null, t: '丙' },
    { n: 9, t: '甲' },
  ];

  it('sorts numbers by size and keeps empty cells last either way', () => {
    expect(sortRows(rows, { column: 'n', descending: false }).map(({ n }) => n)).toEqual([9, 10, null]);
    expect(sortRows(rows, { column: 'n', descending: true }).map(({ n }) => n)).toEqual([10, 9, null]);
  });

  it('sorts words in pinyin and leaves the answer itself as it is', () => {
    expect(sortRows(rows, { column: 't', descending: false }).map(({ t }) => t)).toEqual(['丙', '甲', '乙']);
    expect(rows.map(({ t }) => t)).toEqual(['乙', '丙', '甲']);
  });
});

describe('turnRecord', () => {
  it('gives a line for each column that holds something', () => {
    const table = {
      path: 'target',
      columns: ['title', 'note'],
      rows: [{ title: '甲', note: null }],
      total: undefined,
    };

    expect(turnRecord(table, new Map([['target.title', '名称']]))).toMatchObject({
      columns: ['字段', '值'],
      rows: [{ 字段: '名称 title', 值: '甲' }],
    });
  });
});

describe('fitText', () => {
  it.each([
    ['新增注册企业', 6, '新增注册企业'],
    ['新增注册企业', 5, '新增注册…'],
    ['abcdefgh', 5, 'abcdefgh'],
  ])('shortens %s to %i Chinese widths', (text, widths, shown) => {
    expect(fitText(text, widths)).toBe(shown);
  });
});
