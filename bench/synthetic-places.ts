import type { SeedPlace } from '../seeds/format';

export const townsPerDistrict = 10;
/** The place that all synthetic districts lie in: its list grows with the collection. */
export const city = '合成市';

export const placeId = (name: string): string => `place:${name}`;
export const districtName = (district: number): string => `合成区${String(district).padStart(2, '0')}`;
export const townName = (district: number, town: number): string =>
  `${districtName(district)}·街道${String(town).padStart(2, '0')}`;

/** One synthetic district's places, and what they lie in: the gazetteer that its targets are read with. */
export function placesOfDistrict(district: number): SeedPlace[] {
  const name = districtName(district);
  const towns = Array.from({ length: townsPerDistrict }, (_, at) => townName(district, at + 1));
  return [
    cityPlace,
    place(name, 'DISTRICT', placeId(city)),
    ...towns.map((town) => place(town, 'SUBDISTRICT', placeId(name))),
  ];
}

/** The whole synthetic gazetteer. */
export function syntheticPlaces(districts: number): SeedPlace[] {
  const each = Array.from({ length: districts }, (_, at) => placesOfDistrict(at + 1).slice(1));
  return [cityPlace, ...each.flat()];
}

const cityPlace = place(city, 'DISTRICT', null);

function place(name: string, kind: SeedPlace['kind'], within: string | null): SeedPlace {
  return { id: placeId(name), name, kind, within, evidence: '合成数据，并无此地。', citations: [] };
}
