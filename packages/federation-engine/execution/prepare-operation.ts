import type { FieldNode } from 'graphql';
import { ProjectionCompiler } from '../projection/compile-projection';
import type { Write } from '../projection/run';
import type { Supergraph } from '../supergraph/supergraph';
import { findIntrospection } from '../operation/introspection';
import {
  writePlannable,
  type ClientOperation,
  type PlannableOperation,
} from '../operation/plannable-operation';

/** A client's operation, with the same conditions at each use. */
export interface PreparedOperation {
  readonly plannable: PlannableOperation;
  readonly introspection: readonly FieldNode[];
  /** Writes the answer's data. */
  readonly write: Write;
}

export function prepareOperation(supergraph: Supergraph, client: ClientOperation): PreparedOperation {
  const { apiSchema: schema, fullSchema } = supergraph;
  const { operation, variables } = client;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema must have a root type for a ${operation.operation}.`);
  const plannable = writePlannable(supergraph, client);
  const { keys, fragments, refusals } = plannable;
  const compiler = new ProjectionCompiler({ schema, fullSchema, fragments, keys, refusals, variables });
  return {
    plannable,
    introspection: findIntrospection(client, fragments),
    write: compiler.compileRoot(root, operation.selectionSet),
  };
}
