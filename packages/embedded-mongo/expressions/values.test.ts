import { double, long, typed } from '../testing/typed';
import { compileExpression, variablesOf } from './compile';

const document = {
  a: 1,
  list: [{ x: 1 }, 2, {}, [{ x: 3 }], { x: null }],
  deep: { b: { c: 'd' } },
  empty: [],
};

function compute(expression: unknown): string {
  const value = compileExpression(expression, ['given'])(variablesOf(document, { given: { y: 5 } }));
  return typed({ value: value === undefined ? 'MISSING' : value });
}

test.each<[string, unknown, unknown]>([
  ['a field', '$a', 1],
  ['a field inside', '$deep.b.c', 'd'],
  ['no field of a scalar', '$a.b', 'MISSING'],
  ['the documents of an array, and no arrays in it', '$list.x', [1, null]],
  ['no position', '$list.0', []],
  ['a variable', '$$given.y', 5],
  ['the whole document', '$$ROOT.a', 1],
  ['a removed field', '$$REMOVE', 'MISSING'],
  ['null for missing in an array', ['$a', '$none'], [1, null]],
  ['no field for missing in a document', { b: '$none', a: '$a' }, { a: 1 }],
  ['a literal', { $literal: '$a' }, '$a'],
  ['a variable of its own', { $let: { vars: { twice: { $add: ['$a', '$a'] } }, in: '$$twice' } }, 2],
  ['the last of nothing', { $ifNull: ['$none', null] }, null],
  ['the first that is', { $ifNull: ['$none', '$a', 2] }, 1],
  ['a branch', { $switch: { branches: [{ case: false, then: 1 }, { case: 1, then: 2 }], default: 3 } }, 2],
  ['an order of missing before null', { $lt: ['$none', null] }, true],
  ['mapping', { $map: { input: [1, 2], as: 'n', in: { $add: ['$$n', '$a'] } } }, [2, 3]],
  ['filtering', { $filter: { input: [1, 2, 3], cond: { $gt: ['$$this', 1] }, limit: 1 } }, [2]],
  ['reducing', { $reduce: { input: [1, 2], initialValue: '', in: { $concat: ['$$value', { $toString: '$$this' }] } } }, '12'],
  ['sorting', { $sortArray: { input: [3, long(1), 'a', null], sortBy: -1 } }, ['a', 3, long(1), null]],
  ['sorting by a field', { $sortArray: { input: [{ n: 2 }, { n: 1 }], sortBy: { n: long(1) } } }, [{ n: 1 }, { n: 2 }]],
  ['zipping', { $zip: { inputs: [[1], [2, 3]], useLongestLength: true, defaults: [0, 9] } }, [[1, 2], [0, 3]]],
  ['an element from the end', { $arrayElemAt: [[1, 2], long(-1)] }, 2],
  ['no element', { $arrayElemAt: [[1, 2], 2] }, 'MISSING'],
  ['the first of none', { $first: '$empty' }, 'MISSING'],
  ['a slice', { $slice: [[1, 2, 3], -2, 1] }, [2]],
  ['a slice with a double', { $slice: [[1, 2, 3], double(2)] }, [1, 2]],
  ['a range', { $range: [5, 0, -2] }, [5, 3, 1]],
  ['an index', { $indexOfArray: [[1, double(2)], 2] }, 1],
  ['membership by value', { $in: [long(2), [1, 2]] }, true],
  ['pairs to a document', { $arrayToObject: [[{ k: 'b', v: 1 }, { k: 'a', v: 2 }]] }, { b: 1, a: 2 }],
  ['a document to pairs', { $objectToArray: { b: 1 } }, [{ k: 'b', v: 1 }]],
  ['merging keeps positions', { $mergeObjects: [{ b: 1, a: 1 }, null, { c: 3, b: 2 }] }, { b: 2, a: 1, c: 3 }],
  ['a field with a dot', { $getField: { field: 'x.y', input: { $literal: { 'x.y': 1 } } } }, 1],
  ['setting a field', { $setField: { field: 'b', input: { b: 1, c: 2 }, value: 3 } }, { b: 3, c: 2 }],
  ['unsetting a field', { $unsetField: { field: 'b', input: { b: 1, c: 2 } } }, { c: 2 }],
  ['a union of equal numbers', { $setUnion: [[1, 2], [double(2), 3]] }, [1, 2, 3]],
  ['an intersection', { $setIntersection: [[1, 2, 2], [double(2)]] }, [2]],
  ['a difference', { $setDifference: [[2, 1, 2], [1]] }, [2]],
  ['equal sets', { $setEquals: [[1, 1, 2], [2, long(1)]] }, true],
  ['any and all', [{ $anyElementTrue: [[0, ''] ] }, { $allElementsTrue: [[long(0), 1]] }], [true, false]],
  ['maxima', { $maxN: { input: [1, [0], null, 3], n: 2 } }, [[0], 3]],
  ['case of ASCII alone', { $toUpper: 'aß静é' }, 'Aß静é'],
  ['characters', [{ $strLenCP: '静😀' }, { $strLenBytes: '静😀' }], [2, 7]],
  ['a substring by bytes', { $substrBytes: ['静安区', 3, 3] }, '安'],
  ['a substring by characters', { $substrCP: ['静😀安', 1, 1] }, '😀'],
  ['a position by characters', { $indexOfCP: ['静😀安', '安'] }, 2],
  ['a position by bytes', { $indexOfBytes: ['静安', '安'] }, 3],
  ['trimming', { $trim: { input: ' \u00a0a ' } }, 'a'],
  ['trimming characters', { $ltrim: { input: 'xyax', chars: 'yx' } }, 'ax'],
  ['splitting', { $split: ['a-b-', '-'] }, ['a', 'b', '']],
  ['replacing with a dollar', { $replaceAll: { input: 'a.a', find: 'a', replacement: { $literal: '$&' } } }, '$&.$&'],
  ['a match with groups', { $regexFind: { input: '静a1', regex: '([a-z])(\\d)?(x)?' } }, { match: 'a1', idx: 1, captures: ['a', '1', null] }],
  ['all matches', { $regexFindAll: { input: 'aXa', regex: 'A', options: 'i' } }, [{ match: 'a', idx: 0, captures: [] }, { match: 'a', idx: 2, captures: [] }]],
  ['no text', { $regexMatch: { input: null, regex: 'a' } }, false],
] as [string, unknown, unknown][])('%s', (_what, expression, expected) => {
  expect(compute(expression)).toBe(typed({ value: expected }));
}); // prettier-ignore

test.each<[unknown, number]>([
  [{ $concat: ['a', 1] }, 16702],
  [{ $size: '$a' }, 17124],
  [{ $substrBytes: ['静', 1, 1] }, 28656],
  [{ $substrBytes: ['静', 0, 1] }, 28657],
  [{ $arrayElemAt: [[1], 0.5] }, 28690],
  [{ $switch: { branches: [{ case: false, then: 1 }] } }, 40066],
  [{ $mergeObjects: [{ a: 1 }, 2] }, 40400],
  [{ $map: { input: '$a', in: 1 } }, 16883],
  [{ $regexMatch: { input: 'a', regex: '(' } }, 51111],
  [{ $range: [0, 1, 0] }, 34449],
  [{ 'a.b': 1 }, 16412],
  [{ $let: { vars: { Upper: 1 }, in: 1 } }, 9],
])('%j is refused with code %i', (expression, code) => {
  expect(() => compute(expression)).toThrow(expect.objectContaining({ code }));
});
