import type { Order, Page, TargetConditions, TargetSelector } from '../lists/contract/selector';
import { placeScope } from '../lists/contract/scopes';
import type { Databases } from './databases';
import { readTargets, type ListContent, type ListParts } from './direct';
import type { OperationName } from './operations';

/** One view of the graph, and the same lists read from the databases. `at` counts requests and varies the arguments. */
export interface View {
  readonly name: string;
  readonly operation: OperationName;
  variables(at: number): object;
  /** The content of each list of the view, in the answer's order. */
  direct(at: number): Promise<ListContent[]>;
}

export const planOrder: Order = { field: 'PLAN', direction: 'ASC' };
export const pageSize = 20;
export const firstPage: Page = { take: pageSize, from: 'START' };
export const cycle = <T>(choices: readonly [T, ...T[]], at: number): T =>
  choices[at % choices.length] ?? choices[0];

/** The fields of the public filter that are conditions of the selector under the same name; only `year` is converted. */
export type Filter = Omit<TargetConditions, 'scopes' | 'year'> & { readonly year?: number };

export function selectorOf(
  { year, ...filter }: Filter,
  order: Order = planOrder,
  page: Page = firstPage,
): TargetSelector {
  return { conditions: { ...filter, ...(year !== undefined && { year: [year] }) }, order, page };
}

/** A page of all targets, and their total. */
export function listView(
  databases: Databases,
  name: string,
  order: Order,
  page: { readonly page: Page; readonly variables: object },
): View {
  const selector = selectorOf({}, order, page.page);
  return {
    name,
    operation: 'list',
    variables: () => ({ orderBy: order, ...page.variables }),
    direct: async () => [await readTargets(databases, selector, { total: true })],
  };
}

/** The first page of a chapter's, an item's or a department's targets, and their total. */
export function parentView<K extends string | number>(
  databases: Databases,
  operation: OperationName,
  keys: readonly [K, ...K[]],
  filterOf: (key: K) => Filter,
): View {
  return {
    name: `one ${operation}`,
    operation,
    variables: (at) => ({ key: cycle(keys, at), first: pageSize }),
    direct: async (at) => [
      await readTargets(databases, selectorOf(filterOf(cycle(keys, at))), { total: true }),
    ],
  };
}

/** Total and facets under a filter, without rows. */
export function facetsView(
  databases: Databases,
  name: string,
  filters: readonly [Filter, ...Filter[]],
): View {
  const parts: ListParts = { total: true, facets: true, page: false };
  return {
    name,
    operation: 'facets',
    variables: (at) => ({ filter: cycle(filters, at) }),
    direct: async (at) => [await readTargets(databases, selectorOf(cycle(filters, at)), parts)],
  };
}

/** The first page of a place's targets and their total; a town's include the targets that cover every town. */
export function placeView(databases: Databases, name: string, places: readonly [string, ...string[]]): View {
  return {
    name,
    operation: 'place',
    variables: (at) => ({ key: cycle(places, at), first: pageSize }),
    direct: async (at) => {
      const [place] = await databases.office.placesByNames([cycle(places, at)]);
      if (!place) throw new Error(`There must be a place ${cycle(places, at)}, but there is none.`);
      const selector = { ...selectorOf({}), conditions: { scopes: [scopesOf(place)] } };
      return [await readTargets(databases, selector, { total: true })];
    },
  };
}

/** Total and facets of a place's targets, without rows. */
export function placeFacetsView(
  databases: Databases,
  name: string,
  places: readonly [string, ...string[]],
): View {
  return {
    name,
    operation: 'facets',
    variables: (at) => ({ filter: { place: `place:${cycle(places, at)}` } }),
    direct: async (at) => {
      const [place] = await databases.office.placesByIds([`place:${cycle(places, at)}`]);
      const scopes = place ? [scopesOf(place)] : [];
      const selector = { ...selectorOf({}), conditions: { scopes } };
      return [await readTargets(databases, selector, { total: true, facets: true, page: false })];
    },
  };
}

function scopesOf({ _id, kind }: { _id: string; kind: string }): string[] {
  const town = kind === 'SUBDISTRICT' || kind === 'TOWN';
  return ['NAMED' as const, ...(town ? ['EVERY_TOWN' as const] : []), 'WITHIN' as const].map((reach) =>
    placeScope(_id, reach),
  );
}
