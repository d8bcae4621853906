import { aggregated, refusalOf, double, long, typed, TYPED } from '../testing/typed';
import { temporaryStore, type TemporaryStore } from '../testing/temporary-store';
import { type Document } from 'mongodb';

let temporary: TemporaryStore;
beforeAll(async () => {
  temporary = await temporaryStore();
});
afterAll(() => temporary.close());

interface Case {
  readonly name: string;
  readonly document: Document;
  readonly stage: Document;
  readonly expected: Document;
}

const of = (name: string, document: Document, stage: Document, expected: Document): Case => ({ name, document: { _id: 1, ...document }, stage, expected }); // prettier-ignore

const cases: readonly Case[] = [
  of('$project keeps fields in the order of the document, then computes', { b: 1, a: 2 }, { $project: { c: '$a', a: 1, b: 1 } }, { _id: 1, b: 1, a: 2, c: 2 }),
  of('$project computes a field that is there at the end', { a: 1, b: 2 }, { $project: { a: { $add: ['$a', 1] }, b: 1 } }, { _id: 1, b: 2, a: 2 }),
  of('$project without _id', { a: 1 }, { $project: { _id: 0, x: '$a' } }, { x: 1 }),
  of('$project computes _id', { a: 1 }, { $project: { a: 1, _id: '$a' } }, { a: 1, _id: 1 }),
  of('$project keeps types', { a: double(1), b: long(2) }, { $project: { x: '$a', y: ['$b'] } }, { _id: 1, x: double(1), y: [long(2)] }),
  of('$project keeps below, in arrays too', { a: [{ b: 1, c: 2 }, 3, [{ b: 4, c: 5 }]] }, { $project: { 'a.b': 1 } }, { _id: 1, a: [{ b: 1 }, [{ b: 4 }]] }),
  of('$project of a scalar by a longer path', { a: 1 }, { $project: { 'a.b': 1 } }, { _id: 1 }),
  of('$project computes below an array', { x: 7, a: [{ b: 1, c: 2 }, 3] }, { $project: { 'a.c': 1, 'a.d': '$x' } }, { _id: 1, a: [{ c: 2, d: 7 }, { d: 7 }] }),
  of('$project by nested documents', { a: { b: 1, c: 2 } }, { $project: { a: { b: 1, d: '$_id' } } }, { _id: 1, a: { b: 1, d: 1 } }),
  of('$project of a missing field', { a: 1 }, { $project: { x: '$none' } }, { _id: 1 }),
  of('$project leaves out below', { a: [{ b: 1, c: 2 }, 3], d: 4 }, { $project: { 'a.b': 0 } }, { _id: 1, a: [{ c: 2 }, 3], d: 4 }),
  of('$project by nested documents leaves out', { a: { b: 1, c: 2 }, d: 4 }, { $project: { a: { b: 0 } } }, { _id: 1, a: { c: 2 }, d: 4 }),
  of('$project by a long flag', { a: 1, b: 2 }, { $project: { a: long(1) } }, { _id: 1, a: 1 }),
  of('$addFields keeps positions and adds at the end', { a: 1, b: 2 }, { $addFields: { c: 3, a: 4 } }, { _id: 1, a: 4, b: 2, c: 3 }),
  of('$addFields of a missing field takes it away', { a: 1, b: 2 }, { $addFields: { a: '$none' } }, { _id: 1, b: 2 }),
  of('$addFields below an array adds to each element', { a: [{ b: 1 }, { b: 2 }] }, { $addFields: { 'a.c': '$_id' } }, { _id: 1, a: [{ b: 1, c: 1 }, { b: 2, c: 1 }] }),
  of('$addFields below scalars in an array replaces them', { a: [1, 'x', [2]] }, { $addFields: { 'a.c': 3 } }, { _id: 1, a: [{ c: 3 }, { c: 3 }, [{ c: 3 }]] }),
  of('$addFields below a scalar replaces it', { a: 1, b: 2 }, { $addFields: { 'a.c.d': 3 } }, { _id: 1, a: { c: { d: 3 } }, b: 2 }),
  of('$addFields below null', { a: null }, { $addFields: { 'a.c': 3 } }, { _id: 1, a: { c: 3 } }),
  of('$addFields below nothing', {}, { $addFields: { 'a.c': 3 } }, { _id: 1, a: { c: 3 } }),
  of('$addFields by nested documents', { a: { b: 1 } }, { $addFields: { a: { c: 2 } } }, { _id: 1, a: { b: 1, c: 2 } }),
  of('$addFields of a document', { a: { b: 1 } }, { $addFields: { a: { $literal: { c: 2 } } } }, { _id: 1, a: { c: 2 } }),
  of('$addFields computes from the document before', { a: 1 }, { $set: { a: 2, b: '$a' } }, { _id: 1, a: 2, b: 1 }),
  of('$addFields takes numbers as they are', {}, { $set: { a: 0, b: double(1), c: true } }, { _id: 1, a: 0, b: double(1), c: true }),
  of('$unset leaves out, in arrays too', { a: [{ b: 1, c: 2 }, 3], d: { e: 1 } }, { $unset: ['a.b', 'd.e'] }, { _id: 1, a: [{ c: 2 }, 3], d: {} }),
  of('$replaceRoot', { a: { y: long(1), x: 2 } }, { $replaceRoot: { newRoot: '$a' } }, { y: long(1), x: 2 }),
  of('$replaceWith merges in order', { a: 1 }, { $replaceWith: { $mergeObjects: [{ z: 0, a: 0 }, '$$ROOT'] } }, { z: 0, a: 1, _id: 1 }),
  of('a field named __proto__', JSON.parse('{"__proto__": {"b": 1}, "a": 2}') as Document, { $set: { a: 3 } }, JSON.parse('{"_id": 1, "__proto__": {"b": 1}, "a": 3}') as Document),
]; // prettier-ignore

test.each(cases)('$name', async ({ document, stage, expected }) => {
  const [answer] = await aggregated(temporary.db, [document], [stage]);
  expect(typed(answer)).toBe(typed(expected));
});

const updates = cases.filter(
  ({ stage, expected }) => !('$project' in stage) && expected._id === 1 && Object.keys(expected)[0] === '_id',
);

test.each(updates)('an update by a pipeline stores the same: $name', async ({ document, stage, expected }) => {
  const collection = temporary.db.collection<{ _id: number }>(`update-${cases.findIndex((each) => each.stage === stage)}`);
  await collection.insertOne(document as { _id: number });
  await collection.updateOne({ _id: 1 }, [stage]);
  const stored = await collection.findOne({}, TYPED);
  expect(typed(stored)).toBe(typed(expected));
}); // prettier-ignore

test.each<[string, Document, number]>([
  ['an empty document', { $addFields: { a: {} } }, 51270],
  ['a path twice', { $addFields: { a: 1, 'a.b': 2 } }, 31249],
  ['a path below and above', { $addFields: { 'a.b': 1, a: 2 } }, 31250],
  ['leaving out beside keeping', { $project: { a: 1, b: 0 } }, 31254],
  ['keeping beside leaving out', { $project: { a: 0, b: 1 } }, 31253],
  ['computing beside leaving out', { $project: { a: 0, b: '$a' } }, 31252],
  ['a root that is no document', { $replaceRoot: { newRoot: '$_id' } }, 40228],
  ['no root', { $replaceRoot: {} }, 40231],
  ['an unknown operator, without a document', { $match: { $expr: { $none: 1 } } }, 168],
  ['a stage that the store has not', { $setWindowFields: { output: {} } }, 238],
  ['another stage that the store has not', { $fill: { output: {} } }, 238],
  ['a third stage that the store has not', { $densify: {} }, 238],
])('%s is refused', async (_what, stage, code) => {
  expect(await refusalOf(temporary.db, [{ _id: 1 }], [stage])).toBe(code);
});

test('wrong expressions are refused where there is no document', async () => {
  expect(await refusalOf(temporary.db, [], [{ $project: { a: '$$none' } }])).toBe(17276);
  expect(await refusalOf(temporary.db, [], [{ $group: { _id: { $none: 1 } } }])).toBe(168);
});
