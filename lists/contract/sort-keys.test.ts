import { compareKeys, planKey, titleKey, updatedKey, valueKey } from './sort-keys';

const inOrderOf = <T>(values: readonly T[], key: (value: T) => string) =>
  values.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));

it('values sort as numbers do, those without first', () => {
  const targets = [undefined, -Infinity, -32200, -1.5, -1, -0.25, 0, 0.25, 1, 2, 10, 5.6e9].map((value) => ({
    value,
  }));

  expect(inOrderOf(targets.toReversed(), ({ value }) => valueKey('x:1', value))).toEqual(targets);
});

it('equal values sort by id', () => {
  expect(valueKey('a:1', 5) < valueKey('b:1', 5)).toBe(true);
  expect(valueKey('x:1', 0)).toBe(valueKey('x:1', -0));
});

it('the plan’s order is by year, item and number, then what only the report gives by its section', () => {
  const targets = [
    { id: 'economy:2.2', year: 2022, item: 34 },
    { id: 'economy:2.9', year: 2023, item: 2 },
    { id: 'economy:2.10', year: 2023, item: 2 },
    { id: 'construction:10.1', year: 2023, item: 10 },
    { id: 'economy:r0.1', year: 2023, section: 0 },
    { id: 'safety:r4.1', year: 2023, section: 4 },
  ];

  expect(inOrderOf(targets.toReversed(), (target) => planKey(target.id, target))).toEqual(targets);
});

it('titles sort by pinyin, not by code point', () => {
  const titles = [
    '15分钟社区生活圈',
    '安全',
    '城市',
    '道路',
    '静安',
    '菊花',
    '新增',
    '新增就业',
    '养老',
    '重庆',
  ];
  const expected = [
    '15分钟社区生活圈',
    '安全',
    '城市',
    '重庆',
    '道路',
    '静安',
    '菊花',
    '新增',
    '新增就业',
    '养老',
  ];

  expect(inOrderOf(titles, (title) => titleKey('x:1', title))).toEqual(expected);
});

it('updates sort by time', () => {
  expect(updatedKey('z:1', new Date('2023-02-27')) < updatedKey('a:1', new Date('2023-10-01'))).toBe(true);
});

it.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['a', 'ab', -1],
  ['，', '𠮷', -1],
  ['𠮷', '，', 1],
  ['𠮷', '𠮷', 0],
  ['田', '𠮷', -1],
])('%s against %s is %i, as by their bytes', (a, b, order) => {
  expect(compareKeys(a, b)).toBe(order);
  expect(Buffer.compare(Buffer.from(a), Buffer.from(b))).toBe(order);
});
