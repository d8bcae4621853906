import type { TargetDocument } from '../documents';
import { appendEntry, dayInShanghai, progressEntry } from './progress-entry';

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

const now = new Date('2023-06-30T04:00:00Z');
const figure = {
  _id: 'economy:2.1',
  quantity: { value: 10_000 },
  status: 'UNREPORTED',
  revision: 0,
  sort: { updated: 'before' },
} as TargetDocument;
const milestone: TargetDocument = { ...figure, _id: 'economy:3.1', quantity: null };

it('an entry keeps its value and its trimmed note, and the key that its target had', () => {
  const input = { targetId: figure._id, value: 4200, note: ' 上半年 ', expectedRevision: 0 };

  expect(progressEntry(input, figure, now, now)).toEqual({
    value: 4200,
    note: '上半年',
    asOf: '2023-06-30',
    reportedAt: now,
    movedFrom: 'before',
  });
});

it.each([
  ['neither value nor note', figure, {}, 'A report must have a value or a note, but got neither.'],
  ['a blank note alone', figure, { note: '  ' }, 'A report must have a value or a note, but got neither.'],
  [
    'a value of no figure',
    milestone,
    { value: 1 },
    'economy:3.1 is no figure: its progress must be a note, but got: 1.',
  ],
])('an entry with %s is refused', (_, of, input, message) => {
  expect(() => progressEntry({ targetId: of._id, expectedRevision: 0, ...input }, of, now, now)).toThrow(
    expect.objectContaining({ message, extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
  );
});

it.each([
  ['a value below the target’s is under way', figure, { value: 9999 }, undefined, 'UNDER_WAY'],
  ['the target’s value achieves it', figure, { value: 10_000 }, undefined, 'ACHIEVED'],
  ['more achieves nothing where the input says so', figure, { value: 10_001 }, false, 'UNDER_WAY'],
  ['less achieves it where the input says so', figure, { value: 1 }, true, 'ACHIEVED'],
  ['a note is under way', milestone, { note: '竣工' }, undefined, 'UNDER_WAY'],
  ['a note achieves it where the input says so', milestone, { note: '竣工' }, true, 'ACHIEVED'],
])('an entry with %s', (_, of, input, achieved, status) => {
  const entry = progressEntry({ targetId: of._id, expectedRevision: 0, ...input }, of, now, now);

  expect(appendEntry(of, entry, achieved)).toMatchObject({
    $push: { progress: entry, uncounted: { operation: `${of._id}@1`, from: 'UNREPORTED', to: status } },
    $inc: { revision: 1 },
    $set: { status, 'ways.0': `status:${status}`, updatedAt: now },
  });
});

it('an entry that leaves the status as it was leaves nothing to count', () => {
  const target: TargetDocument = { ...milestone, status: 'UNDER_WAY', revision: 1 };
  const entry = progressEntry({ targetId: target._id, note: '推进', expectedRevision: 1 }, target, now, now);

  expect(appendEntry(target, entry, undefined).$push).toEqual({ progress: entry });
});
