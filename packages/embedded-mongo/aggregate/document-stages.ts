import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError } from '../errors';
import { compileExpression, variablesOf } from '../expressions/compile';
import { computeInto, dropFrom, FieldTree } from '../query/field-tree';
import { fieldEntries } from '../query/parse-fields';
import { compileShape, type Shape } from '../query/projection';
import { isDocument, typeName } from '../values/types';

/*
 * The stages that make one document of each: the ones that an update by a pipeline may have too.
 */

type Definition = (operand: unknown, options: Options) => Shape;

const project: Definition = (operand, options) => {
  if (!isDocument(operand))
    throw new CommandError('Location15969', '$project specification must be an object');
  return compileShape(fieldEntries(operand), options);
};

const addFields: Definition = (operand, { variables = {} }) => {
  if (!isDocument(operand))
    throw new CommandError(
      'Location40272',
      `$addFields specification stage must be an object, got ${typeName(operand)}`,
    );
  const tree = new FieldTree();
  for (const [path, expression] of fieldEntries(operand))
    tree.add(path, { kind: 'compute', compute: compileExpression(expression, Object.keys(variables)) });
  return (document) => computeInto({ ...document }, tree, variablesOf(document, variables));
};

const unset: Definition = (operand) => {
  const paths: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (paths.length === 0)
    throw new CommandError(
      'Location31119',
      '$unset specification must be a string or an array with at least one field',
    );
  const tree = new FieldTree();
  for (const path of paths) {
    if (typeof path !== 'string' || path === '')
      throw new CommandError(
        'Location31120',
        '$unset specification must be a string or an array containing only string values',
      );
    tree.add(path, { kind: 'drop' });
  }
  return (document) => dropFrom(document, tree);
};

const replaceRoot: Definition = (operand, options) => {
  if (!isDocument(operand))
    throw new CommandError(
      'Location40229',
      `expected an object as specification for $replaceRoot stage, got ${typeName(operand)}`,
    );
  if (!('newRoot' in operand))
    throw new CommandError('Location40231', 'no newRoot specified for the $replaceRoot stage');
  return replaceWith(operand.newRoot, options);
};

const replaceWith: Definition = (operand, { variables = {} }) => {
  const compute = compileExpression(operand, Object.keys(variables));
  return (document) => {
    const root = compute(variablesOf(document, variables));
    if (isDocument(root)) return root;
    throw new CommandError(
      'Location40228',
      `'newRoot' expression must evaluate to an object, but resulting value was of type: ${typeName(root)}`,
    );
  };
};

const DEFINITIONS: Readonly<Record<string, Definition>> = {
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
};

/** Compiles a stage that makes one document of each; undefined for any other. */
export function compileDocumentStage(stage: Document, options: Options): Shape | undefined {
  const [name = ''] = Object.keys(stage);
  return DEFINITIONS[name]?.(stage[name], options);
}

/** Compiles stages that each make one document of one. */
export function compileDocumentStages(stages: readonly Document[], options: Options): Shape {
  const shapes = stages.flatMap((stage) => compileDocumentStage(stage, options) ?? []);
  return (document) => shapes.reduce((shaped, shape) => shape(shaped), document);
}
