import type { SeedPlace } from '../seeds/format';

export const townsPerDistrict = 10;
/** All synthetic districts lie in this place, so its list grows with the plan. */
export const city = '合成市';

export const placeId = (name: string): string => `place:${name}`;
export const districtName = (district: number): string => `合成区${String(district).padStart(2, '0')}`;
export const townName = (district: number, town: number): string =>
  `${districtName(district)}·街道${String(town).padStart(2, '0')}`;

/** The gazetteer for one district's targets: the city, the district and its towns. */
export function placesOfDistrict(district: number): SeedPlace[] {
  const name = districtName(district);
  const towns = Array.from({ length: townsPerDistrict }, (_, at) => townName(district, at + 1));
  return [
    cityPlace,
    place(name, 'DISTRICT', placeId(city)),
    ...towns.map((town) => place(town, 'SUBDISTRICT', placeId(name))),
  ];
}

/** The gazetteer of all districts, with the city once. */
export function syntheticPlaces(districts: number): SeedPlace[] {
  const each = Array.from({ length: districts }, (_, at) => placesOfDistrict(at + 1).slice(1));
  return [cityPlace, ...each.flat()];
}

const cityPlace = place(city, 'DISTRICT', null);

function place(name: string, kind: SeedPlace['kind'], within: string | null): SeedPlace {
  return { id: placeId(name), name, kind, within, evidence: '合成数据，并无此地。', citations: [] };
}
