import { createHash } from 'node:crypto';
import {
  Kind,
  print,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { EntityOwner } from '../../supergraph/entity-owners';
import { selectionSet } from './ast-nodes';
import type { ResponseKeys } from './response-keys';
import { SelectionWriter, type FragmentsByName } from './selection-writer';

/** An operation for the planner that asks for the same fields as a client's, with response keys and variable names of ours. */
export interface PlannableOperation {
  /** Null when nothing has to be fetched. */
  readonly request: PlannableRequest | null;
  readonly keys: ResponseKeys;
  /** The fragments of the client's document. */
  readonly fragments: FragmentsByName;
}

export interface PlannableRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** SHA-256 of the document's text, in hexadecimal digits. */
  readonly hash: string;
  /** The variables that the document has, by the client's names. */
  readonly variableNames: readonly string[];
}

export interface ClientOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export function writePlannable(
  { schema, document, operation, variables }: ClientOperation,
  owners: ReadonlyMap<string, EntityOwner>,
): PlannableOperation {
  const fragments = fragmentsByName(document);
  const writer = new SelectionWriter({ schema, fragments, owners, variables });
  const root = schema.getRootType(operation.operation);
  const selections = root ? writer.write(root, operation.selectionSet) : [];
  const request = selections.length > 0 ? writeRequest(operation, selections, writer.fragments) : null;
  return { request, keys: writer.keys, fragments };
}

/** Renames a client's variable, since `representations` and others are names of a plan's own: `id` → `client_id`. */
export const plannableVariable = (name: string): string => `client_${name}`;

function writeRequest(
  client: OperationDefinitionNode,
  selections: readonly SelectionNode[],
  fragments: readonly FragmentDefinitionNode[],
): PlannableRequest {
  const used = new Set<string>();
  const written = { ...client, directives: [], selectionSet: selectionSet(selections) };
  visit(
    {
      kind: Kind.DOCUMENT,
      definitions: [{ ...written, variableDefinitions: [] }, ...fragments],
    },
    {
      Variable: ({ name }) => void used.add(name.value),
    },
  );
  const variableDefinitions = client.variableDefinitions?.filter(({ variable }) =>
    used.has(variable.name.value),
  );
  const operation = renameVariables({ ...written, variableDefinitions });
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...fragments.map(renameVariables)],
  };
  const hash = createHash('sha256').update(print(document)).digest('hex');
  return { document, operation, hash, variableNames: [...used] };
}

const renameVariables = <Node extends DefinitionNode>(node: Node): Node =>
  visit(node, {
    Variable: (variable) => ({
      ...variable,
      name: { ...variable.name, value: plannableVariable(variable.name.value) },
    }),
  });

const fragmentsByName = ({ definitions }: DocumentNode): FragmentsByName =>
  new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
