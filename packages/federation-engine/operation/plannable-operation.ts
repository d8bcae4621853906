import {
  Kind,
  print,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Supergraph } from '../supergraph/supergraph';
import { selectionSet } from './nodes';
import { PlanArguments, plannableVariable } from './plan-arguments';
import { ResponseKeys } from './response-keys';
import { SelectionWriter, type FragmentsByName } from './selection-writer';

/** An operation that asks for what a client's operation asks for, in names that no client chose. */
export interface PlannableOperation {
  /** Null when nothing has to be fetched. */
  readonly request: PlannableRequest | null;
  readonly keys: ResponseKeys;
  /** Fields that no plan asks for, with what is wrong with their arguments. */
  readonly refusals: ReadonlyMap<FieldNode, GraphQLError>;
  /** Of the client's document. */
  readonly fragments: FragmentsByName;
}

export interface PlannableRequest {
  /** The same for operations of clients that differ in names and literals alone. */
  readonly text: string;
  /** The client's names of the variables that the text has. */
  readonly variableNames: readonly string[];
  /** Values of the variables that stand for the client's literals. */
  readonly literals: Readonly<Record<string, unknown>>;
}

export interface ClientOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export function writePlannable(
  { apiSchema: schema, owners }: Supergraph,
  { document, operation, variables }: ClientOperation,
): PlannableOperation {
  const fragments = fragmentsByName(document);
  const keys = new ResponseKeys();
  const args = new PlanArguments();
  const writer = new SelectionWriter({ schema, fragments, owners, variables, keys, args });
  const root = schema.getRootType(operation.operation);
  const selections = root ? writer.write(root, operation.selectionSet) : [];
  const request = selections.length > 0 ? writeRequest(operation, selections, writer.fragments, args) : null;
  return { request, keys, refusals: writer.refusals, fragments };
}

function writeRequest(
  { kind, operation, variableDefinitions = [] }: OperationDefinitionNode,
  selections: readonly SelectionNode[],
  fragments: readonly FragmentDefinitionNode[],
  { definitions, literals, used }: PlanArguments,
): PlannableRequest {
  const own = variableDefinitions.filter(({ variable }) => used.has(variable.name.value));
  const renamed = own.map((definition) => {
    const name = { kind: Kind.NAME, value: plannableVariable(definition.variable.name.value) } as const;
    return { ...definition, directives: [], variable: { kind: Kind.VARIABLE, name } as const };
  });
  const main: OperationDefinitionNode = {
    kind,
    operation,
    variableDefinitions: [...renamed, ...definitions],
    selectionSet: selectionSet(selections),
  };
  return {
    text: print({ kind: Kind.DOCUMENT, definitions: [main, ...fragments] }),
    variableNames: own.map(({ variable }) => variable.name.value),
    literals,
  };
}

const fragmentsByName = ({ definitions }: DocumentNode): FragmentsByName =>
  new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
