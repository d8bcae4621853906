import type { TargetDocument } from '../documents';
import { dayInShanghai, progressEntry } from './progress-entry';

const target = { _id: 'economy:2.1', quantity: { value: 1 }, sort: { updated: '' } } as TargetDocument;

it.each([
  ['2023-06-29T15:59:59.999Z', '2023-06-29'],
  ['2023-06-29T16:00:00.000Z', '2023-06-30'],
  ['2023-06-29T23:30:00.000Z', '2023-06-30'],
  ['2023-06-30T00:00:00.000Z', '2023-06-30'],
  ['2023-12-31T15:59:59.999Z', '2023-12-31'],
  ['2023-12-31T16:00:00.000Z', '2024-01-01'],
  ['2024-02-28T16:00:00.000Z', '2024-02-29'],
])('%s is %s in the district, and entries are of that day or of one before', (now, today) => {
  const instant = new Date(now);
  const entry = (asOf?: string) =>
    progressEntry({ targetId: target._id, value: 1, asOf, expectedRevision: 0 }, target, instant, instant);
  const tomorrow = dayInShanghai(new Date(instant.getTime() + 24 * 60 * 60 * 1000));

  expect(dayInShanghai(instant)).toBe(today);
  expect(entry().asOf).toBe(today);
  expect(entry(today).asOf).toBe(today);
  expect(() => entry(tomorrow)).toThrow(`A report must not describe a day to come, but got: ${tomorrow}.`);
});
