import { longestSearchPage } from '../contract/bounds';
import { isTown, placeReaches, placeScope } from '../contract/scopes';
import { searchOrder } from '../contract/search-keys';
import type { SearchSelector, TargetConditions, TargetSelector } from '../contract/selector';
import { encodeSelector } from '../contract/selector-codec';
import type { ConnectionKey } from '../contract/slice';
import { badInput } from '../../schema/errors';
import type { PlaceKind } from '../../seeds/format';
import { resultConditions, setOf, targetConditions, termsOf } from './filter-arguments';
import { orderOf, pageOf, shownAsOf } from './page-arguments';
import type {
  PlaceTargetsArgs,
  QueryResultsArgs,
  QuerySearchArgs,
  QueryTargetsArgs,
  TargetFilter,
} from '../../schema/types.generated';

/** A place of the gazetteer, as far as selectors need it. */
export interface KnownPlace {
  readonly _id: string;
  readonly kind: PlaceKind;
}

/** Where places are looked up: null for an id that the gazetteer lacks. */
export interface PlaceLookup {
  readonly loaders: { readonly place: { load(id: string): Promise<KnownPlace | null> } };
}

/** A place whose targets are asked for, by some of its reaches; all but DISTRICT when none are named. */
export interface ReachedPlace {
  readonly place: KnownPlace;
  readonly reach: PlaceTargetsArgs['reach'];
}

/**
 * A list of targets: the client's arguments, within the conditions of the list's parent.
 * @param within of a chapter's list, for example, `{ chapters: [5] }`
 * @param parentPlace the place that the list is of
 * @throws BAD_USER_INPUT that names the argument
 */
export async function targetConnection(
  args: QueryTargetsArgs,
  context: PlaceLookup,
  within: TargetConditions = {},
  parentPlace?: ReachedPlace,
): Promise<ConnectionKey> {
  const filter = args.filter ?? {};
  const order = orderOf(args);
  const page = shownAsOf(order, pageOf(args, order.field), new Date());
  // The parent's place first: the merge gives reach and evidence of the first group.
  const places = [...(parentPlace ? [parentPlace] : []), ...(await filterPlaces(filter, context))];
  const scopes = places.map(scopesOf);
  const conditions = bothOf(targetConditions(filter), within);
  return {
    selector: encodeSelector({
      conditions: { ...conditions, ...(scopes.length > 0 && { scopes }) },
      ...parentOf(within),
      order,
      page,
    }),
  };
}

/** A list of results. @throws BAD_USER_INPUT that names the argument */
export async function resultConnection(args: QueryResultsArgs, context: PlaceLookup): Promise<ConnectionKey> {
  const filter = args.filter ?? {};
  const order = orderOf(args);
  const page = pageOf(args, order.field);
  const place = filter.place == null ? undefined : await placeOf('filter.place', filter.place, context);
  const scopes = place && [[placeScope(place._id, 'NAMED')]];
  return {
    selector: encodeSelector({
      conditions: { ...resultConditions(filter), ...(scopes && { scopes }) },
      order,
      page,
    }),
  };
}

/** A search. @throws BAD_USER_INPUT that names the argument */
export function searchConnection({ text, first, after }: QuerySearchArgs): ConnectionKey {
  const selector: SearchSelector = {
    terms: termsOf('text', text),
    page: pageOf({ first, after }, searchOrder, longestSearchPage),
  };
  return { selector: encodeSelector(selector) };
}

async function filterPlaces({ place, reach }: TargetFilter, context: PlaceLookup): Promise<ReachedPlace[]> {
  if (place != null) return [{ place: await placeOf('filter.place', place, context), reach }];
  if (reach) throw badInput('filter.reach', 'filter.reach needs filter.place.');
  return [];
}

async function placeOf(argument: string, id: string, { loaders }: PlaceLookup): Promise<KnownPlace> {
  const place = await loaders.place.load(id);
  if (place) return place;
  throw badInput(argument, `${argument} must be the id of a place, but got: ${id}.`);
}

const defaultReaches = placeReaches.filter((reach) => reach !== 'DISTRICT');

/** EVERY_TOWN is a scope of the 街镇 alone. */
function scopesOf({ place: { _id, kind }, reach }: ReachedPlace): string[] {
  const wanted = setOf(reach) ?? defaultReaches;
  return wanted.filter((each) => each !== 'EVERY_TOWN' || isTown(kind)).map((each) => placeScope(_id, each));
}

/** See `ParentConditions`. */
function parentOf({ chapters, departments }: TargetConditions): Pick<TargetSelector, 'within'> {
  return chapters || departments
    ? { within: { ...(chapters && { chapters }), ...(departments && { departments }) } }
    : {};
}

/** Of a condition that the filter and the parent both have, the values that they share: [1, 2] and [2, 3] → [2]. */
function bothOf(conditions: TargetConditions, within: TargetConditions): TargetConditions {
  return {
    ...conditions,
    ...shared('departments', conditions.departments, within.departments),
    ...shared('chapters', conditions.chapters, within.chapters),
    ...shared('items', conditions.items, within.items),
    ...shared('year', conditions.year, within.year),
  };
}

function shared<K extends string, T>(name: K, a: readonly T[] | undefined, b: readonly T[] | undefined) {
  const both = a && b ? a.filter((value) => b.includes(value)) : (a ?? b);
  return both && { [name]: both };
}
