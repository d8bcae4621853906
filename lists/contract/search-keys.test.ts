import { scoreOfKey, searchKeyPrefix, searchTiers } from './search-keys';

it('keys sort by tier first, then by rank', () => {
  const prefixes = searchTiers.flatMap((tier) => [0, 1, 3].map((rank) => searchKeyPrefix(tier, rank)));

  expect(prefixes.toSorted()).toEqual(prefixes);
});

it.each([
  ['EXACT', 3],
  ['TITLE', 2],
  ['TEXT', 1],
] as const)('a hit of the tier %s scores %i', (tier, score) => {
  expect(scoreOfKey(`${searchKeyPrefix(tier, 1)}2023-002`)).toBe(score);
});
