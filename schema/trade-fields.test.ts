import { parse } from 'graphql';
import { tradeFieldsOf } from './trade-fields';

it.each([
  ['no field', 'type CultureTarget implements Target @key(fields: "id")', []],
  ['text', 'type CultureTarget { venue: String }', [{ name: 'venue' }]],
  [
    'an enum of its own, required or not',
    'type CultureTarget { season: [Season!]! venue: String } enum Season { SPRING AUTUMN }',
    [{ name: 'season', values: ['SPRING', 'AUTUMN'] }, { name: 'venue' }],
  ],
  [
    'a field of another type',
    'type CultureTarget { venue: String } type CultureResult { held: Int }',
    [{ name: 'venue' }],
  ],
])('reads %s', (_, sdl, fields) => {
  expect(tradeFieldsOf('culture', parse(sdl))).toEqual(fields);
});
