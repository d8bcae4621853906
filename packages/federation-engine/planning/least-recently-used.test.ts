import { LeastRecentlyUsed } from './least-recently-used';

it.each([
  ['a value that was not kept is not there', [], 'a', false],
  ['a value that was kept is there', ['a'], 'a', true],
  ['as many values as the capacity are there', ['a', 'b'], 'a', true],
  ['the value that was unused for longest gives way', ['a', 'b', 'c'], 'a', false],
  ['the value that came after it stays', ['a', 'b', 'c'], 'b', true],
  ['a value that is kept anew is the youngest', ['a', 'b', 'a', 'c'], 'a', true],
])('%s', (_, keys, key, isThere) => {
  const cache = new LeastRecentlyUsed<string>(2);

  keys.forEach((each) => cache.set(each, each));

  expect(cache.get(key) !== undefined).toBe(isThere);
});

it('a value that is used is the youngest', () => {
  const cache = new LeastRecentlyUsed<number>(2);
  cache.set('first', 1);
  cache.set('second', 2);

  cache.get('first');
  cache.set('third', 3);

  expect(['first', 'second', 'third'].map((key) => cache.get(key))).toEqual([1, undefined, 3]);
});
