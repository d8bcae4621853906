import { departments, entityNames } from '../../../schema/departments';
import type { SeedCitation, SeedPlace, SeedPlan } from '../../../seeds/format';
import { baselineOf, changeOf, comparisonOf } from './change';
import { findPlace, isTarget, type Data, type Result, type Statement, type Target } from './data';
import { defaultReaches } from './filter';
import { targetList, type ListArguments, type Show } from './lists';
import { compareBy } from './order';
import { belongingOf, type PlaceReach } from './reach';

type Item = SeedPlan['items'][number];
export type Views = ReturnType<typeof createViews>;

/**
 * The objects of the schema, as graphql-js reads them when it is told nothing: by `__typename`, and by fields that are
 * values or methods of the arguments.
 */
export function createViews(data: Data) {
  const { plan, places, targets } = data;
  const show: Show = {
    target: targetView,
    result: resultView,
    hit: ({ source }) => {
      if ('heading' in source) return itemView(source);
      if ('name' in source) return placeView(source);
      return isTarget(source) ? targetView(source) : resultView(source);
    },
  };
  const listOf = (within: readonly Target[]) => (args: ListArguments) => targetList(data, show, args, within);

  function planView() {
    return {
      ...plan,
      chapters: () => plan.chapters.map(chapterView),
      targets: listOf(targets.filter(({ year }) => year === plan.year)),
    };
  }

  function chapterView(chapter: SeedPlan['chapters'][number]) {
    return {
      ...chapter,
      items: () => plan.items.filter((item) => item.chapter === chapter.number).map(itemView),
      targets: listOf(targets.filter((target) => target.chapter === chapter.number)),
    };
  }

  function itemView(item: Item): object {
    return {
      __typename: 'WorkItem',
      ...item,
      chapter: () => chapterNumbered(item.chapter),
      department: () => departmentCoded(item.department),
      targets: listOf(targets.filter((target) => target.item === item.number)),
    };
  }

  function departmentView({ code, name }: (typeof departments)[number]) {
    return {
      code,
      name,
      items: () => plan.items.filter(({ department }) => department === code).map(itemView),
      targets: listOf(targets.filter(({ department }) => department === code)),
      available: true,
    };
  }

  function placeView(place: SeedPlace): object {
    const { id, name, kind, evidence, aliases = [] } = place;
    return {
      __typename: 'Place',
      ...{ id, name, kind, evidence, aliases },
      within: () => placeNamed(place.within),
      contains: () => places.filter(({ within }) => within === id).map(placeView),
      citations: () => place.citations.map(citationView),
      targets: ({ reach, ...args }: ListArguments & { readonly reach?: readonly PlaceReach[] | null }) =>
        targetList(data, show, args, targetsOf(place, reach ?? defaultReaches), id),
    };
  }

  const targetsOf = (place: SeedPlace, reaches: readonly PlaceReach[]) =>
    targets.filter((target) => {
      const belonging = belongingOf(data, target, place);
      return belonging !== null && reaches.includes(belonging.reach);
    });

  function targetView(target: Target): object {
    const history = () => target.reports.toReversed();
    return {
      __typename: entityNames(target.department).target,
      ...statementFields(target),
      ...target.details,
      kind: target.kind,
      workItem: () => plan.items.filter(({ number }) => number === target.item).map(itemView)[0],
      chapter: () => chapterNumbered(target.chapter),
      baseline: () => nullOr(resultView, baselineOf(data, target)),
      change: () => changeOf(data, target),
      comparison: () => comparisonOf(data, target),
      related: () => (target.related ?? []).map(relationView),
      progress: () => history()[0],
      progressHistory: history,
      status: target.status,
      revision: target.reports.length,
      updatedAt: target.updatedAt,
    };
  }

  function resultView(result: Result): object {
    const compared = () => targets.filter(({ baseline }) => baseline === result.id);
    return {
      __typename: entityNames(result.department).result,
      ...statementFields(result),
      yearOnYear: result.yearOnYear,
      cumulative: result.cumulative,
      targets: () =>
        compared()
          .sort(compareBy({ field: 'PLAN', direction: 'ASC' }))
          .map(targetView),
    };
  }

  function statementFields({ id, title, year, quantity, text, ...statement }: Statement) {
    return {
      ...{ id, title, year, quantity, text },
      citations: () => statement.citations.map(citationView),
      department: () => departmentCoded(statement.department),
      places: () => (statement.places ?? []).map(({ place }) => placeNamed(place)),
    };
  }

  const relationView = ({ id, note }: { readonly id: string; readonly note: string }) => ({
    note,
    target: () => targetNamed(id),
    result: () =>
      nullOr(
        resultView,
        data.results.find((result) => result.id === id),
      ),
  });

  const citationView = (citation: SeedCitation) => ({
    ...citation,
    document: () => data.documents.find(({ id }) => id === citation.document),
  });

  const chapterNumbered = (wanted: number) =>
    nullOr(
      chapterView,
      plan.chapters.find(({ number }) => number === wanted),
    );
  const itemNumbered = (wanted: number) =>
    nullOr(
      itemView,
      plan.items.find(({ number }) => number === wanted),
    );
  const departmentCoded = (wanted: string) =>
    nullOr(
      departmentView,
      departments.find(({ code }) => code === wanted),
    );
  const placeNamed = (id: string | null) => nullOr(placeView, findPlace(data, id ?? ''));
  const targetNamed = (wanted: string) =>
    nullOr(
      targetView,
      targets.find(({ id }) => id === wanted),
    );

  return {
    ...{ show, listOf, planView, departmentView, placeView },
    ...{ chapterNumbered, itemNumbered, departmentCoded, placeNamed, targetNamed },
  };
}

const nullOr = <T, R>(view: (value: T) => R, value: T | null | undefined): R | null =>
  value == null ? null : view(value);
