import { departmentCodes } from '../../schema/departments';
import { answersOf, isPreceded, missingOf, totalOf } from './slices';

const [first = '', second = '', ...others] = departmentCodes;
const gathered = (slices: Readonly<Record<string, unknown>>) => ({
  selector: '{}',
  ...Object.fromEntries(others.map((code) => [code, null])),
  ...slices,
});

it('adds up the totals of the departments that answered', () => {
  expect(totalOf(gathered({ [first]: { total: 12 }, [second]: { total: 3 } }))).toBe(15);
  expect(totalOf(gathered({ [first]: { total: 12 }, [second]: null }))).toBe(12);
  expect(totalOf(gathered({ [first]: null, [second]: null }))).toBe(0);
});

it.each([
  [true, false, true],
  [false, false, false],
])('where departments are preceded: %s and %s, the list is: %s', (one, other, preceded) => {
  expect(isPreceded(gathered({ [first]: { preceded: one }, [second]: { preceded: other } }))).toBe(preceded);
});

it('gives the answers in the order of the departments', () => {
  const answers = answersOf(gathered({ [second]: { total: 0 }, [first]: { total: 1 } }), 'total');

  expect(answers).toEqual([
    [first, 1],
    [second, 0],
  ]);
});

it.each([
  ['of all departments, those that did not answer', undefined, [second, ...others]],
  ['of those that the list is about, no other', [first, second], [second]],
  ['nobody, when those that the list is about answered', [first], []],
])('is without %s', (_, asked, missing) => {
  const one = gathered({ [first]: { answered: true }, [second]: null });

  expect(missingOf(one, asked)).toEqual(missing.map((code) => ({ code })));
});

it.each([
  ['no slice', {}, `This field requires ${second}.total, which the router did not supply.`],
  ['a slice without the part', { [second]: { answered: true } }, `requires ${second}.total,`],
])('refuses %s', (_, slices, message) => {
  expect(() => totalOf(gathered({ [first]: { total: 1 }, ...slices }))).toThrow(message);
});
