import { codeOf } from '../answers';
import { type ConformanceCase } from '../conformance-case';

export const ERROR_CASES: readonly ConformanceCase[] = [
  {
    name: 'an unknown operator',
    run: ({ targets }) => codeOf(targets.find({ a: { $nothing: 1 } }).toArray()),
    expected: { code: 2 },
  },
  {
    name: 'an unknown stage',
    run: ({ targets }) => codeOf(targets.aggregate([{ $nothing: 1 }]).toArray()),
    expected: { code: 40324 },
  },
  {
    name: 'a change of _id',
    run: ({ targets }) => codeOf(targets.updateOne({ _id: 'e:1' }, { $set: { _id: 'x' } })),
    expected: { code: 66 },
  },
  {
    name: '$inc of a text',
    run: ({ targets }) => codeOf(targets.updateOne({ _id: 'e:1' }, { $inc: { title: 1 } })),
    expected: { code: 14 },
  },
  {
    name: 'conflicting updates',
    run: ({ targets }) => codeOf(targets.updateOne({ _id: 'e:1' }, { $set: { a: 1 }, $inc: { a: 1 } })),
    expected: { code: 40 },
  },
  { name: 'an unknown command', run: ({ db }) => codeOf(db.command({ nothing: 1 })), expected: { code: 59 } },
];
