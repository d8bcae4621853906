import type { SeedExclusion, SeedPlace } from './format';
import { figuresOf } from './verify-figures';
import { mentionsOfPlace } from './verify-places';
import { checkFields, type Entry, locateAll, type Reading } from './verify-reading';
import { type Numeral, numeralsIn, occurrences } from './verify-text';

/** One numeral of a document, accounted for by one entry, place, item or exclusion (`by`). */
export interface Claim {
  document: string;
  numeral: Numeral;
  by: string;
  as: 'figures' | 'names' | 'structure' | 'exclusions';
}

/** A string is a problem. */
type Finding = Claim | string;

/** Every claim that entries, the gazetteer, the plan's items and the exclusions make on a numeral. */
export function findClaims(reading: Reading): Finding[] {
  return [
    ...reading.entries.flatMap((entry) => [...claimEntry(reading, entry)]),
    ...claimNames(reading),
    ...claimItemNumbers(reading),
    ...reading.seeds.exclusions.flatMap((exclusion) => [...claimExclusion(reading, exclusion)]),
  ];
}

/** The numerals of an entry: its figures, and the numbers in the names of its places. */
function* claimEntry(reading: Reading, entry: Entry): Generator<Finding, void, undefined> {
  for (const found of figuresOf(reading, entry)) {
    yield typeof found === 'string'
      ? `${entry.name}: ${found}`
      : { ...found, by: entry.name, as: 'figures' as const };
  }
  for (const { place: id, evidence } of entry.statement.places ?? []) {
    const place = reading.placeById.get(id);
    if (!place) continue;
    for (const { citation, span } of locateAll(reading, entry.statement.citations)) {
      const mentions = occurrences(citation.quote, evidence);
      for (const numeral of mentions.flatMap((start) =>
        numeralsOfName(place, evidence, span.start + start),
      )) {
        yield { document: citation.document, numeral, by: entry.name, as: 'names' };
      }
    }
  }
}

/** The numbers in names of places, in the passages that the gazetteer cites. */
function* claimNames(reading: Reading): Generator<Claim, void, undefined> {
  for (const place of reading.seeds.places) {
    for (const { citation, span } of locateAll(reading, place.citations)) {
      for (const numeral of numeralsOfName(place, citation.quote, span.start)) {
        yield { document: citation.document, numeral, by: place.id, as: 'names' };
      }
    }
  }
}

function numeralsOfName(place: SeedPlace, text: string, offset: number): Numeral[] {
  const own = new Set(
    numeralsIn([place.name, ...(place.aliases ?? [])].join(' ')).map(({ digits }) => digits),
  );
  if (own.size === 0) return [];
  return mentionsOfPlace(place, text).flatMap(({ start, end }) =>
    numeralsIn(text.slice(start, end), offset + start).filter(({ digits }) => own.has(digits)),
  );
}

/** The number before each item of the plan: the 1 of `1.`. */
function* claimItemNumbers({ seeds: { plan }, documents }: Reading): Generator<Claim, void, undefined> {
  const document = documents.get(plan.document);
  for (const { number } of plan.items) {
    const passage = document?.passages.get(`第${number}项`);
    if (!passage) continue;
    const start = passage.start - `${number}.`.length;
    const numeral = { digits: String(number), start, end: passage.start - 1 };
    yield { document: plan.document, numeral, by: `item ${number}`, as: 'structure' };
  }
}

function* claimExclusion(
  { documents }: Reading,
  exclusion: SeedExclusion,
): Generator<Finding, void, undefined> {
  const name = `exclusions.json 「${exclusion.context}」`;
  const document = documents.get(exclusion.document);
  if (!document) return yield `${name}: there is no document "${exclusion.document}"`;
  for (const problem of checkFields(exclusion, ['document', 'context', 'numeral', 'reason'])) {
    yield `${name}: ${problem}`;
  }
  if (exclusion.reason.trim() === '') yield `${name}: gives no reason`;
  const starts = occurrences(document.text, exclusion.context);
  const [start] = starts;
  if (start === undefined) return yield `${name}: does not occur in ${document.id}`;
  if (starts.length > 1)
    return yield `${name}: occurs ${starts.length} times in ${document.id}; make it longer`;
  const numerals = numeralsIn(document.text).filter(
    (numeral) =>
      numeral.start >= start &&
      numeral.end <= start + exclusion.context.length &&
      numeral.digits === exclusion.numeral,
  );
  const [numeral] = numerals;
  if (!numeral) return yield `${name}: holds no numeral ${exclusion.numeral}`;
  if (numerals.length > 1) return yield `${name}: holds ${exclusion.numeral} more than once; make it shorter`;
  if (numeral.start < document.body.start || numeral.end > document.body.end) {
    return yield `${name}: covers nothing of the body`;
  }
  yield { document: exclusion.document, numeral, by: name, as: 'exclusions' };
}
