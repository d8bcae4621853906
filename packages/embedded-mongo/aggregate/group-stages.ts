import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError } from '../errors';
import { compileExpression } from '../expressions/compile';
import { compareValues } from '../values/compare';
import { integerOf } from '../values/numbers';
import { isDocument } from '../values/types';
import { type Stage } from './context';
import { collectGroups, compileFields } from './grouping';

export function groupStage(operand: unknown, options: Options): Stage {
  const spec = operand as Document;
  const idOf = compileExpression(spec._id, Object.keys(options.variables ?? {}));
  const fields = compileFields(spec, options);
  return function* (documents) {
    for (const group of collectGroups(documents, idOf, fields, options)) yield group.document();
  };
}

/** The number of documents in one document, or none where there are none. */
export function countStage(operand: unknown): Stage {
  return function* (documents) {
    let count = 0n;
    for (const _document of documents) count++;
    if (count > 0n) yield { [String(operand)]: integerOf(count, 'int') };
  };
}

/** Groups by an expression, the largest groups first. */
export function sortByCountStage(operand: unknown, options: Options): Stage {
  const isExpression = typeof operand === 'string' ? operand.startsWith('$') : isDocument(operand);
  if (!isExpression)
    throw new CommandError(
      'Location40149',
      'the sortByCount field must be specified as a $-prefixed path or an expression',
    );
  const group = groupStage({ _id: operand, count: { $sum: 1 } }, options);
  return (documents, context) =>
    [...group(documents, context)].sort((a, b) => compareValues(b.count, a.count));
}
