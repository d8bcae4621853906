import { isTown, parseScope, placeReaches, placeScope } from './scopes';

it.each([
  ['place:彭浦镇', 'NAMED', 'place:彭浦镇#NAMED'],
  ['place:彭浦镇', 'EVERY_TOWN', 'place:彭浦镇#EVERY_TOWN'],
  ['place:1#号楼', 'WITHIN', 'place:1#号楼#WITHIN'],
  ['', 'DISTRICT', '#DISTRICT'],
] as const)('the scope of %j by %s is %s, and the other way round', (place, reach, scope) => {
  expect(placeScope(place, reach)).toBe(scope);
  expect(parseScope(scope)).toEqual({ place, reach });
});

it('every place shares the scope of the whole district', () => {
  expect(placeScope('place:彭浦镇', 'DISTRICT')).toBe(placeScope('place:静安区', 'DISTRICT'));
});

it('reaches are listed from the strongest to the weakest', () => {
  expect(placeReaches).toEqual(['NAMED', 'EVERY_TOWN', 'WITHIN', 'DISTRICT']);
});

it.each([
  ['SUBDISTRICT', true],
  ['TOWN', true],
  ['DISTRICT', false],
  ['QUARTER', false],
] as const)('a %s is one of the 街镇: %s', (kind, town) => {
  expect(isTown(kind)).toBe(town);
});
