import { fewest, heldBy, holdsAny, rarestPair } from './gram-counts';

const counts = new Map([
  ['T:首店', 3],
  ['X:首店', 2],
  ['T:品牌', 1],
  ['X:品牌', 9],
  ['X:引进', 4],
]);

it('grams that no document holds are left out', () => {
  expect(heldBy(['T:首店', 'T:没有', 'X:首店'], counts)).toEqual({ grams: ['T:首店', 'X:首店'], n: 5 });
  expect(heldBy(['T:没有'], counts)).toEqual({ grams: [], n: 0 });
});

it.each([
  [['首店'], { grams: ['T:首店', 'X:首店'], n: 5 }],
  [['首店', '品牌'], { grams: ['T:首店', 'X:首店'], n: 5 }],
  [['品牌', '引进'], { grams: ['X:引进'], n: 4 }],
  [['首店', '没有'], null],
  [[], null],
])('of the pairs %j, the rarest is %j', (pairs, held) => {
  expect(rarestPair(pairs, counts)).toEqual(held);
});

it('nothing is the fewest where one has nothing', () => {
  expect(
    fewest([
      { grams: ['T:a'], n: 1 },
      { grams: [], n: 0 },
    ]),
  ).toBeNull();
});

it.each([
  [{ grams: ['T:首店'], n: 3 }, 'T:首店'],
  [{ grams: ['T:首店', 'X:首店'], n: 5 }, { $in: ['T:首店', 'X:首店'] }],
])('%j is the condition %j', (held, condition) => {
  expect(holdsAny(held)).toEqual(condition);
});
