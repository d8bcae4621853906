import type { SeedPlace } from '../../../seeds/format';
import { coverageOf } from './coverage';

const place = (name: string, kind: SeedPlace['kind'], within: string | null): [string, SeedPlace] => [
  name,
  { id: name, name, kind, within, evidence: `${name}的依据`, citations: [] },
];
const gazetteer = new Map([
  place('静安区', 'DISTRICT', null),
  place('彭浦镇', 'TOWN', '静安区'),
  place('江宁路街道', 'SUBDISTRICT', '静安区'),
  place('市北', 'INDUSTRIAL_PARK', '彭浦镇'),
]);
const named = (name: string) => ({ place: name, evidence: `文中${name}` });
const located = (fields: object) => coverageOf({ text: '条文', ...fields }, gazetteer);

it.each([
  ['no place is of the whole district', {}, [['#DISTRICT', '条文']]],
  [
    'a place is of it, and of what it lies in by the gazetteer',
    { places: [named('彭浦镇')] },
    [
      ['彭浦镇#NAMED', '文中彭浦镇'],
      ['静安区#WITHIN', '彭浦镇：彭浦镇的依据'],
    ],
  ],
  [
    'a place inside a place is of both, by the evidence of the innermost',
    { places: [named('市北')] },
    [
      ['市北#NAMED', '文中市北'],
      ['彭浦镇#WITHIN', '市北：市北的依据'],
      ['静安区#WITHIN', '市北：市北的依据'],
    ],
  ],
  [
    'a place and what lies in it names both, whichever comes first',
    { places: [named('市北'), named('彭浦镇')] },
    [
      ['市北#NAMED', '文中市北'],
      ['彭浦镇#NAMED', '文中彭浦镇'],
      ['静安区#WITHIN', '市北：市北的依据'],
    ],
  ],
  [
    'every town is of each, and of the district that they lie in',
    { everyTown: '各街镇' },
    [
      ['彭浦镇#EVERY_TOWN', '各街镇'],
      ['静安区#WITHIN', '各街镇'],
      ['江宁路街道#EVERY_TOWN', '各街镇'],
    ],
  ],
  [
    'every town and names one, names it',
    { everyTown: '各街镇', places: [named('江宁路街道')] },
    [
      ['江宁路街道#NAMED', '文中江宁路街道'],
      ['静安区#WITHIN', '江宁路街道：江宁路街道的依据'],
      ['彭浦镇#EVERY_TOWN', '各街镇'],
    ],
  ],
  ['the district alone is of it by name', { places: [named('静安区')] }, [['静安区#NAMED', '文中静安区']]],
])('a clause that covers %s', (_, fields, coverage) => {
  expect(located(fields).map(({ scope, evidence }) => [scope, evidence])).toEqual(coverage);
});

it('a place that the gazetteer lacks is an error', () => {
  expect(() => located({ places: [named('虹口')] })).toThrow('The gazetteer must have 虹口, but has not.');
});
