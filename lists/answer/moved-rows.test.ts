import { keysUntil, updatedKey } from '../contract/sort-keys';
import { rowUntil } from './moved-rows';

const at = (time: string) => updatedKey('economy:2.1', new Date(`2023-06-30T${time}:00.000Z`));
const until = keysUntil('2023-06-30T10:00:00.000Z');

it.each([
  ['the key that it had then', ['08:00', '09:00'], '09:00'],
  ['the last of the keys that it had until then', ['08:00', '09:00', '10:05'], '09:00'],
  ['the key of that very instant', ['10:00'], '10:00'],
  ['its own, when it was added later', [], '11:00'],
  ['its own, when it had later keys alone', ['10:30'], '11:00'],
])('a row that was moved at 11:00 has %s', (_, before, key) => {
  const row = { id: 'economy:2.1', key: at('11:00'), coverage: [], before: before.map(at) };

  expect(rowUntil(until, row)).toEqual({ id: 'economy:2.1', key: at(key), coverage: [] });
});

it('a result, which has no progress, keeps its key', () => {
  expect(rowUntil(until, { id: 'economy:2022.1.1', key: at('11:00'), coverage: [] }).key).toBe(at('11:00'));
});
