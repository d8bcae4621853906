import type { SeedExclusion } from './format';
import { withoutQualifiers } from './verify-entries';
import { mentionsOfPlace } from './verify-places';
import { type Entry, type LocatedCitation, locateAll, type Problems, type Reading } from './verify-reading';
import { type DocumentText, fold, type Numeral, numeralsIn, occurrences, type Span } from './verify-text';

/** A numeral at its place in a document, and who accounts for it. */
interface Claim {
  document: string;
  numeral: Numeral;
  by: string;
  as: 'figure' | 'name' | 'structure' | 'exclusion';
}

export interface NumeralCounts {
  covered: number;
  excluded: number;
}

/** A claim, or a problem in words. */
type Finding = Claim | string;

/**
 * Every numeral of the documents' bodies, occurrence by occurrence, is accounted for: it is the figure of an entry
 * whose quote covers it, it stands in the name of a place, it numbers an item of the plan, or it is excluded with
 * a reason. Lying inside a quote is not enough.
 */
export function verifyNumerals(reading: Reading): { problems: string[]; counts: NumeralCounts } {
  const found: Finding[] = [
    ...reading.entries.flatMap((entry) => [...claimFigures(reading, entry)]),
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
  const counts = { covered: 0, excluded: 0 };
  for (const document of reading.documents.values()) {
    for (const numeral of numeralsIn(bodyOf(document), document.body.start)) {
      const own = claims.get(`${document.id}@${numeral.start}`) ?? [];
      problems.push(...judge(document, numeral, own));
      if (own.some((claim) => claim.as === 'figure' || claim.as === 'name')) counts.covered += 1;
      else if (own.length > 0) counts.excluded += 1;
    }
  }
  return { problems, counts };
}

function bodyOf({ text, body }: DocumentText): string {
  return text.slice(body.start, body.end);
}

/** One meaning, one entry; only 各 gives one numeral to several: 开工、竣工各100万平方米. */
function* judge(document: DocumentText, numeral: Numeral, claims: readonly Claim[]): Problems {
  const at = `${document.id}: the numeral ${numeral.digits} at ${numeral.start} (${around(document.text, numeral)})`;
  if (claims.length === 0) yield `${at} is in no entry, no place's name and no exclusion`;
  const figures = claims.filter((claim) => claim.as === 'figure').map(({ by }) => by);
  if (figures.length > 1 && !/各\s*$/.test(document.text.slice(0, numeral.start))) {
    yield `${at} is claimed by more than one entry: ${figures.join(', ')}`;
  }
  const exclusions = claims.filter((claim) => claim.as === 'exclusion');
  if (exclusions.length > 0 && exclusions.length < claims.length) {
    const others = claims.filter((claim) => claim.as !== 'exclusion').map(({ by }) => by);
    yield `${at} is excluded, although it is accounted for by ${others.join(', ')}`;
  }
  if (exclusions.length > 1) yield `${at} is excluded more than once`;
}

function around(text: string, { start, end }: Span): string {
  return `…${text.slice(Math.max(0, start - 12), start)}【${text.slice(start, end)}】${text.slice(end, end + 10)}…`;
}

/** The numerals that are an entry's own: its quantity in each quote, the 同比 beside it, the names of its places. */
function* claimFigures(reading: Reading, entry: Entry): Generator<Finding, void, undefined> {
  const { statement } = entry;
  const located = locateAll(reading, statement.citations);
  const claim = ({ citation }: LocatedCitation, numeral: Numeral, as: Claim['as']): Claim => ({
    document: citation.document,
    numeral,
    by: entry.name,
    as,
  });
  for (const mention of statement.places ?? []) {
    const place = reading.placeById.get(mention.place);
    for (const each of located) {
      for (const start of place ? occurrences(each.citation.quote, mention.evidence) : []) {
        const numerals = place ? numeralsOfName(place, mention.evidence, each.span.start + start) : [];
        for (const numeral of numerals) yield claim(each, numeral, 'name');
      }
    }
  }
  const own = located.find(({ citation }) => citation.quote.includes(statement.text));
  if (!own || !statement.quantity) return;
  const figure = figureInText(own, entry);
  if (typeof figure === 'string') return yield `${entry.name}: ${figure}`;
  if (!figure) return;
  for (const each of located) {
    const numeral = each === own ? figure : figureLike(reading, own, figure, each, statement.quantity.unit);
    if (typeof numeral === 'string') yield `${entry.name}: ${numeral}`;
    else if (numeral) yield claim(each, numeral, 'figure');
  }
  if (entry.type === 'result' && entry.statement.yearOnYear !== undefined) {
    const rate = rateBeside(own, figure, entry.statement.yearOnYear);
    if (rate) yield claim(own, rate, 'figure');
    else yield `${entry.name}: no 同比 ${entry.statement.yearOnYear}% is printed beside the amount`;
  }
}

/** The numeral of the quantity, within the quantity's words, within the text, within the quote. */
function figureInText(
  { citation, span }: LocatedCitation,
  { statement }: Entry,
): Numeral | string | undefined {
  const { text, quantity } = statement;
  if (!quantity) return undefined;
  const textStarts = occurrences(citation.quote, text);
  if (textStarts.length > 1) return `the text stands ${textStarts.length} times in its quote; make it longer`;
  const textStart = span.start + (textStarts[0] ?? 0);
  const words = occurrences(text, quantity.text).map((start) => ({
    start: textStart + start,
    end: textStart + start + quantity.text.length,
  }));
  const numerals = numeralsIn(text, textStart).filter(
    ({ digits, start, end }) =>
      Number(digits) === quantity.value && words.some((word) => word.start <= start && end <= word.end),
  );
  if (numerals.length > 1)
    return `"${quantity.text}" stands ${numerals.length} times in the text; make it longer`;
  return numerals[0];
}

/**
 * The same figure in another quote, which may word it differently: the numeral of the same value and unit whose
 * neighbourhood is most like the first one's. None: that quote gives no figure.
 */
function figureLike(
  { documents }: Reading,
  own: LocatedCitation,
  figure: Numeral,
  { citation, span }: LocatedCitation,
  unit: string,
): Numeral | string | undefined {
  const model = documents.get(own.citation.document)?.text.slice(own.span.start, own.span.end) ?? '';
  const likeness = rank(model, { start: figure.start - own.span.start, end: figure.end - own.span.start });
  const { quote } = citation;
  const candidates = numeralsIn(quote)
    .filter(({ digits, end }) => Number(digits) === Number(figure.digits) && hasUnit(quote.slice(end), unit))
    .map((numeral) => ({ numeral, score: likeness(quote, numeral) }))
    .sort((left, right) => right.score - left.score);
  const [best, second] = candidates;
  if (best && second && best.score === second.score) {
    return `cannot tell which ${figure.digits} of this quote is its figure: 「${quote}」`;
  }
  return (
    best && { ...best.numeral, start: best.numeral.start + span.start, end: best.numeral.end + span.start }
  );
}

function hasUnit(following: string, unit: string): boolean {
  return withoutQualifiers(fold(following)).startsWith(withoutQualifiers(fold(unit)));
}

/** How many characters before and after a numeral agree with the model's. */
function rank(model: string, { start, end }: Span): (text: string, numeral: Span) => number {
  const before = [...fold(model.slice(0, start))].reverse();
  const after = [...fold(model.slice(end))];
  return (text, numeral) =>
    agreement(before, [...fold(text.slice(0, numeral.start))].reverse()) +
    agreement(after, [...fold(text.slice(numeral.end))]);
}

function agreement(left: readonly string[], right: readonly string[]): number {
  const end = left.findIndex((character, index) => character !== right[index]);
  return end === -1 ? left.length : end;
}

/** The rate that the quote prints with 同比 after the amount, in the same sentence. */
function rateBeside({ citation, span }: LocatedCitation, figure: Numeral, rate: number): Numeral | undefined {
  const { quote } = citation;
  const from = figure.end - span.start;
  return numeralsIn(quote.slice(from), from)
    .filter(({ digits, start, end }) => {
      const between = quote.slice(from, start);
      const sign = between.includes('下降') ? -1 : 1;
      const isBeside = between.includes('同比') && !/[。；]/.test(between);
      return isBeside && Number(digits) * sign === rate && quote.slice(end).trimStart().startsWith('%');
    })
    .map((numeral) => ({ ...numeral, start: numeral.start + span.start, end: numeral.end + span.start }))[0];
}

/** The numerals in names of places, where the gazetteer cites them. */
function* claimNames(reading: Reading): Generator<Claim, void, undefined> {
  for (const place of reading.seeds.places) {
    for (const { citation, span } of locateAll(reading, place.citations)) {
      for (const numeral of numeralsOfName(place, citation.quote, span.start)) {
        yield { document: citation.document, numeral, by: place.id, as: 'name' };
      }
    }
  }
}

function numeralsOfName(
  place: Parameters<typeof mentionsOfPlace>[0],
  text: string,
  offset: number,
): Numeral[] {
  const own = new Set(
    numeralsIn([place.name, ...(place.aliases ?? [])].join(' ')).map(({ digits }) => digits),
  );
  if (own.size === 0) return [];
  return mentionsOfPlace(place, text).flatMap(({ start, end }) =>
    numeralsIn(text.slice(start, end), offset + start).filter(({ digits }) => own.has(digits)),
  );
}

/** `1.`: structure, not a figure. */
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
  yield { document: exclusion.document, numeral, by: name, as: 'exclusion' };
}
