import { departments, entityNames } from '../../../schema/departments';
import type { SeedCitation, SeedPlace, SeedPlan } from '../../../seeds/format';
import { changeOf, comparisonOf } from './change';
import { isTarget, type Data, type Result, type Statement, type Target } from './data';
import { defaultReaches } from './filter';
import { targetList, type ListArguments, type Show } from './lists';
import { compareBy } from './order';
import { belongingOf, type PlaceReach } from './reach';

type Item = SeedPlan['items'][number];

/**
 * The objects of the schema for graphql-js's default resolvers: `__typename`, and fields that are values or functions of the
 * arguments.
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
    const history = () => target.progress.toReversed();
    return {
      __typename: entityNames(target.department).target,
      ...statementFields(target),
      ...target.details,
      kind: target.kind,
      workItem: () => itemNumbered(target.item),
      chapter: () => chapterNumbered(target.chapter),
      baseline: () => viewOf(data.results, ({ id }) => id === target.baseline, resultView),
      change: () => changeOf(data, target),
      comparison: () => comparisonOf(data, target),
      related: () => (target.related ?? []).map(relationView),
      progress: () => history()[0],
      progressHistory: history,
      status: target.status,
      revision: target.progress.length,
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
    result: () => viewOf(data.results, (result) => result.id === id, resultView),
  });

  const citationView = (citation: SeedCitation) => ({
    ...citation,
    document: () => data.documents.find(({ id }) => id === citation.document),
  });

  const chapterNumbered = (wanted: number) =>
    viewOf(plan.chapters, ({ number }) => number === wanted, chapterView);
  const itemNumbered = (wanted?: number) => viewOf(plan.items, ({ number }) => number === wanted, itemView);
  const departmentCoded = (wanted: string) =>
    viewOf(departments, ({ code }) => code === wanted, departmentView);
  const placeNamed = (wanted: string | null) => viewOf(places, ({ id }) => id === wanted, placeView);
  const targetNamed = (wanted: string) => viewOf(targets, ({ id }) => id === wanted, targetView);

  return {
    ...{ show, listOf, planView, departmentView, placeView },
    ...{ chapterNumbered, itemNumbered, departmentCoded, placeNamed, targetNamed },
  };
}

/** The view of the wanted element; null when there is none. */
const viewOf = <T>(
  all: readonly T[],
  isWanted: (one: T) => boolean,
  view: (one: T) => object,
): object | null => all.filter(isWanted).map(view)[0] ?? null;
