import { chartSeries, labelColumns, valueColumns } from './chart-data';
import type { Row } from './flatten';
import type { Table } from './tables';

const tableOf = (...rows: Row[]): Table => ({
  path: 'targets',
  columns: [...new Set(rows.flatMap((row) => Object.keys(row)))],
  rows,
  total: undefined,
});

const targets = tableOf(
  { id: 'a', title: '甲', 'quantity.value': 20, 'quantity.unit': '家', revision: 0 },
  { id: 'b', title: '乙', 'quantity.value': 5, 'quantity.unit': '亿元', revision: 0 },
  { id: 'c', title: '丙', 'quantity.value': 40, 'quantity.unit': '家', revision: 0 },
  { id: 'd', title: '丁', 'quantity.value': null, 'quantity.unit': null, revision: 0 },
);

describe('the columns of a chart', () => {
  it('are numbers for the bars, the quantity first', () => {
    expect(valueColumns(targets)).toEqual(['quantity.value', 'revision']);
  });

  it('are words for the labels, the title first', () => {
    expect(labelColumns(targets)).toEqual(['title', 'id', 'quantity.unit']);
  });

  it('leave out a column that mixes numbers and words', () => {
    expect(valueColumns(tableOf({ mixed: 1 }, { mixed: '1；2' }))).toEqual([]);
  });
});

describe('chartSeries', () => {
  it('never puts two units on one scale, and begins with the unit of most rows', () => {
    expect(chartSeries(targets, 'quantity.value', 'title')).toEqual([
      {
        unit: '家',
        bars: [
          { label: '甲', value: 20 },
          { label: '丙', value: 40 },
        ],
      },
      { unit: '亿元', bars: [{ label: '乙', value: 5 }] },
    ]);
  });

  it('is one series where the column has no unit beside it', () => {
    expect(chartSeries(targets, 'revision', 'title')).toHaveLength(1);
  });

  it('numbers the bars where there are no words', () => {
    expect(chartSeries(tableOf({ count: 3 }), 'count', undefined)).toEqual([
      { unit: '', bars: [{ label: '1', value: 3 }] },
    ]);
  });
});
