import { longestSearchPage } from '../contract/bounds';
import { isTown, placeReaches, placeScope, type PlaceReach } from '../contract/scopes';
import { searchOrder } from '../contract/search-keys';
import type { SearchSelector, TargetConditions, TargetSelector } from '../contract/selector';
import { encodeSelector } from '../contract/selector-codec';
import type { ConnectionKey } from '../contract/slice';
import { badInput } from '../../schema/errors';
import type { PlaceKind } from '../../seeds/format';
import { orderOf, pageOf, resultConditions, setOf, shownAsOf, targetConditions, termsOf } from './arguments';
import type {
  PlaceTargetsArgs,
  QueryResultsArgs,
  QuerySearchArgs,
  QueryTargetsArgs,
} from '../../schema/types.generated';

/** A place of the gazetteer, as far as lists ask about it. */
export interface KnownPlace {
  readonly _id: string;
  readonly kind: PlaceKind;
}

/** Where places are looked up. */
export interface PlaceLookup {
  readonly loaders: { readonly place: { load(id: string): Promise<KnownPlace | null> } };
}

const defaultReaches = placeReaches.filter((reach) => reach !== 'DISTRICT');

/**
 * A list of targets: the client's arguments within what the parent allows.
 * @throws BAD_USER_INPUT that names the argument
 */
export async function targetConnection(
  args: QueryTargetsArgs,
  context: PlaceLookup,
  within: TargetConditions = {},
  parentPlace?: { place: KnownPlace; reach: PlaceTargetsArgs['reach'] },
): Promise<ConnectionKey> {
  const filter = args.filter ?? {};
  const order = orderOf(args);
  const page = shownAsOf(order, pageOf(args, order.field), new Date());
  if (filter.reach && filter.place == null)
    throw badInput('filter.reach', 'filter.reach needs filter.place.');
  const filterPlace = filter.place == null ? undefined : await placeOf('filter.place', filter.place, context);
  const places = [
    ...(parentPlace ? [parentPlace] : []),
    ...(filterPlace ? [{ place: filterPlace, reach: filter.reach }] : []),
  ];
  const scopes = places.map(({ place, reach }) => scopesOf(place, reach));
  const conditions = intersect(targetConditions(filter), within);
  return {
    selector: encodeSelector({
      conditions: { ...conditions, ...(scopes[0] && { scopes }) },
      ...parentOf(within),
      order,
      page,
    }),
  };
}

/** The parent's conditions that facets would leave out; nothing where there are none. */
function parentOf({ chapters, departments }: TargetConditions): Pick<TargetSelector, 'within'> {
  return chapters || departments
    ? { within: { ...(chapters && { chapters }), ...(departments && { departments }) } }
    : {};
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

async function placeOf(argument: string, id: string, { loaders }: PlaceLookup): Promise<KnownPlace> {
  const place = await loaders.place.load(id);
  if (place) return place;
  throw badInput(argument, `${argument} must be the id of a place, but got: ${id}.`);
}

/** The coverage scopes by which targets belong to a place. */
function scopesOf({ _id, kind }: KnownPlace, reach: readonly PlaceReach[] | null | undefined): string[] {
  const wanted = setOf(reach) ?? defaultReaches;
  return wanted.filter((each) => each !== 'EVERY_TOWN' || isTown(kind)).map((each) => placeScope(_id, each));
}

/** Both must hold: lists that name the same thing keep what they share. */
function intersect(conditions: TargetConditions, within: TargetConditions): TargetConditions {
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
