import type { Databases } from './databases';
import { chapterNumbers, departmentCodesOfAll, itemNumbers, type Some } from './choices';
import { facetsView, type Filter, type View } from './view';

/** Facets under one condition or none, which are read from stored counts. */
export function facetViews(databases: Databases): View[] {
  const filters = <T>(keys: Some<T>, filterOf: (key: T) => Filter): Some<Filter> => [
    filterOf(keys[0]),
    ...keys.slice(1).map(filterOf),
  ];
  return [
    facetsView(databases, 'facets of all', [{}]),
    facetsView(
      databases,
      'facets of a department',
      filters(departmentCodesOfAll, (code) => ({ departments: [code] })),
    ),
    facetsView(
      databases,
      'facets of a chapter',
      filters(chapterNumbers, (chapter) => ({ chapters: [chapter] })),
    ),
    facetsView(
      databases,
      'facets of an item',
      filters(itemNumbers, (item) => ({ items: [item] })),
    ),
  ];
}

/** Facets under several conditions, which are counted at each query. */
export function combinedFacetViews(databases: Databases): View[] {
  return [
    facetsView(databases, 'facets of chapter and kind', [
      { chapters: [1], kinds: ['FIGURE'] },
      { chapters: [5], kinds: ['MILESTONE'] },
      { chapters: [4], kinds: ['UNDERTAKING'] },
    ]),
    facetsView(databases, 'facets of unit, value, status', [
      { units: ['家'], value: { min: 100 }, status: ['UNREPORTED'] },
      { units: ['户', '人'], value: { min: 1000 }, status: ['UNDER_WAY', 'ACHIEVED'] },
    ]),
    facetsView(databases, 'facets of text and year', [
      { text: '招商引资', year: 2023 },
      { text: '养老', year: 2022 },
      { text: '开工', year: 2021 },
    ]),
  ];
}
