import type { FetchNode } from '@apollo/query-planner';
import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

/** What one request asks a subgraph for: one fetch of a plan, or several fetches of entities together. */
export interface SubgraphOperation {
  readonly subgraph: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly isMutation: boolean;
  /** Names of the client's variables. */
  readonly variableNames: readonly string[];
  readonly entities: readonly EntitiesField[];
}

/** A field `_entities` of an operation, by its response key and the variable of its representations. */
export interface EntitiesField {
  readonly key: string;
  readonly variable: string;
}

/** The operation of one fetch, as the planner wrote it. */
export function singleOperation(node: FetchNode): SubgraphOperation {
  const { serviceName, operation, operationName, operationKind, variableUsages = [], requires } = node;
  return {
    subgraph: serviceName,
    text: operation,
    document: parse(operation, { noLocation: true }),
    operationName,
    isMutation: operationKind === OperationTypeNode.MUTATION,
    variableNames: variableUsages,
    entities: requires ? [{ key: '_entities', variable: 'representations' }] : [],
  };
}

/** Several fetches of entities of one subgraph as one operation: `{ _0: _entities(representations: $_0) … _1: … }`. */
export function joinedOperation(nodes: readonly [FetchNode, ...FetchNode[]]): SubgraphOperation {
  const [{ serviceName }] = nodes;
  const entities = nodes.map((_, index) => ({ key: `_${index}`, variable: `_${index}` }));
  const operations = nodes.map(({ operation }, index) => renamed(operation, `_${index}`));
  const definitions = new Map<string, VariableDefinitionNode>();
  for (const { variableDefinitions = [] } of operations) {
    for (const definition of variableDefinitions) definitions.set(definition.variable.name.value, definition);
  }
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        variableDefinitions: [...definitions.values()],
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: operations.flatMap(({ selectionSet }) => selectionSet.selections),
        },
      },
    ],
  };
  return {
    subgraph: serviceName,
    text: print(document),
    document,
    operationName: undefined,
    isMutation: false,
    variableNames: [...new Set(nodes.flatMap(({ variableUsages = [] }) => variableUsages))],
    entities,
  };
}

/** The operation with its field `_entities` under another key, and its representations in another variable. */
function renamed(text: string, name: string): OperationDefinitionNode {
  const operation = getOperationAST(parse(text, { noLocation: true }));
  if (!operation) throw new Error('A fetch of a query plan must have one operation and no fragments.');
  const nameNode = { kind: Kind.NAME, value: name } as const;
  const own = visit(operation, {
    Variable: (variable) =>
      variable.name.value === 'representations' ? { ...variable, name: nameNode } : undefined,
  });
  const selections = own.selectionSet.selections.map((field) => ({
    ...(field as FieldNode),
    alias: nameNode,
  }));
  return { ...own, selectionSet: { ...own.selectionSet, selections } };
}
