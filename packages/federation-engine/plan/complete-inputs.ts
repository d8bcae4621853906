import type { QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, type SelectionSetNode } from 'graphql';
import { fieldTree, type FieldTree, type RequiredInputs } from '../supergraph/required-inputs';
import { parseFieldSet } from '../supergraph/stand-ins';
import { visitEntityFields } from './entity-fields';
import { inputTree, listFetches, scheduleFetches, type PlacedFetch } from './schedule';

/**
 * The plan with every input that its fetches need. Where a `@requires` leads through another subgraph back to the first, the
 * planner fetches the first field before the field that it requires: `advert` of tickets requires `cheap` of office, which
 * requires `price` of tickets, which requires `toll` of tolls, and the price is asked for without a toll. A plan of that
 * kind gets the input, and its fetches a new order: each as soon as another has brought what it reads.
 */
export function completeInputs(plan: QueryPlan, inputs: RequiredInputs): QueryPlan {
  const { node } = plan;
  if (!node || node.kind === 'Subscription') return plan;
  const planned = listFetches(node, []);
  const complete = planned.map((fetch) => completeFetch(fetch, inputs));
  if (complete.every((fetch, index) => fetch === planned[index])) return plan;
  return { ...plan, node: scheduleFetches(complete) };
}

function completeFetch(fetch: PlacedFetch, inputs: RequiredInputs): PlacedFetch {
  const { path, node } = fetch;
  const { requires = [], serviceName, operation } = node;
  const present = inputTree(requires);
  const missing: QueryPlanSelectionNode[] = [];
  visitEntityFields(operation, (typename, field) => {
    const set = inputs.of(serviceName, typename, field);
    if (set === undefined || holds(present, fieldTree([set]))) return;
    const selections = asInputs(parseFieldSet(set));
    missing.push({ kind: 'InlineFragment', typeCondition: typename, selections });
  });
  return missing.length === 0 ? fetch : { path, node: { ...node, requires: [...requires, ...missing] } };
}

const holds = (tree: FieldTree, needed: FieldTree): boolean =>
  [...needed].every(([name, below]) => {
    const there = tree.get(name);
    return there !== undefined && holds(there, below);
  });

const asInputs = ({ selections }: SelectionSetNode): QueryPlanSelectionNode[] =>
  selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const below = selection.selectionSet && asInputs(selection.selectionSet);
    return selection.kind === Kind.FIELD
      ? [{ kind: 'Field', name: selection.name.value, ...(below && { selections: below }) }]
      : [
          {
            kind: 'InlineFragment',
            typeCondition: selection.typeCondition?.name.value,
            selections: below ?? [],
          },
        ];
  });
