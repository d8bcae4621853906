import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError } from '../errors';
import { compileExpression, variablesOf } from '../expressions/compile';
import { decodeTyped, encodeComputed } from '../values/codec';
import { dropFields, keepFields } from '../values/cut';
import { computeInto, dropFrom, FieldTree, keepOnly } from './field-tree';
import { compileFindOperator, type FindOperator } from './find-operators';
import { defaultOptions } from './mingo-context';
import { cutForStage } from './needed-fields';
import { fieldEntries, isFlag, isKept, type FieldEntry } from './parse-fields';

/** Shapes a stored document into what the client asked for. */
export type Projection = (document: Buffer) => Buffer;

/** Shapes a decoded document. */
export type Shape = (document: Document) => Document;

/** Compiles a find projection; undefined when documents go out as they are. */
export function compileProjection(
  spec: Document | undefined,
  filter: Document = {},
  options: Options = defaultOptions(),
): Projection | undefined {
  if (!spec || Object.keys(spec).length === 0) return undefined;
  const entries = fieldEntries(spec);
  const bytesAlone = compileCut(entries);
  if (bytesAlone) return bytesAlone;
  const isOfFlags = entries.every(([path, value]) => isFlag(value) && !path.endsWith('.$'));
  const cut = isOfFlags ? cutForStage({ $project: spec }) : (bytes: Buffer) => bytes;
  const shape = compileShape(entries, options, (path, value) =>
    compileFindOperator(path, value, filter, options),
  );
  return (bytes) => encodeComputed(shape(decodeTyped(cut(bytes))));
}

/** A projection that only keeps or leaves out top-level fields copies bytes and decodes nothing. */
function compileCut(entries: readonly FieldEntry[]): Projection | undefined {
  if (!entries.every(([path, value]) => isFlag(value) && !path.includes('.'))) return undefined;
  const { isKeeping, withId } = modeOf(entries);
  checkFlags(entries, isKeeping);
  const others = entries.map(([path]) => path).filter((path) => path !== '_id');
  if (isKeeping) return keepFields(new Set(withId ? ['_id', ...others] : others));
  return dropFields(withId ? others : ['_id', ...others]);
}

interface Mode {
  /** Whether fields that are not named are left out. */
  readonly isKeeping: boolean;
  readonly withId: boolean;
}

type MakeOperator = (path: string, value: unknown) => FindOperator | undefined;

/**
 * Compiles the shape that `$project` and finds give documents: kept fields in the document's order, then computed ones
 * in the specification's.
 */
export function compileShape(
  entries: readonly FieldEntry[],
  { variables = {} }: Options,
  operatorOf: MakeOperator = () => undefined,
): Shape {
  const operators = entries.map(([path, value]) => operatorOf(path, value));
  const { isKeeping, withId } = modeOf(entries, operators);
  checkFlags(entries, isKeeping);
  const tree = new FieldTree();
  for (const [i, [path, value]] of entries.entries()) {
    const operator = operators[i];
    if (operator) operator.plant(tree, isKeeping);
    else if (!isFlag(value))
      tree.add(path, { kind: 'compute', compute: compileExpression(value, Object.keys(variables)) });
    else if (path !== '_id' || isKeeping === isKept(value))
      tree.add(path, { kind: isKeeping ? 'keep' : 'drop' });
  }
  if (isKeeping && withId && !tree.fields.has('_id')) tree.add('_id', { kind: 'keep' });
  if (!isKeeping && entries.some(([, value], i) => !isFlag(value) && !operators[i]))
    throw computedWithDropped();
  return (document) => {
    const left = isKeeping ? keepOnly(document, tree) : dropFrom(document, tree);
    const computed = tree.computes ? computeInto(left, tree, variablesOf(document, variables)) : left;
    return operators.reduce((shaped, operator) => operator?.finish?.(shaped, document) ?? shaped, computed);
  };
}

/** The first field beside `_id` that says so decides; a projection of operators alone keeps what they do not name. */
function modeOf(entries: readonly FieldEntry[], operators: readonly (FindOperator | undefined)[] = []): Mode {
  const id = entries.find(([path]) => path === '_id')?.[1];
  const withId = id === undefined || !isFlag(id) || isKept(id);
  const others = entries.flatMap(([path, value], i) =>
    path === '_id' ? [] : [{ value, operator: operators[i] }],
  );
  const flag = others.find(({ value, operator }) => !operator && isFlag(value));
  if (flag) return { isKeeping: isKept(flag.value), withId };
  if (others.length === 0) return { isKeeping: withId, withId };
  return { isKeeping: others.some(({ operator }) => operator?.isKeeping !== false), withId };
}

function checkFlags(entries: readonly FieldEntry[], isKeeping: boolean): void {
  const odd = entries.find(([path, value]) => path !== '_id' && isFlag(value) && isKept(value) !== isKeeping);
  if (!odd) return;
  throw isKeeping
    ? new CommandError('Location31254', `Cannot do exclusion on field ${odd[0]} in inclusion projection`)
    : new CommandError('Location31253', `Cannot do inclusion on field ${odd[0]} in exclusion projection`);
}

function computedWithDropped(): CommandError {
  return new CommandError(
    'Location31252',
    'Cannot use an expression in an exclusion projection, which can only leave fields out',
  );
}
