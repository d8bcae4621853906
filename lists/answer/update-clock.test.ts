import { setTimeout } from 'node:timers/promises';
import { updatedKey } from '../contract/sort-keys';
import { UpdateClock } from './update-clock';

const pageAsOf = (instant: number) =>
  ({ take: 1, from: 'START', asOf: new Date(instant).toISOString() }) as const;
const key = (instant: number): string => updatedKey('safety:1', new Date(instant));

it('has a list wait for the reports under way', async () => {
  const clock = new UpdateClock();
  const done: string[] = [];
  const report = clock.file(async () => {
    await setTimeout(20);
    done.push('report');
  });
  await clock.show([pageAsOf(Date.now())]);
  done.push('list');
  await report;

  expect(done).toEqual(['report', 'list']);
});

it('has no list fail with a report', async () => {
  const clock = new UpdateClock();
  const report = clock.file(() => Promise.reject(new Error('no')));
  await clock.show([pageAsOf(Date.now())]);

  await expect(report).rejects.toThrow('no');
});

it('puts a report after the lists that were shown, and after the one before it', async () => {
  const clock = new UpdateClock();
  const now = Date.now();

  expect(clock.stamp(key(now - 5), new Date(now))).toEqual(new Date(now));
  expect(clock.stamp(key(now), new Date(now))).toEqual(new Date(now + 1));
  await clock.show([pageAsOf(now + 700), pageAsOf(now)]);
  expect(clock.stamp(key(now), new Date(now))).toEqual(new Date(now + 701));
});

it('does not follow a clock that is far ahead', async () => {
  const clock = new UpdateClock();
  await clock.show([pageAsOf(Date.parse('9999-01-01'))]);

  expect(clock.stamp(key(0), new Date()).getTime()).toBeLessThan(Date.now() + 61_000);
});

it('stamps no report earlier than one before it, though the machine’s clock is set back', () => {
  const clock = new UpdateClock();
  const now = Date.now();
  clock.continueAfter(key(now + 3_600_000));

  expect(clock.isAhead).toBe(true);
  expect(clock.stamp(key(now - 5), new Date(now))).toEqual(new Date(now + 3_600_001));
  expect(clock.stamp(key(now - 5), new Date(now - 60_000))).toEqual(new Date(now + 3_600_002));
});
