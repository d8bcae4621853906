import type { SeedPlace, SeedTarget } from '../../../seeds/format';
import { isTown, placeReaches, placeScope, type PlaceReach } from '../../contract/scopes';
import type { Coverage } from '../../contract/slice';

/** The gazetteer by id. */
export type Gazetteer = ReadonlyMap<string, SeedPlace>;

/** The part of a seed that says where it is. */
export type Located = Pick<SeedTarget, 'text' | 'places' | 'everyTown'>;

/**
 * The places that a clause belongs to, each with its strongest reach: those that it names (NAMED), every town when it
 * covers all 街镇 (EVERY_TOWN), and the places that these lie in (WITHIN). A clause that names no place and covers no
 * town belongs to the whole district (DISTRICT).
 */
export function coverageOf({ text, places = [], everyTown }: Located, gazetteer: Gazetteer): Coverage[] {
  if (places.length === 0 && everyTown === undefined)
    return [{ scope: placeScope('', 'DISTRICT'), evidence: text }];
  const named = places.flatMap(({ place, evidence }) => [
    { place, reach: 'NAMED' as const, evidence },
    ...enclosing(place, gazetteer),
  ]);
  return strongest([...named, ...(everyTown === undefined ? [] : everyTownReached(everyTown, gazetteer))]);
}

interface Reached {
  readonly place: string;
  readonly reach: PlaceReach;
  readonly evidence: string;
}

function everyTownReached(evidence: string, gazetteer: Gazetteer): Reached[] {
  const towns = [...gazetteer.values()].filter(({ kind }) => isTown(kind));
  return towns.flatMap(({ id: place }) => [
    { place, reach: 'EVERY_TOWN' as const, evidence },
    ...enclosing(place, gazetteer).map((outer) => ({ ...outer, evidence })),
  ]);
}

/** Each place once, in the order in which places first occur; among equal reaches, the first. */
function strongest(reached: readonly Reached[]): Coverage[] {
  const byPlace = new Map<string, Reached>();
  for (const each of reached) {
    const known = byPlace.get(each.place);
    if (!known || placeReaches.indexOf(each.reach) < placeReaches.indexOf(known.reach))
      byPlace.set(each.place, each);
  }
  return [...byPlace.values()].map(({ place, reach, evidence }) => ({
    scope: placeScope(place, reach),
    evidence,
  }));
}

/** The places that a place lies in, nearest first, each with the gazetteer's evidence for the inner place. */
function enclosing(id: string, gazetteer: Gazetteer): Reached[] {
  const place = gazetteer.get(id);
  if (!place) throw new Error(`The gazetteer must have ${id}, but has not.`);
  if (place.within === null) return [];
  const evidence = `${place.name}：${place.evidence}`;
  return [
    { place: place.within, reach: 'WITHIN', evidence },
    ...enclosing(place.within, gazetteer).map((outer) => ({ ...outer, evidence })),
  ];
}
