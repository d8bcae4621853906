import {
  Binary,
  BSONRegExp,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { encode } from './codec';
import { compareValues } from './compare';
import { dropFields, keepFields } from './cut';
import { encodeKey, invert } from './key-encoding';
import { partEnd } from './key-parts';

const id = (last: string): ObjectId => new ObjectId('64000000000000000000000' + last);

/** In BSON's order, all different. */
const ASCENDING: readonly unknown[] = [
  new MinKey(),
  undefined,
  null,
  NaN,
  -Infinity,
  Decimal128.fromString('-1e400'),
  Long.MIN_VALUE,
  new Double(-1.5),
  -1,
  -Number.MIN_VALUE,
  0,
  Number.MIN_VALUE,
  Decimal128.fromString('0.1'),
  0.1,
  new Int32(1),
  Decimal128.fromString('1.000000000000000000000000000000001'),
  1.5,
  2 ** 53,
  Long.fromString('9007199254740993'),
  2 ** 53 + 4,
  Long.MAX_VALUE,
  1e300,
  Infinity,
  '',
  '\0',
  '\0a',
  'A',
  'a',
  'a\0',
  'ab',
  '静',
  '\uffff',
  '😀',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { b: 1 },
  { a: 'text' },
  [],
  [1],
  [1, 2],
  [2],
  ['a'],
  new Binary(Buffer.from([2]), 0),
  new Binary(Buffer.from([1]), 5),
  new Binary(Buffer.from([1, 0]), 0),
  id('1'),
  id('2'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Date(1e12),
  new Timestamp({ t: 1, i: 1 }),
  new Timestamp({ t: 2, i: 0 }),
  /a/,
  new BSONRegExp('b', 'i'),
  new MaxKey(),
];

describe('values', () => {
  test('compare in BSON’s order, across and within types', () => {
    ASCENDING.forEach((a, i) =>
      ASCENDING.forEach((b, j) =>
        expect([i, j, Math.sign(compareValues(a, b))]).toEqual([i, j, Math.sign(i - j)]),
      ),
    );
  });

  test('have keys whose bytes compare as the values do, both ways', () => {
    const keys = ASCENDING.map(encodeKey);
    keys.forEach((a, i) =>
      keys.forEach((b, j) => {
        expect([i, j, Math.sign(Buffer.compare(a, b))]).toEqual([i, j, Math.sign(i - j)]);
        expect([i, j, Math.sign(Buffer.compare(invert(a), invert(b)))]).toEqual([i, j, Math.sign(j - i)]);
      }),
    );
  });

  test('have keys that tell where they end', () => {
    for (const value of ASCENDING) {
      const key = encodeKey(value);
      const next = encodeKey('next');
      expect(partEnd(Buffer.concat([key, next]), 0, false)).toBe(key.length);
      expect(partEnd(Buffer.concat([invert(key), invert(next)]), 0, true)).toBe(key.length);
    }
  });

  test.each<[string, readonly unknown[]]>([
    ['one', [1, new Int32(1), new Double(1), Long.fromNumber(1), Decimal128.fromString('1.0')]],
    ['zero', [0, -0, Long.ZERO, Decimal128.fromString('0')]],
    ['2^60', [2 ** 60, Long.fromString('1152921504606846976'), Decimal128.fromString('1152921504606846976')]],
  ])('of all numeric types are the same number: %s', (_name, numbers) => {
    for (const number of numbers) {
      expect(compareValues(number, numbers[0])).toBe(0);
      expect(encodeKey(number)).toEqual(encodeKey(numbers[0]));
    }
  });

  test('stay what they are where others are cut out beside them', () => {
    const pairs = ASCENDING.map((value, i): [string, unknown] => [`字${i}`, value]);
    const document = encode(Object.fromEntries(pairs));
    for (const i of pairs.keys()) {
      const [before, name, after] = [pairs.slice(0, i), `字${i}`, pairs.slice(i + 1)];
      expect(keepFields([name, 'none'])(document)).toEqual(encode(Object.fromEntries(pairs.slice(i, i + 1))));
      expect(dropFields([name])(document)).toEqual(encode(Object.fromEntries([...before, ...after])));
    }
    expect(keepFields([])(document)).toEqual(encode({}));
    expect(dropFields(['字', '字10x'])(document)).toEqual(document);
  });
});
