import type { SeedQuantity, SeedResult, SeedTarget } from '../../../seeds/format';
import { changeOf } from './seed-documents';

const quantity = (
  value: number,
  unit: string,
  measure: SeedQuantity['measure'] = 'AMOUNT',
): SeedQuantity => ({
  value,
  unit,
  text: `${value}${unit}`,
  comparator: 'EXACTLY',
  measure,
});
const target = (of?: SeedQuantity): SeedTarget => ({
  id: 'x:1.1',
  kind: of ? 'FIGURE' : 'TREND',
  year: 2023,
  title: '目标',
  text: '目标',
  citations: [],
  quantity: of,
});
const result = (of: SeedQuantity, yearOnYear?: number): SeedResult => ({
  id: 'x:2022.1.1',
  year: 2022,
  section: 1,
  title: '结果',
  text: '结果',
  citations: [],
  cumulative: false,
  quantity: of,
  yearOnYear,
});

it.each([
  [
    'an amount against an amount, in its unit and in percent',
    target(quantity(1600, '亿元')),
    result(quantity(1500, '亿元')),
    { absolute: 100, relative: 6.66666666667, unit: '亿元' },
  ],
  [
    'less than before',
    target(quantity(10, '万人次')),
    result(quantity(10.3, '万人次')),
    { absolute: -0.3, relative: -2.91262135922, unit: '万人次' },
  ],
  [
    'the same',
    target(quantity(200, '条')),
    result(quantity(200, '条')),
    { absolute: 0, relative: 0, unit: '条' },
  ],
  [
    'a growth rate against the 同比 of an amount, in percentage points',
    target(quantity(3, '%', 'GROWTH')),
    result(quantity(279.42, '亿元'), 0.34),
    { absolute: 2.66, relative: null, unit: '个百分点' },
  ],
  [
    'a rate against a rate',
    target(quantity(6, '%', 'GROWTH')),
    result(quantity(1, '%', 'GROWTH')),
    { absolute: 5, relative: null, unit: '个百分点' },
  ],
  [
    'anything against nothing',
    target(quantity(3, '家')),
    result(quantity(0, '家')),
    { absolute: 3, relative: null, unit: '家' },
  ],
])('compares %s', (_, of, baseline, change) => {
  expect(changeOf(of, baseline)).toEqual(change);
});

it.each([
  ['other units', target(quantity(2, '家')), result(quantity(1, '个'))],
  [
    'a rate with an amount that prints no 同比',
    target(quantity(3, '%', 'GROWTH')),
    result(quantity(279.42, '亿元')),
  ],
  ['a target without a figure', target(), result(quantity(82, '幢'))],
])('does not compare %s', (_, of, baseline) => {
  expect(changeOf(of, baseline)).toBeNull();
});
