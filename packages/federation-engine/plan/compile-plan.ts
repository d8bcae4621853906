import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { readSteps, type TreePath } from '../tree/tree-path';
import type { PlanEnvironment } from './environment';
import { compileEntityFetches } from './entity-fetch';
import type { EntityFetch } from './entity-part';
import { hasConflict, splitByInputs } from './input-parts';
import { compileRootFetch } from './root-fetch';
import type { Step } from './step';

/** A query plan as functions that fetch and grow the tree of a run. */
export interface CompiledPlan extends PlanSummary {
  readonly run: Step;
}

export interface PlanSummary {
  /** Fetches from subgraphs, at most. */
  readonly fetches: number;
}

export function compilePlan({ node }: QueryPlan, environment: PlanEnvironment): CompiledPlan {
  // An operation that asks for data has a plan of some fetch, or no subgraph would be asked and every field be null.
  if (!node) throw new Error('The planner must plan some fetch for an operation that asks for data.');
  if (node.kind === 'Subscription') throw new Error('Subscriptions are not served.');
  return { run: compileNode(node, [], environment), fetches: countFetches(node) };
}

function compileNode(node: PlanNode, path: TreePath, environment: PlanEnvironment): Step {
  switch (node.kind) {
    case 'Fetch':
      if (!node.requires) return compileRootFetch(node, path, environment);
      return inParallel(
        asEntityFetches(node, path, environment).map((fetch) => compileEntityFetches([fetch], environment)),
      );
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.map(String).flatMap(readSteps)], environment);
    case 'Sequence':
      return inSequence(node.nodes.map((each) => compileNode(each, path, environment)));
    case 'Parallel':
      return inParallel(compileParallel(node.nodes, path, environment));
    default:
      throw new Error(
        `A query plan must have no ${node.kind} node: conditions are evaluated before planning.`,
      );
  }
}

/** Fetches of entities that one subgraph is asked for at the same time go as one request. */
function compileParallel(nodes: readonly PlanNode[], path: TreePath, environment: PlanEnvironment): Step[] {
  const fetches = new Map<string, [EntityFetch, ...EntityFetch[]]>();
  const others: PlanNode[] = [];
  for (const node of nodes) {
    const ofEntities = asEntityFetches(node, path, environment);
    if (ofEntities.length === 0 || !environment.joinsFetches) {
      others.push(node);
      continue;
    }
    for (const fetch of ofEntities) {
      const together = fetches.get(fetch.node.serviceName);
      if (together) together.push(fetch);
      else fetches.set(fetch.node.serviceName, [fetch]);
    }
  }
  return [
    ...[...fetches.values()].map((together) => compileEntityFetches(together, environment)),
    ...others.map((node) => compileNode(node, path, environment)),
  ];
}

/** The fetch of entities that a node is, in parts where their inputs exclude each other; none for any other node. */
function asEntityFetches(
  node: PlanNode,
  path: TreePath,
  environment: PlanEnvironment,
): readonly EntityFetch[] {
  if (node.kind === 'Flatten')
    return asEntityFetches(node.node, [...path, ...node.path.map(String).flatMap(readSteps)], environment);
  if (node.kind !== 'Fetch' || !node.requires) return [];
  const parts = hasConflict(node.requires) ? splitByInputs(node, environment.inputs) : [node];
  return parts.map((part) => ({ node: part, path }));
}

const inSequence =
  (steps: readonly Step[]): Step =>
  async (run) => {
    for (const step of steps) await step(run);
  };

const inParallel =
  (steps: readonly Step[]): Step =>
  async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };

function countFetches(node: PlanNode): number {
  switch (node.kind) {
    case 'Fetch':
      return 1;
    case 'Flatten':
      return countFetches(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.reduce((sum, each) => sum + countFetches(each), 0);
    default:
      return 0;
  }
}
