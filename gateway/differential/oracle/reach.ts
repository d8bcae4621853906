import type { SeedPlace } from '../../../seeds/format';
import { findPlace, isTarget, liesIn, type Data, type Statement } from './data';

export type PlaceReach = 'NAMED' | 'EVERY_TOWN' | 'WITHIN' | 'DISTRICT';

interface Belonging {
  readonly reach: PlaceReach;
  readonly evidence: string;
}

const isTown = ({ kind }: SeedPlace): boolean => kind === 'SUBDISTRICT' || kind === 'TOWN';

/** Why a statement belongs to a place, by its strongest reach; null when it does not. */
export function belongingOf(data: Data, statement: Statement, place: SeedPlace): Belonging | null {
  const mentions = statement.places ?? [];
  const everyTown = isTarget(statement) ? statement.everyTown : undefined;
  const named = mentions.find((mention) => mention.place === place.id);
  if (named) return { reach: 'NAMED', evidence: named.evidence };
  if (everyTown !== undefined && isTown(place)) return { reach: 'EVERY_TOWN', evidence: everyTown };
  const inside = mentions.find((mention) => liesIn(data, mention.place, place.id));
  if (inside) return { reach: 'WITHIN', evidence: whyItLiesThere(data, inside.place) };
  const holdsTown = data.places.some((town) => isTown(town) && liesIn(data, town.id, place.id));
  if (everyTown !== undefined && holdsTown) return { reach: 'WITHIN', evidence: everyTown };
  const isOfTheDistrict = mentions.length === 0 && everyTown === undefined;
  return isOfTheDistrict ? { reach: 'DISTRICT', evidence: statement.text } : null;
}

function whyItLiesThere(data: Data, id: string): string {
  const place = findPlace(data, id);
  return place ? `${place.name}：${place.evidence}` : '';
}
