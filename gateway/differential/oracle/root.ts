import { departments } from '../../../schema/departments';
import { badInput } from './arguments';
import { findPlace, liesIn, type Data } from './data';
import { hitList, resultList, type ListArguments } from './lists';
import type { PageArguments } from './page';
import { createViews } from './views';

/** The root fields of queries, as methods of their arguments. */
export function queryRoot(data: Data) {
  const views = createViews(data);
  const { places, plan, targets } = data;
  return {
    plan: ({ year }: { year: number }) => (year === plan.year ? views.planView() : null),
    chapter: ({ number }: { number: number }) => views.chapterNumbered(number),
    workItem: ({ number }: { number: number }) => views.itemNumbered(number),
    departments: () => departments.map(views.departmentView),
    department: ({ code }: { code: string }) => views.departmentCoded(code),
    place: ({ id, name }: { id?: string | null; name?: string | null }) => {
      if ((id == null) === (name == null)) throw badInput('id');
      const isWanted = (each: (typeof places)[number]) =>
        each.id === id || each.name === name || (each.aliases ?? []).some((alias) => alias === name);
      return places.filter(isWanted).map(views.placeView)[0];
    },
    places: ({ kind, within }: { kind?: string | null; within?: string | null }) => {
      if (within != null && !findPlace(data, within)) throw badInput('within');
      return places
        .filter((place) => kind == null || place.kind === kind)
        .filter((place) => within == null || liesIn(data, place.id, within))
        .map(views.placeView);
    },
    target: ({ id }: { id: string }) => views.targetNamed(id),
    targets: views.listOf(targets),
    results: (args: ListArguments) => resultList(data, views.show, args),
    search: (args: PageArguments & { text: string }) => hitList(data, views.show, args),
  };
}
