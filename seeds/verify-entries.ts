import { departmentCodes } from '../schema/departments';
import { tradeFields } from '../schema/trade-fields';
import type { Comparator, Measure, SeedPlaceMention, SeedTarget, TargetKind } from './format';
import { mentionsOfPlace } from './verify-places';
import {
  checkCitations,
  checkFields,
  checkShape,
  duplicates,
  type Entry,
  type Problems,
  readEntries,
  type Reading,
  type ResultEntry,
  type TargetEntry,
} from './verify-reading';
import { numeralsIn } from './verify-text';

const TARGET_KINDS: Record<TargetKind, true> = {
  FIGURE: true,
  COVERAGE: true,
  TREND: true,
  MILESTONE: true,
  UNDERTAKING: true,
};
const MEASURES: Record<Measure, true> = { AMOUNT: true, GROWTH: true, LEVEL: true };

/** Targets and results: texts, quantities and evidence are printed in the quotes, and every id that is referred to exists. */
export function* verifyEntries(reading: Reading): Problems {
  for (const { code, targets, results } of reading.seeds.departments) {
    if (!departmentCodes.includes(code)) yield `${code} is no department of schema/departments.json`;
    if (!targets) yield `${code} has no targets.json`;
    if (!results) yield `${code} has no results.json`;
    for (const id of duplicates([...(targets ?? []), ...(results ?? [])].map((statement) => statement.id))) {
      yield `${code} ${id}: the id occurs more than once`;
    }
    yield* verifyNumbering(code, targets ?? [], 'targets.json');
    yield* verifyNumbering(code, results ?? [], 'results.json');
  }
  for (const entry of readEntries(reading.seeds)) {
    for (const problem of checkShape(entry)) yield `${entry.name}: ${problem}`;
  }
  for (const entry of reading.entries) {
    for (const problem of verifyEntry(reading, entry)) yield `${entry.name}: ${problem}`;
  }
}

/** Within an item or a section, ids are numbered 1, 2, 3 … in file order. */
function* verifyNumbering(code: string, rows: readonly { id: string }[], file: string): Problems {
  const last = new Map<string, number>();
  for (const { id } of rows) {
    const [, group = '', number = ''] = /^(.*)\.(\d+)$/.exec(id) ?? [];
    const expected = (last.get(group) ?? 0) + 1;
    if (group !== '' && Number(number) !== expected) {
      yield `${code}/${file} ${id}: out of order, "${group}.${expected}" must come first`;
    }
    last.set(group, Number(number));
  }
}

function* verifyEntry(reading: Reading, entry: Entry): Problems {
  const { statement } = entry;
  const quotes = statement.citations.map(({ quote }) => quote);
  if (statement.citations.length === 0) yield 'has no citation';
  yield* checkCitations(reading, statement.citations);
  if (!quotes.some((quote) => quote.includes(statement.text))) {
    yield `text is in none of its quotes: 「${statement.text}」`;
  }
  if (statement.title.trim() === '') yield 'has no title';
  for (const mention of statement.places ?? []) yield* verifyMention(reading, entry, mention);
  if (statement.quantity) yield* verifyQuantity(statement.quantity, statement.text);
  if (entry.type === 'target') yield* verifyTarget(reading, entry);
  else yield* verifyResult(entry);
}

function* verifyMention({ placeById }: Reading, entry: Entry, mention: SeedPlaceMention): Problems {
  yield* checkFields(mention, ['place', 'evidence']);
  const place = placeById.get(mention.place);
  if (!place) yield `names "${mention.place}", which is not in the gazetteer`;
  else if (mentionsOfPlace(place, mention.evidence).length === 0) {
    yield `evidence does not name ${place.name}: 「${mention.evidence}」`;
  }
  yield* verifyVerbatim(entry, `evidence of ${mention.place}`, mention.evidence);
}

function* verifyVerbatim({ statement }: Entry, field: string, words: string): Problems {
  const printed = [statement.text, ...statement.citations.map(({ quote }) => quote)];
  if (words === '' || !printed.some((text) => text.includes(words))) {
    yield `${field} is not verbatim in its text or quotes: 「${words}」`;
  }
}

function* verifyQuantity(quantity: NonNullable<Entry['statement']['quantity']>, text: string): Problems {
  yield* checkFields(quantity, ['value', 'unit', 'text', 'comparator', 'measure']);
  if (!text.includes(quantity.text)) yield `quantity "${quantity.text}" is not in the text 「${text}」`;
  if (!holdsValue(quantity.text, quantity.value)) {
    yield `quantity "${quantity.text}" does not print the value ${quantity.value}`;
  }
  if (!withoutQualifiers(quantity.text).includes(quantity.unit.replace(/\s/g, '')) || quantity.unit === '') {
    yield `quantity "${quantity.text}" does not print the unit "${quantity.unit}"`;
  }
  const comparator = printedComparator(quantity.text);
  if (quantity.comparator !== comparator) {
    yield `quantity "${quantity.text}" reads ${comparator}, not ${quantity.comparator}`;
  }
  if (!(quantity.measure in MEASURES)) yield `there is no measure "${quantity.measure}"`;
  if (quantity.measure === 'GROWTH' && !quantity.unit.includes('%')) {
    yield `growth must be in %, but is in "${quantity.unit}"`;
  }
}

/** True when the text prints the value in Arabic digits, as a written number (两个 is 2) or as a fraction (四分之一 is 0.25). */
function holdsValue(text: string, value: number): boolean {
  if (numeralsIn(text).some(({ digits }) => Number(digits) === value)) return true;
  const [, denominator, numerator] = /([二三四五六七八九十])分之([一二三四五六七八九])/.exec(text) ?? [];
  if (denominator && numerator) return writtenOut(numerator) / writtenOut(denominator) === value;
  return [...text].some((character) => writtenOut(character) === value);
}

/** 一 … 十 → 1 … 10, 两 → 2; NaN for any other character. */
function writtenOut(character: string): number {
  const index = '一二三四五六七八九十'.indexOf(character === '两' ? '二' : character);
  return index === -1 ? NaN : index + 1;
}

/** `2 万余件` → `2万件`, so that the unit 万件 is found in it. */
export function withoutQualifiers(text: string): string {
  return text.replace(/[\s余多]/g, '');
}

function printedComparator(text: string): Comparator {
  if (/以上|超|不少于|不低于/.test(text)) return 'AT_LEAST';
  return /左右|余|多|近|约/.test(text) ? 'ABOUT' : 'EXACTLY';
}

function* verifyTarget(reading: Reading, entry: TargetEntry): Problems {
  const { statement: target } = entry;
  if (!(target.kind in TARGET_KINDS)) yield `there is no kind of target "${target.kind}"`;
  if (target.year !== 2023) yield 'a target is of the year 2023';
  if ((target.kind === 'FIGURE') !== (target.quantity !== undefined)) {
    yield 'has a quantity exactly when its kind is FIGURE, but this does not';
  }
  yield* verifyOrigin(reading, entry);
  if (target.everyTown !== undefined) yield* verifyVerbatim(entry, 'everyTown', target.everyTown);
  if (target.baseline !== undefined) yield* verifyBaseline(reading, entry, target.baseline);
  for (const relation of target.related ?? []) {
    yield* checkFields(relation, ['id', 'note']);
    const { id, note } = relation;
    if (!reading.entryById.has(id)) yield `is related to "${id}", which does not exist`;
    if (id === target.id) yield 'is related to itself';
    if (note.trim() === '') yield `does not say how "${id}" differs`;
  }
  if (target.details) yield* verifyDetails(entry, target.details);
}

/**
 * A target comes from an item of its department, or from a section of the government report's part two. Its id and
 * its citations name the same item or section.
 */
function* verifyOrigin({ seeds: { plan } }: Reading, entry: TargetEntry): Problems {
  const { item: number, section, id, citations } = entry.statement;
  if ((number === undefined) === (section === undefined))
    return yield 'must have either an item or a section';
  const prefix = `${entry.department}:${number === undefined ? `r${section}` : number}.`;
  if (!isNumbered(id, prefix)) yield `the id must be "${prefix}" and a number`;
  const [locator] = citations.map((citation) => citation.locator);
  if (number === undefined) {
    const place = section === 0 ? '第二部分引言' : `第二部分（${' 一二三四五六七'[section ?? 0] ?? '?'}）`;
    if (!locator?.startsWith(place)) yield `the first citation must be from ${place}, but is from ${locator}`;
    if (citations.some(({ document }) => document === plan.document))
      yield 'has a section, yet cites the plan';
    return;
  }
  const item = plan.items.find((candidate) => candidate.number === number);
  if (!item) yield `there is no item ${number}`;
  else if (item.department !== entry.department) yield `item ${number} belongs to ${item.department}`;
  if (locator !== `第${number}项`)
    yield `the first citation must be from 第${number}项, but is from ${locator}`;
}

function isNumbered(id: string, prefix: string): boolean {
  return id.startsWith(prefix) && /^[1-9]\d*$/.test(id.slice(prefix.length));
}

/** A baseline is a 2022 result of the same department in the same unit; growth compares with growth only. */
function* verifyBaseline({ entryById }: Reading, entry: TargetEntry, id: string): Problems {
  const baseline = entryById.get(id);
  if (baseline?.type !== 'result') return yield `the baseline "${id}" is no result`;
  if (baseline.department !== entry.department) yield `the baseline "${id}" is ${baseline.department}'s`;
  const { quantity } = entry.statement;
  if (!quantity) return;
  const { quantity: before, yearOnYear } = baseline.statement;
  if (quantity.measure === 'GROWTH') {
    if (before.measure !== 'GROWTH' && yearOnYear === undefined) yield `the baseline "${id}" gives no growth`;
  } else if (before.measure === 'GROWTH' || before.unit !== quantity.unit) {
    yield `the baseline "${id}" is in ${before.unit}, the target in ${quantity.unit}`;
  }
}

function* verifyDetails(entry: TargetEntry, details: NonNullable<SeedTarget['details']>): Problems {
  const fields = departmentCodes.includes(entry.department) ? tradeFields(entry.department) : [];
  for (const [name, value] of Object.entries(details)) {
    const field = fields.find((each) => each.name === name);
    if (!field) yield `the detail "${name}" is not of the trade of ${entry.department}`;
    else if (!field.values) yield* verifyVerbatim(entry, `the detail "${name}"`, value);
    else if (!field.values.includes(value)) yield `there is no ${name} "${value}"`;
  }
}

function* verifyResult({ department, statement: result }: ResultEntry): Problems {
  if (result.year !== 2022) yield 'a result is of the year 2022';
  const prefix = `${department}:2022.${result.section}.`;
  if (!isNumbered(result.id, prefix)) yield `the id must be "${prefix}" and a number`;
  const place = `第一部分（${' 一二三四五'[result.section] ?? '?'}）`;
  const [locator] = result.citations.map((citation) => citation.locator);
  if (!locator?.startsWith(place)) yield `the first citation must be from ${place}, but is from ${locator}`;
}
