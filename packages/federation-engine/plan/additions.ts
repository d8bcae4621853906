import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { StandIn } from '../supergraph/stand-ins';

/** What the planner's supergraph has beyond the subgraphs. */
export interface Additions {
  readonly standIns: ReadonlyMap<string, StandIn>;
  readonly isPretended: (subgraph: string, type: string) => boolean;
}

/**
 * A query plan that asks subgraphs for the fields that others stand in for: `price__required_0` is fetched as
 * `price__required_0: price(currency: EUR)`, and sent as `price`. No subgraph is asked for a type that it does not have.
 */
export function withoutAdditions(plan: QueryPlan, additions: Additions): QueryPlan {
  const { node } = plan;
  if (!node || node.kind === 'Subscription') return plan;
  return { ...plan, node: replaceInNode(node, additions) };
}

function replaceInNode(node: PlanNode, additions: Additions): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return replaceInFetch(node, additions);
    case 'Flatten':
      return { ...node, node: replaceInNode(node.node, additions) };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((each) => replaceInNode(each, additions)) };
    default:
      return node;
  }
}

const replaceInFetch = (node: FetchNode, additions: Additions): FetchNode => ({
  ...node,
  operation: replaceInOperation(node, additions),
  requires: node.requires?.map((selection) => replaceInInput(selection, additions)),
});

function replaceInOperation(
  { operation, serviceName }: FetchNode,
  { standIns, isPretended }: Additions,
): string {
  const document = parse(operation, { noLocation: true });
  const replaced = visit(document, {
    [Kind.INLINE_FRAGMENT]: ({ typeCondition }) =>
      typeCondition && isPretended(serviceName, typeCondition.name.value) ? null : undefined,
    [Kind.FIELD]: (field) => {
      const standIn = standIns.get(field.name.value);
      if (!standIn) return undefined;
      const name = { kind: Kind.NAME, value: standIn.field } as const;
      return { ...field, alias: field.alias ?? field.name, name, arguments: standIn.arguments };
    },
  });
  return replaced === document ? operation : stripIgnoredCharacters(print(replaced));
}

/** An input is read under its alias and sent under its name. */
function replaceInInput(selection: QueryPlanSelectionNode, additions: Additions): QueryPlanSelectionNode {
  const selections = selection.selections?.map((each) => replaceInInput(each, additions));
  if (selection.kind === 'InlineFragment') return { ...selection, selections: selections ?? [] };
  const standIn = additions.standIns.get(selection.name);
  if (!standIn) return { ...selection, selections };
  return { ...selection, alias: selection.alias ?? selection.name, name: standIn.field, selections };
}
