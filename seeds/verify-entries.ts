import { departmentCodes } from '../schema/departments';
import type { SeedPlaceMention } from './format';
import { mentionsOfPlace } from './verify-places';
import { verifyQuantity } from './verify-quantity';
import {
  checkCitations,
  checkFields,
  checkShape,
  checkVerbatim,
  duplicates,
  type Entry,
  type Problems,
  readEntries,
  type Reading,
  type ResultEntry,
} from './verify-reading';
import { isNumbered, verifyTarget } from './verify-target';

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
  yield* checkVerbatim(entry, `evidence of ${mention.place}`, mention.evidence);
}

function* verifyResult({ department, statement: result }: ResultEntry): Problems {
  if (result.year !== 2022) yield 'a result is of the year 2022';
  const prefix = `${department}:2022.${result.section}.`;
  if (!isNumbered(result.id, prefix)) yield `the id must be "${prefix}" and a number`;
  const place = `第一部分（${' 一二三四五'[result.section] ?? '?'}）`;
  const [locator] = result.citations.map((citation) => citation.locator);
  if (!locator?.startsWith(place)) yield `the first citation must be from ${place}, but is from ${locator}`;
}
