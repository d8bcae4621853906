import type { PlaceKind, SeedPlace } from './format';
import { mentionsOfPlace } from './verify-places';
import type { Entry, Problems, Reading } from './verify-reading';
import { fold, type Span } from './verify-text';

/** A stretch of a road between two ends, in brackets after the road's name: 平陆路(汶水路—永和路). */
interface Section extends Span {
  readonly ends: readonly string[];
}

/** Kinds of place by which texts locate other places: 共和新路 in 共和新路802弄, 郁金香公园 in 郁金香公园周边景观区. */
const LANDMARKS: ReadonlySet<PlaceKind> = new Set(['ROAD', 'BRIDGE', 'GREEN_SPACE']);

/**
 * Names in the documents lead to places: a place has the plan's spelling, both ends of every road section are in the
 * gazetteer, and a statement is linked to each place that its text names.
 */
export function* verifyNaming(reading: Reading): Problems {
  for (const place of reading.seeds.places) yield* verifySpelling(reading, place);
  yield* verifyEnds(reading);
  for (const entry of reading.entries) {
    for (const problem of verifyLinks(reading, entry)) yield `${entry.name}: ${problem}`;
  }
}

/**
 * Where the plan and the government report spell a name differently, the place has the plan's. The name may also be
 * the long form of an alias that the plan prints (张园东区, printed “东区”).
 */
function* verifySpelling({ documents, seeds }: Reading, { id, name, aliases = [] }: SeedPlace): Problems {
  const plan = fold(documents.get(seeds.plan.document)?.text ?? '');
  if (plan.includes(fold(name))) return;
  const printed = aliases.find((alias) => plan.includes(fold(alias)) && !name.includes(alias));
  if (printed) yield `plan/places.json ${id}: the plan spells it "${printed}"`;
}

function* verifyEnds({ documents, seeds }: Reading): Problems {
  const names = new Set(seeds.places.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
  for (const { id, text } of documents.values()) {
    for (const { ends, start, end } of sectionsIn(text)) {
      for (const place of ends.filter((name) => !names.has(name))) {
        yield `${id}: ${place}, an end of 「${text.slice(start, end)}」, is not in the gazetteer`;
      }
    }
  }
}

function sectionsIn(text: string): Section[] {
  return [...text.matchAll(/[(（](\p{Script=Han}+)—(\p{Script=Han}+)[)）]/gu)].map(
    ({ index, 0: words, 1: from = '', 2: to = '' }) => ({
      ends: [from, to],
      start: index,
      end: index + words.length,
    }),
  );
}

function* verifyLinks(reading: Reading, entry: Entry): Problems {
  for (const place of namedIn(reading.seeds.places, entry.statement.text)) {
    if (!isLinked(reading, entry, place)) yield `no statement of this text is linked to ${place.name}`;
  }
  for (const { place: id, evidence } of entry.statement.places ?? []) {
    const place = reading.placeById.get(id);
    if (place) yield* verifyWholeSection(entry, place, evidence);
    yield* verifyLandmarks(reading, entry, evidence);
  }
}

/** Places that the text names, without the district. A name inside a longer one does not count: 张园 in 张园西区. */
function namedIn(places: readonly SeedPlace[], text: string): SeedPlace[] {
  const mentions = places.flatMap((place) => mentionsOfPlace(place, text).map((span) => ({ place, span })));
  const own = mentions.filter(({ span }) => !mentions.some((other) => isInside(span, other.span)));
  return [...new Set(own.map(({ place }) => place))].filter(({ kind }) => kind !== 'DISTRICT');
}

function isInside(inner: Span, outer: Span): boolean {
  return (
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
  );
}

/** A clause may give several statements (竣工 of 江宁路54A and of 晋元北地块); the place need be linked to one of them. */
function isLinked({ entries }: Reading, { statement }: Entry, { id }: SeedPlace): boolean {
  return entries.some(
    ({ statement: { text, places = [] } }) =>
      (text.includes(statement.text) || statement.text.includes(text)) &&
      places.some((mention) => mention.place === id),
  );
}

/** Where the text limits a road to a section, the evidence is the whole: 平陆路(汶水路—永和路), not 平陆路. */
function* verifyWholeSection({ statement: { text } }: Entry, place: SeedPlace, evidence: string): Problems {
  for (const { start, end } of sectionsIn(text)) {
    const road = mentionsOfPlace(place, text).find((mention) => mention.end === start);
    if (road && !evidence.includes(text.slice(road.start, end))) {
      yield `evidence of ${place.id} must be 「${text.slice(road.start, end)}」`;
    }
  }
}

function* verifyLandmarks({ seeds }: Reading, { statement }: Entry, evidence: string): Problems {
  const linked = new Set((statement.places ?? []).map(({ place }) => place));
  const towns = seeds.places.filter(({ kind }) => kind === 'SUBDISTRICT');
  const landmarks = seeds.places.filter(({ kind }) => LANDMARKS.has(kind));
  for (const place of namedIn([...landmarks, ...towns], evidence)) {
    if (LANDMARKS.has(place.kind) && !linked.has(place.id)) {
      yield `is linked to a place as 「${evidence}」, but not to ${place.name} in it`;
    }
  }
}
