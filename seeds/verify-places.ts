import type { PlaceKind, SeedPlace } from './format';
import {
  checkCitations,
  checkFields,
  duplicates,
  locateAll,
  type Problems,
  type Reading,
} from './verify-reading';
import { fold, type Span } from './verify-text';

/** The district's official division into 13 街道 and one 镇. */
const SUBDISTRICTS = [
  ...['江宁路街道', '石门二路街道', '南京西路街道', '静安寺街道', '曹家渡街道', '天目西路街道', '北站街道'],
  ...['宝山路街道', '芷江西路街道', '共和新路街道', '大宁路街道', '彭浦新村街道', '临汾路街道'],
];
const TOWNS = ['彭浦镇'];

const PLACE_KINDS: Record<PlaceKind, true> = {
  DISTRICT: true,
  SUBDISTRICT: true,
  TOWN: true,
  FUNCTIONAL_AREA: true,
  QUARTER: true,
  INDUSTRIAL_PARK: true,
  GREEN_SPACE: true,
  ROAD: true,
  BRIDGE: true,
  WATERFRONT: true,
  PLOT: true,
  BUILDING: true,
  NEIGHBOURHOOD: true,
  SCHOOL: true,
  STATION: true,
  FACILITY: true,
};

/** The gazetteer: every place has evidence, and its chain of `within` ends at the district. */
export function* verifyPlaces(reading: Reading): Problems {
  for (const place of reading.seeds.places) {
    for (const problem of verifyPlace(reading, place)) yield `plan/places.json ${place.id}: ${problem}`;
  }
  yield* verifyNames(reading.seeds.places);
  yield* verifyDivision(reading.seeds.places);
}

function* verifyPlace(reading: Reading, place: SeedPlace): Problems {
  yield* checkFields(place, ['id', 'name', 'kind', 'within', 'evidence', 'citations'], ['aliases', 'source']);
  if (place.id !== `place:${place.name}`) yield `the id must be "place:${place.name}"`;
  if (!(place.kind in PLACE_KINDS)) yield `there is no kind of place "${place.kind}"`;
  if (!/^[^。]+。$/.test(place.evidence)) yield `evidence must be one sentence, but is: "${place.evidence}"`;
  yield* checkCitations(reading, place.citations);
  yield* verifyPrinted(reading, place);
  yield* verifyWithin(reading, place);
}

/**
 * A place's citations print each of its aliases, and its name or at least an alias: the text may shorten a name
 * (“东区” after 张园西区). Only places of the official division need no citation.
 */
function* verifyPrinted(reading: Reading, place: SeedPlace): Problems {
  const isOfficial = place.kind === 'SUBDISTRICT' || place.kind === 'TOWN';
  if (isOfficial && !place.source) yield 'lacks the source of the official division';
  if (!isOfficial && place.source) yield 'has a source, which is only for the official division';
  if (place.citations.length === 0) {
    if (!place.source) yield 'has neither a citation nor a source';
    return;
  }
  const quotes = locateAll(reading, place.citations).map(({ citation }) => citation.quote);
  const isPrinted = (name: string) => quotes.some((quote) => mentionsOf([name], quote).length > 0);
  const aliases = place.aliases ?? [];
  for (const alias of aliases)
    if (!isPrinted(alias)) yield `"${alias}" is not printed in any of its citations`;
  if (!isPrinted(place.name) && !aliases.some(isPrinted)) yield 'is not named in any of its citations';
}

function* verifyWithin({ placeById }: Reading, place: SeedPlace): Problems {
  if (place.kind === 'DISTRICT') {
    if (place.within !== null) yield 'the district lies within nothing';
    return;
  }
  const passed = new Set([place.id]);
  let current: SeedPlace | undefined = place;
  while (current && current.within !== null) {
    const outer: string = current.within;
    if (passed.has(outer)) return yield `lies within itself through "${outer}"`;
    if (!placeById.has(outer)) return yield `lies within "${outer}", which is not in the gazetteer`;
    passed.add(outer);
    current = placeById.get(outer);
  }
  if (current?.kind !== 'DISTRICT') yield 'does not lie in the district';
}

function* verifyNames(places: readonly SeedPlace[]): Problems {
  for (const id of duplicates(places.map((place) => place.id))) {
    yield `plan/places.json ${id}: the id occurs more than once`;
  }
  for (const name of duplicates(places.flatMap(({ name, aliases = [] }) => [name, ...aliases]))) {
    yield `plan/places.json: "${name}" names more than one place, or one place twice`;
  }
}

function* verifyDivision(places: readonly SeedPlace[]): Problems {
  const official = { DISTRICT: ['静安区'], SUBDISTRICT: SUBDISTRICTS, TOWN: TOWNS };
  for (const [kind, names] of Object.entries(official)) {
    const given = places.filter((place) => place.kind === kind).map(({ name }) => name);
    for (const name of names) if (!given.includes(name)) yield `plan/places.json: ${kind} ${name} is missing`;
    for (const name of given) {
      if (!names.includes(name)) yield `plan/places.json: ${kind} ${name} is not in the official division`;
    }
  }
}

/** Every occurrence of the place's name or of an alias in the text. */
export function mentionsOfPlace({ name, aliases = [] }: SeedPlace, text: string): Span[] {
  return mentionsOf([name, ...aliases], text);
}

/**
 * Spaces and the width of brackets and commas are ignored. A name with a number is also found in an enumeration:
 * 天目西路街道120街坊 in 天目西路街道119、120街坊.
 */
function mentionsOf(names: readonly string[], text: string): Span[] {
  return names.flatMap((name) => {
    const rule = nameRule(name);
    // A text names few places, and `matchAll` copies its rule before it looks.
    if (text.search(rule) === -1) return [];
    return [...text.matchAll(rule)].map(({ index, 0: match }) => ({
      start: index,
      end: index + match.length,
    }));
  });
}

/** Rules by name: 151 names are looked for in 381 texts, and to write a rule takes longer than to use it. */
const nameRules = new Map<string, RegExp>();

function nameRule(name: string): RegExp {
  const rule = nameRules.get(name) ?? writeNameRule(name);
  nameRules.set(name, rule);
  return rule;
}

function writeNameRule(name: string): RegExp {
  const tokens = fold(name).match(/\d+|\D/g) ?? [];
  const rule = tokens.map((token, index) => {
    const isNumber = /\d/.test(token);
    const before = tokens[index - 1] ?? '';
    const gap = index === 0 ? '' : isNumber || /\d/.test(before) ? '[\\s\\d、-]*?' : '\\s*';
    return gap + (isNumber ? `(?<!\\d)${token}(?!\\d)` : characterRule(token));
  });
  return new RegExp(rule.join(''), 'g');
}

function characterRule(character: string): string {
  const widths: Record<string, string> = { '(': '[(（]', ')': '[)）]', ',': '[,，]' };
  return widths[character] ?? character.replace(/[.*+?^${}|[\]\\]/g, '\\$&');
}
