import { withoutQualifiers } from './verify-quantity';
import { type Entry, type LocatedCitation, locateAll, type Reading } from './verify-reading';
import { fold, type Numeral, numeralsIn, occurrences, type Span } from './verify-text';

export interface Figure {
  document: string;
  numeral: Numeral;
}

/**
 * The places where an entry's figure is printed: its quantity in each quote, and the 同比 beside it. A string is a
 * problem.
 */
export function* figuresOf(reading: Reading, entry: Entry): Generator<Figure | string, void, undefined> {
  const { statement } = entry;
  const located = locateAll(reading, statement.citations);
  const own = located.find(({ citation }) => citation.quote.includes(statement.text));
  if (!own || !statement.quantity) return;
  const figure = figureInText(own, entry);
  if (typeof figure === 'string') return yield figure;
  if (!figure) return;
  for (const each of located) {
    const numeral = each === own ? figure : figureLike(reading, own, figure, each, statement.quantity.unit);
    if (typeof numeral === 'string') yield numeral;
    else if (numeral) yield { document: each.citation.document, numeral };
  }
  if (entry.type !== 'result' || entry.statement.yearOnYear === undefined) return;
  const rate = rateBeside(own, figure, entry.statement.yearOnYear);
  if (rate) yield { document: own.citation.document, numeral: rate };
  else yield `no 同比 ${entry.statement.yearOnYear}% is printed beside the amount`;
}

/**
 * The numeral of the quantity where the quote holds the entry's text, and the text the quantity's words. Undefined
 * when the number is written out (两个); a string is a problem.
 */
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
 * The same figure in another quote, which may word it differently: of the numerals with its value and unit, the one
 * with the most similar characters around it. Undefined when the quote does not print the figure; a string is a
 * problem.
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
  return best && shift(best.numeral, span.start);
}

function hasUnit(following: string, unit: string): boolean {
  return withoutQualifiers(fold(following)).startsWith(withoutQualifiers(fold(unit)));
}

/** Counts how many characters directly before and after a numeral equal those around the numeral of the model. */
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

/** `收入 279.42 亿元，同比增长 0.34%` → the numeral 0.34. Undefined unless 同比 and the rate follow in the same sentence. */
function rateBeside({ citation, span }: LocatedCitation, figure: Numeral, rate: number): Numeral | undefined {
  const { quote } = citation;
  const from = figure.end - span.start;
  const found = numeralsIn(quote.slice(from), from).find(({ digits, start, end }) => {
    const between = quote.slice(from, start);
    const sign = between.includes('下降') ? -1 : 1;
    const isBeside = between.includes('同比') && !/[。；]/.test(between);
    return isBeside && Number(digits) * sign === rate && quote.slice(end).trimStart().startsWith('%');
  });
  return found && shift(found, span.start);
}

function shift(numeral: Numeral, by: number): Numeral {
  return { ...numeral, start: numeral.start + by, end: numeral.end + by };
}
