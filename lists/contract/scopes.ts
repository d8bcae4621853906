import type { PlaceKind } from '../../seeds/format';

/** Why a target belongs to a place, strongest first. A target belongs to a place by its strongest reach alone. */
export const placeReaches = ['NAMED', 'EVERY_TOWN', 'WITHIN', 'DISTRICT'] as const;
export type PlaceReach = (typeof placeReaches)[number];

/**
 * A scope is one place with one reach: `place:彭浦镇#NAMED`. Commitments of the whole district share the scope
 * `#DISTRICT`, whatever the place. No target has two scopes of one place, so the counts of a place's scopes add up to
 * the number of its targets.
 */
export function placeScope(place: string, reach: PlaceReach): string {
  return reach === 'DISTRICT' ? '#DISTRICT' : `${place}#${reach}`;
}

/** `place:彭浦镇#NAMED` → the place and `NAMED`; `#DISTRICT` → an empty place and `DISTRICT`. */
export function parseScope(scope: string): { place: string; reach: PlaceReach } {
  const at = scope.lastIndexOf('#');
  return { place: scope.slice(0, at), reach: scope.slice(at + 1) as PlaceReach };
}

/** Whether a clause about every 街镇 is about places of this kind. */
export const isTown = (kind: PlaceKind): boolean => kind === 'SUBDISTRICT' || kind === 'TOWN';
