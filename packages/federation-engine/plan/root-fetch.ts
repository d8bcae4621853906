import type { FetchNode } from '@apollo/query-planner';
import { Kind, type DocumentNode } from 'graphql';
import { isIncomplete } from '../tree/run';
import { markFailure, mergeInto, objectsAt } from '../tree/tree';
import type { TreePath } from '../tree/tree-path';
import type { PlanEnvironment } from './environment';
import { compileRequest } from './request';
import { applyRewrites } from './rewrites';
import type { Step } from './step';
import { singleOperation } from './subgraph-operation';

/** A fetch of fields of a root type: at the root, or where a field such as `Payload.query` leads back to it. */
export function compileRootFetch(node: FetchNode, path: TreePath, environment: PlanEnvironment): Step {
  const operation = singleOperation(node);
  const { subgraph, document } = operation;
  const ask = compileRequest(operation, path.length > 0 ? [path] : [], environment);
  const firstKey = responseKeys(document).slice(0, 1);
  return async (run) => {
    const objects = objectsAt(run.root, path);
    if (objects.length === 0) return;
    const { data, errors = [] } = await ask(run);
    for (const error of errors) {
      if (error.path && data) markFailure(data, error.path);
      const object = path.length > 0 ? objects[0] : undefined;
      run.errors.push({ subgraph, error, fetchPath: path, object, path: error.path ?? firstKey });
    }
    if (data) applyRewrites(node.outputRewrites, data, environment.isOfType);
    for (const object of objects) {
      if (data) mergeInto(object, data);
      else object[isIncomplete] = true;
    }
  };
}

const responseKeys = ({ definitions }: DocumentNode): string[] =>
  definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((selection) =>
          selection.kind === Kind.FIELD ? [(selection.alias ?? selection.name).value] : [],
        )
      : [],
  );
