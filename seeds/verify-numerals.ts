import type { SeedExclusion, SeedPlace } from './format';
import { figuresOf } from './verify-figures';
import { mentionsOfPlace } from './verify-places';
import { checkFields, type Entry, locateAll, type Problems, type Reading } from './verify-reading';
import { type DocumentText, type Numeral, numeralsIn, occurrences, type Span } from './verify-text';

/** One numeral of a document, accounted for by one entry, place, item or exclusion (`by`). */
interface Claim {
  document: string;
  numeral: Numeral;
  by: string;
  as: 'figures' | 'names' | 'structure' | 'exclusions';
}

export interface NumeralCounts {
  figures: number;
  names: number;
  structure: number;
  exclusions: number;
}

/** A string is a problem. */
type Finding = Claim | string;

/**
 * Accounts for every occurrence of a numeral in the documents' bodies. It is the figure of an entry whose quote
 * covers it, or part of a place's name, or the number of an item, or `exclusions.json` gives a reason. A numeral that
 * merely lies inside a quote is a problem.
 */
export function verifyNumerals(reading: Reading): { problems: string[]; counts: NumeralCounts } {
  const found: Finding[] = [
    ...reading.entries.flatMap((entry) => [...claimEntry(reading, entry)]),
    ...claimNames(reading),
    ...claimItemNumbers(reading),
    ...reading.seeds.exclusions.flatMap((exclusion) => [...claimExclusion(reading, exclusion)]),
  ];
  const problems = found.filter((finding) => typeof finding === 'string');
  const claims = new Map<string, Claim[]>();
  for (const finding of found) {
    if (typeof finding === 'string') continue;
    const key = `${finding.document}@${finding.numeral.start}`;
    claims.set(key, [...(claims.get(key) ?? []), finding]);
  }
  const counts: NumeralCounts = { figures: 0, names: 0, structure: 0, exclusions: 0 };
  for (const document of reading.documents.values()) {
    for (const numeral of numeralsIn(bodyOf(document), document.body.start)) {
      const own = claims.get(`${document.id}@${numeral.start}`) ?? [];
      problems.push(...judge(document, numeral, own));
      const [first] = own;
      if (first) counts[first.as] += 1;
    }
  }
  return { problems, counts };
}

function bodyOf({ text, body }: DocumentText): string {
  return text.slice(body.start, body.end);
}

/** A numeral is the figure of one entry. Only after 各 may several entries have it: 开工、竣工各100万平方米. */
function* judge(document: DocumentText, numeral: Numeral, claims: readonly Claim[]): Problems {
  const at = `${document.id}: the numeral ${numeral.digits} at ${numeral.start} (${around(document.text, numeral)})`;
  if (claims.length === 0) yield `${at} is in no entry, no place's name and no exclusion`;
  const figures = claims.filter((claim) => claim.as === 'figures').map(({ by }) => by);
  if (figures.length > 1 && !/各\s*$/.test(document.text.slice(0, numeral.start))) {
    yield `${at} is claimed by more than one entry: ${figures.join(', ')}`;
  }
  const exclusions = claims.filter((claim) => claim.as === 'exclusions');
  if (exclusions.length > 0 && exclusions.length < claims.length) {
    const others = claims.filter((claim) => claim.as !== 'exclusions').map(({ by }) => by);
    yield `${at} is excluded, although it is accounted for by ${others.join(', ')}`;
  }
  if (exclusions.length > 1) yield `${at} is excluded more than once`;
}

function around(text: string, { start, end }: Span): string {
  return `…${text.slice(Math.max(0, start - 12), start)}【${text.slice(start, end)}】${text.slice(end, end + 10)}…`;
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
