import type { PlaceKind, SeedPlace } from './format';
import { mentionsOfPlace } from './verify-places';
import type { Entry, Problems, Reading } from './verify-reading';
import { fold, type Span } from './verify-text';

/** A stretch of a road between two ends, in brackets behind its name: (汶水路—永和路). */
interface Section extends Span {
  readonly ends: readonly string[];
}

/** Kinds of place whose names locate others: 共和新路 in 共和新路802弄, 郁金香公园 in 郁金香公园周边景观区. */
const LANDMARKS: ReadonlySet<PlaceKind> = new Set(['ROAD', 'BRIDGE', 'GREEN_SPACE']);

/**
 * The names in the documents lead to places: each place bears the plan's spelling, both ends of every section are in
 * the gazetteer, and statements are linked to the places that they name.
 */
export function* verifyNaming(reading: Reading): Problems {
  for (const place of reading.seeds.places) yield* verifySpelling(reading, place);
  yield* verifyEnds(reading);
  for (const entry of reading.entries) {
    for (const problem of verifyLinks(reading, entry)) yield `${entry.name}: ${problem}`;
  }
}

/** The plan's spelling goes before the report's; the name may spell out the plan's short form (“东区” of 张园东区). */
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

/** Places whose name stands on its own in the text, not within a longer one (张园 in 张园西区); without the district. */
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

/** One clause may make several statements (竣工 of 江宁路54A, of 晋元北地块): one of them is the place's. */
function isLinked({ entries }: Reading, { statement }: Entry, { id }: SeedPlace): boolean {
  return entries.some(
    ({ statement: { text, places = [] } }) =>
      (text.includes(statement.text) || statement.text.includes(text)) &&
      places.some((mention) => mention.place === id),
  );
}

/** Where the text limits a road to a section, the section is what concerns the road and its ends. */
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
