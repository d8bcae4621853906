import type { TargetSelector } from '../contract/selector';
import type { FacetCount } from '../contract/slice';
import { countFilter } from './conditions';
import { countGroups } from './counting';
import {
  countedFacet,
  facetFields,
  facetQuestions,
  isCounted,
  withoutOwnConditions,
} from './facet-questions';
import { keptFacet, readCounts } from './kept-counts';
import type { ListQuery, ListSource } from './list-query';

/**
 * The facets of each list. A facet counts under every condition of the list but its own, unless its own comes from
 * the list's parent. Facets under one condition or none are kept with the writes; all others are counted in one grouping.
 * At most two commands.
 */
export async function facetsOfTargets(
  { code, db, collection }: ListSource,
  queries: readonly ListQuery<TargetSelector>[],
): Promise<FacetCount[][]> {
  const asked = queries.map(({ selector }) => facetQuestions(code, selector));
  const counts = await readCounts(
    db,
    asked.flatMap((questions) => questions.flatMap(({ keptBy }) => keptBy ?? [])),
  );
  const groups = await countGroups(
    collection,
    queries.map(({ selector, byText }, of) => {
      const loose = withoutOwnConditions(selector.conditions, asked[of]?.filter(isCounted) ?? []);
      return { filter: loose && countFilter(code, loose, byText) };
    }),
    facetFields,
  );
  return asked.map((questions, of) =>
    questions.flatMap((question) =>
      question.keptBy
        ? keptFacet(question.dimension, question.keptBy, counts)
        : countedFacet(question, groups[of] ?? []),
    ),
  );
}
