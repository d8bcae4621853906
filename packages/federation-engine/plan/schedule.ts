import type { FetchNode, FlattenNode, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, type SelectionNode } from 'graphql';
import type { FieldTree } from '../supergraph/required-inputs';

/** A fetch, and the path of the objects that it is for. */
export interface PlacedFetch {
  readonly path: FlattenNode['path'];
  readonly node: FetchNode;
}

/** The fetches of a plan, in the planner's order. */
export function listFetches(node: PlanNode, path: FlattenNode['path'] = []): PlacedFetch[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ path, node }];
    case 'Flatten':
      return listFetches(node.node, [...path, ...node.path]);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((each) => listFetches(each, path));
    default:
      return [];
  }
}

/** A plan of fetches, each as soon as others have brought what it reads. Equal fetches run once. */
export const scheduleFetches = (fetches: readonly PlacedFetch[]): PlanNode => ({
  kind: 'Sequence',
  nodes: serialSteps(distinct(fetches)).flatMap(schedule),
});

const distinct = (fetches: readonly PlacedFetch[]): PlacedFetch[] => [
  ...new Map(
    fetches.map((fetch) => [
      JSON.stringify([fetch.path, fetch.node.serviceName, fetch.node.operation]),
      fetch,
    ]),
  ).values(),
];

/** Mutations run one after the other, each with what is fetched for its payload. */
function serialSteps(fetches: readonly PlacedFetch[]): PlacedFetch[][] {
  const steps: PlacedFetch[][] = [[]];
  for (const fetch of fetches) {
    const isMutation = !fetch.node.requires && String(fetch.node.operationKind) === 'mutation';
    if (isMutation) steps.push([fetch]);
    else steps.at(-1)?.push(fetch);
  }
  return steps.filter((step) => step.length > 0);
}

/** @throws when fetches wait for each other */
function schedule(fetches: readonly PlacedFetch[]): PlanNode[] {
  const waiting = fetches.map((fetch) => ({ fetch, reads: readsOf(fetch), writes: writesOf(fetch) }));
  const ever = new Set(waiting.flatMap(({ writes }) => writes));
  const written = new Set<string>();
  const waves: PlanNode[] = [];
  while (waiting.length > 0) {
    const isReady = (reads: readonly string[]) => reads.every((read) => written.has(read) || !ever.has(read));
    const ready = waiting.filter(({ reads }) => isReady(reads));
    if (ready.length === 0) throw new Error('A query plan must have no fetches that wait for each other.');
    for (const each of ready) waiting.splice(waiting.indexOf(each), 1);
    ready.forEach(({ writes }) => writes.forEach((write) => written.add(write)));
    waves.push({ kind: 'Parallel', nodes: ready.map(({ fetch }) => asNode(fetch)) });
  }
  return waves;
}

const asNode = ({ path, node }: PlacedFetch): PlanNode =>
  path.length > 0 ? { kind: 'Flatten', path, node } : node;

/** The place that a fetch is for, and its inputs, as places: `["trains", "trains.toll"]`. */
function readsOf({ path, node: { requires = [] } }: PlacedFetch): string[] {
  const place = placeOf(path);
  const names = [...inputTree(requires).keys()].filter((name) => name !== '__typename');
  return [...(place === '' ? [] : [place]), ...names.map((name) => join(place, name))];
}

function writesOf({ path, node }: PlacedFetch): string[] {
  const places: string[] = [];
  const write = (selections: readonly SelectionNode[], place: string): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
      const isField = selection.kind === Kind.FIELD && selection.name.value !== '_entities';
      const below = isField ? join(place, (selection.alias ?? selection.name).value) : place;
      if (isField) places.push(below);
      write(selection.selectionSet?.selections ?? [], below);
    }
  };
  for (const definition of parse(node.operation, { noLocation: true }).definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION)
      write(definition.selectionSet.selections, placeOf(path));
  return places;
}

/** Without elements of lists and types: `["", "trains|[Express]", "@"] → "trains"`. */
const placeOf = (path: FlattenNode['path']): string =>
  path
    .map((step) => String(step).replace(/\|.*$/, ''))
    .filter((step) => step !== '' && step !== '@')
    .join('.');

const join = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);

type MutableTree = Map<string, MutableTree>;

/** The names of inputs, of every type condition. */
export function inputTree(
  selections: readonly QueryPlanSelectionNode[],
  tree: MutableTree = new Map(),
): FieldTree {
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') inputTree(selection.selections, tree);
    else {
      const below = tree.get(selection.name) ?? (new Map() as MutableTree);
      tree.set(selection.name, below);
      inputTree(selection.selections ?? [], below);
    }
  }
  return tree;
}
