import type { SeedPlace, SeedResult, SeedTarget } from '../../seeds/format';
import type { CoverageDocument } from './documents';
import { placeReaches, placeScope, type PlaceReach } from '../contract/selector';

/** The gazetteer by id. */
export type Gazetteer = ReadonlyMap<string, SeedPlace>;

/** Whether clauses that cover all 街镇 cover this kind of place. */
export const isTown = (kind: SeedPlace['kind']): boolean => kind === 'SUBDISTRICT' || kind === 'TOWN';

/**
 * Every place that a clause belongs to, each by its strongest reach: the places that it names, all towns when it covers
 * every 街镇, and whatever those named lie in. A clause that names no place and covers no town is a whole-district one.
 */
export function coverageOf(seed: SeedTarget | SeedResult, gazetteer: Gazetteer): CoverageDocument[] {
  const named = seed.places ?? [];
  const everyTown = ('everyTown' in seed && seed.everyTown) || undefined;
  if (named.length === 0 && everyTown === undefined)
    return [{ scope: placeScope('', 'DISTRICT'), evidence: seed.text }];
  const reached = new Map<string, CoverageDocument & { reach: PlaceReach }>();
  const reach = (place: string, by: PlaceReach, evidence: string) => {
    const stronger = reached.get(place);
    if (stronger && placeReaches.indexOf(stronger.reach) <= placeReaches.indexOf(by)) return;
    reached.set(place, { scope: placeScope(place, by), evidence, reach: by });
  };
  for (const { place, evidence } of named) {
    reach(place, 'NAMED', evidence);
    for (const [outer, why] of enclosing(place, gazetteer)) reach(outer, 'WITHIN', why);
  }
  if (everyTown !== undefined) {
    for (const town of [...gazetteer.values()].filter(({ kind }) => isTown(kind))) {
      reach(town.id, 'EVERY_TOWN', everyTown);
      for (const [outer] of enclosing(town.id, gazetteer)) reach(outer, 'WITHIN', everyTown);
    }
  }
  return [...reached.values()].map(({ scope, evidence }) => ({ scope, evidence }));
}

/** What a place lies in, nearest first, each with the gazetteer's evidence for the place inside. */
function enclosing(id: string, gazetteer: Gazetteer): [place: string, evidence: string][] {
  const place = gazetteer.get(id);
  if (!place) throw new Error(`The gazetteer must have ${id}, but has not.`);
  if (place.within === null) return [];
  const why = `${place.name}：${place.evidence}`;
  return [
    [place.within, why],
    ...enclosing(place.within, gazetteer).map(([outer]): [string, string] => [outer, why]),
  ];
}
