import type { OrderField } from '../lists/contract/selector';
import { encodeCursor } from '../lists/contract/cursor';
import type { Databases } from './databases';
import { chapterNumbers, departmentCodesOfAll, itemNumbers, type Some } from './choices';
import { readResults, readTargets } from './direct';
import { combinedFacetViews, facetViews } from './facet-views';
import { findKeyAt } from './find-key';
import type { PlanShape } from './plan-shape';
import { searchViews, targetView } from './search-views';
import { city, districtName, townName, townsPerDistrict } from './synthetic-places';
import {
  cycle,
  firstPage,
  listView,
  pageSize,
  parentView,
  placeFacetsView,
  placeView,
  planOrder,
  selectorOf,
  type View,
} from './view';

/** The number of the deep page: 10,000, or the middle page of a shorter list. */
export const deepPage = (targets: number): number => Math.min(10_000, Math.ceil(targets / pageSize / 2));

/** All measured views, for a plan of this shape. */
export async function createViews(databases: Databases, shape: PlanShape): Promise<View[]> {
  const towns = placesOf(shape, (district) => townName(district, (district % townsPerDistrict) + 1));
  const districts = placesOf(shape, districtName);
  return [
    ...orderViews(databases),
    ...(await deepViews(databases, shape)),
    parentView(databases, 'department', departmentCodesOfAll, (code) => ({ departments: [code] })),
    parentView(databases, 'chapter', chapterNumbers, (chapter) => ({ chapters: [chapter] })),
    parentView(databases, 'item', itemNumbers, (item) => ({ items: [item] })),
    placeView(databases, 'one place, a town', towns),
    placeView(databases, 'one place, a district', districts),
    placeView(databases, 'one place, the city', [city]),
    ...facetViews(databases),
    placeFacetsView(databases, 'facets of a town', towns),
    placeFacetsView(databases, 'facets of the city', [city]),
    ...combinedFacetViews(databases),
    chaptersView(databases),
    resultsView(databases),
    ...(await searchViews(databases)),
    await targetView(databases),
  ];
}

function placesOf({ districts }: PlanShape, nameOf: (district: number) => string): Some<string> {
  const step = Math.max(1, Math.floor(districts / 20));
  const every = Array.from({ length: Math.min(20, districts) }, (_, at) => nameOf(1 + at * step));
  return [nameOf(1), ...every.slice(1)];
}

function orderViews(databases: Databases): View[] {
  const first = { page: firstPage, variables: { first: pageSize } };
  const view = (field: OrderField, direction: 'ASC' | 'DESC') =>
    listView(databases, `all, first page by ${field} ${direction}`, { field, direction }, first);
  return [view('PLAN', 'ASC'), view('VALUE', 'DESC'), view('TITLE', 'ASC'), view('UPDATED', 'DESC')];
}

async function deepViews(databases: Databases, { targets }: PlanShape): Promise<View[]> {
  const number = deepPage(targets);
  const key = await findKeyAt(databases, 'plan', (number - 1) * pageSize);
  const cursor = encodeCursor({ order: 'PLAN', key });
  const [take, from] = [pageSize, 'START'] as const;
  return [
    listView(databases, `all, a deep page, forwards`, planOrder, {
      page: { take, from, after: key },
      variables: { first: take, after: cursor },
    }),
    listView(databases, `all, a deep page, backwards`, planOrder, {
      page: { take, from: 'END', before: key },
      variables: { last: take, before: cursor },
    }),
  ];
}

function chaptersView(databases: Databases): View {
  const page = { ...firstPage, take: 5 };
  return {
    name: 'seven chapters, 5 each, facets',
    operation: 'chapters',
    variables: () => ({}),
    direct: () =>
      Promise.all(
        chapterNumbers.map((chapter) =>
          readTargets(
            databases,
            { ...selectorOf({ chapters: [chapter] }, planOrder, page), within: { chapters: [chapter] } },
            {
              total: true,
              facets: true,
            },
          ),
        ),
      ),
  };
}

function resultsView(databases: Databases): View {
  const units = ['家', '个', '处', '户'] as const;
  const selector = (at: number) => ({
    conditions: { units: [cycle(units, at)] },
    order: planOrder,
    page: firstPage,
  });
  return {
    name: 'results in one unit',
    operation: 'results',
    variables: (at) => ({ filter: { units: [cycle(units, at)] }, first: pageSize }),
    direct: async (at) => [await readResults(databases, selector(at))],
  };
}
