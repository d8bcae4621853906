import { long, typed } from '../../testing/typed';
import { compileExpression, variablesOf } from '../compile';

function compute(expression: unknown): string {
  return typed({ value: compileExpression(expression)(variablesOf({}, {})) });
}

/** Sunday, the 26th of March 2023, at 13:14:15.678. */
const date = new Date('2023-03-26T13:14:15.678Z');
const at = (text: string): Date => new Date(text);
const trunc = (unit: string, more: object = {}) => ({ $dateTrunc: { date, unit, ...more } });
const add = (startDate: Date, unit: string, amount: unknown, more: object = {}) => ({ $dateAdd: { startDate, unit, amount, ...more } }); // prettier-ignore
const diff = (from: string, to: string, unit: string, more: object = {}) => ({ $dateDiff: { startDate: at(from), endDate: at(to), unit, ...more } }); // prettier-ignore

test.each<[unknown, unknown]>([
  [trunc('year'), at('2023-01-01T00:00Z')],
  [trunc('quarter'), at('2023-01-01T00:00Z')],
  [trunc('month'), at('2023-03-01T00:00Z')],
  [trunc('month', { binSize: 2 }), at('2023-03-01T00:00Z')],
  [trunc('month', { binSize: 5 }), at('2022-12-01T00:00Z')],
  [trunc('quarter', { binSize: 3 }), at('2022-07-01T00:00Z')],
  [trunc('week'), at('2023-03-26T00:00Z')],
  [trunc('week', { startOfWeek: 'monday' }), at('2023-03-20T00:00Z')],
  [trunc('week', { startOfWeek: 'Mon', binSize: 2 }), at('2023-03-13T00:00Z')],
  [trunc('day'), at('2023-03-26T00:00Z')],
  [trunc('hour', { binSize: 6 }), at('2023-03-26T12:00Z')],
  [trunc('minute', { binSize: 15 }), at('2023-03-26T13:00Z')],
  [trunc('second'), at('2023-03-26T13:14:15Z')],
  [trunc('day', { timezone: 'Asia/Shanghai' }), at('2023-03-25T16:00Z')],
  [trunc('month', { timezone: '+08:00' }), at('2023-02-28T16:00Z')],
  [{ $dateTrunc: { date: at('1999-12-31T23:00Z'), unit: 'month' } }, at('1999-12-01T00:00Z')],
  [{ $dateTrunc: { date: at('1999-05-31T23:00Z'), unit: 'year', binSize: 5 } }, at('1995-01-01T00:00Z')],
  [{ $dateTrunc: { date: null, unit: 'day' } }, null],
  [add(at('2023-01-31T08:00Z'), 'month', 1), at('2023-02-28T08:00Z')],
  [add(at('2023-01-31T08:00Z'), 'quarter', 1), at('2023-04-30T08:00Z')],
  [add(at('2024-02-29T08:00Z'), 'year', 1), at('2025-02-28T08:00Z')],
  [add(at('2023-01-31T08:00Z'), 'month', long(-2)), at('2022-11-30T08:00Z')],
  [add(at('2023-01-31T08:00Z'), 'week', 1), at('2023-02-07T08:00Z')],
  // The clocks of Paris go from 2:00 to 3:00 on that day.
  [add(at('2023-03-25T12:00Z'), 'day', 1, { timezone: 'Europe/Paris' }), at('2023-03-26T11:00Z')],
  [add(at('2023-03-25T12:00Z'), 'hour', 24, { timezone: 'Europe/Paris' }), at('2023-03-26T12:00Z')],
  [add(at('2023-01-31T16:00Z'), 'month', 1, { timezone: 'Asia/Shanghai' }), at('2023-02-28T16:00Z')],
  [
    { $dateSubtract: { startDate: at('2023-03-31T00:00Z'), unit: 'month', amount: 1 } },
    at('2023-02-28T00:00Z'),
  ],
  [diff('2022-12-31T23:59Z', '2023-01-01T00:01Z', 'year'), long(1)],
  [diff('2022-12-31T23:59Z', '2023-01-01T00:01Z', 'quarter'), long(1)],
  [diff('2022-11-30T00:00Z', '2023-01-01T00:00Z', 'month'), long(2)],
  [diff('2023-03-25T00:00Z', '2023-03-26T00:00Z', 'week'), long(1)],
  [diff('2023-03-25T00:00Z', '2023-03-26T00:00Z', 'week', { startOfWeek: 'monday' }), long(0)],
  [diff('2023-03-27T00:00Z', '2023-03-25T00:00Z', 'week'), long(-1)],
  [diff('2023-03-25T23:59Z', '2023-03-26T00:01Z', 'day'), long(1)],
  [diff('2023-03-25T15:59Z', '2023-03-25T16:01Z', 'day', { timezone: 'Asia/Shanghai' }), long(1)],
  [diff('2023-03-25T15:59Z', '2023-03-25T16:01Z', 'hour'), long(1)],
  [diff('2023-03-25T15:59:59.999Z', '2023-03-25T16:00Z', 'second'), long(1)],
  [diff('2023-03-25T15:59Z', '2023-03-25T16:01Z', 'millisecond'), long(120000)],
  [{ $year: date }, 2023],
  [{ $month: [date] }, 3],
  [{ $hour: { date, timezone: 'Asia/Shanghai' } }, 21],
  [{ $dayOfMonth: { date, timezone: '+11' } }, 27],
  [{ $dayOfYear: date }, 85],
  [{ $dayOfWeek: date }, 1],
  [{ $week: date }, 13],
  [{ $week: at('2023-01-01T00:00Z') }, 1],
  [{ $week: at('2022-01-01T00:00Z') }, 0],
  [{ $isoDayOfWeek: date }, 7],
  [{ $isoWeek: at('2021-01-03T00:00Z') }, 53],
  [{ $isoWeekYear: at('2021-01-03T00:00Z') }, long(2020)],
  [{ $isoWeek: at('2018-12-31T00:00Z') }, 1],
  [{ $isoWeekYear: at('2018-12-31T00:00Z') }, long(2019)],
  [{ $millisecond: date }, 678],
  [{ $year: null }, null],
  [{ $dateToString: { date } }, '2023-03-26T13:14:15.678Z'],
  [{ $dateToString: { date, timezone: 'America/New_York' } }, '2023-03-26T09:14:15.678'],
  [
    { $dateToString: { date, format: '%d.%m.%Y %H:%M %z %Z', timezone: '-05:30' } },
    '26.03.2023 07:44 -0530 -330',
  ],
  [{ $dateToString: { date, format: '%G-%V-%u %U %w %j %b %B %%' } }, '2023-12-7 13 1 085 Mar March %'],
  [{ $dateToString: { date: null, onNull: 'none' } }, 'none'],
  [{ $dateFromString: { dateString: '2023-03-26T13:14:15.678Z' } }, date],
  [{ $dateFromString: { dateString: '2023-03-26' } }, at('2023-03-26T00:00Z')],
  [{ $dateFromString: { dateString: '2023-03-26', timezone: 'Asia/Shanghai' } }, at('2023-03-25T16:00Z')],
  [{ $dateFromString: { dateString: '2023-03-26T08:00+0800' } }, at('2023-03-26T00:00Z')],
  [{ $dateFromString: { dateString: '26/3/2023', format: '%d/%m/%Y' } }, at('2023-03-26T00:00Z')],
  [{ $dateFromString: { dateString: 'March 26, 2023', format: '%B %d, %Y' } }, at('2023-03-26T00:00Z')],
  [{ $dateFromString: { dateString: '2020-53-7', format: '%G-%V-%u' } }, at('2021-01-03T00:00Z')],
  [{ $dateFromString: { dateString: '2023-02-30', onError: 'no day' } }, 'no day'],
  [{ $dateFromString: { dateString: '$none', onNull: 'no text' } }, 'no text'],
  [{ $dateFromParts: { year: 2023, month: 14, day: 0, hour: 25 } }, at('2024-02-01T01:00Z')],
  [{ $dateFromParts: { year: 2023, month: 3, day: 26, timezone: 'Asia/Shanghai' } }, at('2023-03-25T16:00Z')],
  [{ $dateFromParts: { isoWeekYear: 2020, isoWeek: 53, isoDayOfWeek: 7 } }, at('2021-01-03T00:00Z')],
  [
    { $dateToParts: { date, timezone: '+08:00' } },
    { year: 2023, month: 3, day: 26, hour: 21, minute: 14, second: 15, millisecond: 678 },
  ],
])('%j', (expression, expected) => {
  expect(compute(expression)).toBe(typed({ value: expected }));
});

test.each<[unknown, number]>([
  [trunc('fortnight'), 9],
  [trunc('week', { startOfWeek: 'someday' }), 9],
  [trunc('day', { binSize: 0 }), 5439017],
  [trunc('day', { timezone: 'Asia/Nowhere' }), 40485],
  [add(date, 'day', 1.5), 5166405],
  [{ $year: 'x' }, 16006],
  [{ $dateFromString: { dateString: '2023-02-30' } }, 241],
  [{ $dateToString: { date, format: '%q' } }, 18536],
  [{ $dateFromParts: { year: 10000 } }, 40523],
])('%j is refused with code %i', (expression, code) => {
  expect(() => compute(expression)).toThrow(expect.objectContaining({ code }));
});
