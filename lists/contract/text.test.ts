import { gramsOf, normalizeText } from './text';

it.each([
  ['５.６ 万平方米', '5.6万平方米'],
  ['APP 应用', 'app应用'],
  ['新增\n首店', '新增首店'],
  ['“宝宝屋”', '“宝宝屋”'],
  ['', ''],
])('%j is compared as %j', (text, normal) => {
  expect(normalizeText(text)).toBe(normal);
});

it.each([
  ['新增首店', ['新增', '增首', '首店']],
  ['新增首店，首店', ['新增', '增首', '首店']],
  ['首 店', ['首店']],
  ['5.6%', ['5.', '.6', '6%']],
  ['“宝宝屋”', ['宝宝', '宝屋']],
  ['𠮷田', ['𠮷田']],
  ['店', []],
  ['，。', []],
  ['', []],
])('of %j, the grams are %j', (text, grams) => {
  expect(gramsOf(text)).toEqual(grams);
});
