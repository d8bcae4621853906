import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, print, visit } from 'graphql';
import type { StandIn } from '../supergraph/stand-ins';

type StandIns = ReadonlyMap<string, StandIn>;

/**
 * A query plan that asks subgraphs for the fields that others stand in for: `price__required_0` is fetched as
 * `price__required_0: price(currency: EUR)`, and sent as `price`.
 */
export function withoutStandIns(plan: QueryPlan, standIns: StandIns): QueryPlan {
  const { node } = plan;
  if (!node || node.kind === 'Subscription' || standIns.size === 0) return plan;
  return { ...plan, node: replaceInNode(node, standIns) };
}

function replaceInNode(node: PlanNode, standIns: StandIns): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return replaceInFetch(node, standIns);
    case 'Flatten':
      return { ...node, node: replaceInNode(node.node, standIns) };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((each) => replaceInNode(each, standIns)) };
    default:
      return node;
  }
}

const replaceInFetch = (node: FetchNode, standIns: StandIns): FetchNode => ({
  ...node,
  operation: replaceInOperation(node.operation, standIns),
  requires: node.requires?.map((selection) => replaceInInput(selection, standIns)),
});

function replaceInOperation(operation: string, standIns: StandIns): string {
  return print(
    visit(parse(operation, { noLocation: true }), {
      [Kind.FIELD]: (field) => {
        const standIn = standIns.get(field.name.value);
        if (!standIn) return undefined;
        const name = { kind: Kind.NAME, value: standIn.field } as const;
        return { ...field, alias: field.alias ?? field.name, name, arguments: standIn.arguments };
      },
    }),
  );
}

/** An input is read under its alias and sent under its name. */
function replaceInInput(selection: QueryPlanSelectionNode, standIns: StandIns): QueryPlanSelectionNode {
  const selections = selection.selections?.map((each) => replaceInInput(each, standIns));
  if (selection.kind === 'InlineFragment') return { ...selection, selections: selections ?? [] };
  const standIn = standIns.get(selection.name);
  if (!standIn) return { ...selection, selections };
  return { ...selection, alias: selection.alias ?? selection.name, name: standIn.field, selections };
}
