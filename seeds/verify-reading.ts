import type { DocumentId, SeedCitation, SeedPlace, SeedResult, SeedTarget } from './format';
import type { Seeds } from './load';
import { type DocumentText, locateQuote, readDocuments, type Span } from './verify-text';

/** Yields one message per problem. */
export type Problems = Generator<string, void, undefined>;

export interface TargetEntry {
  type: 'target';
  department: string;
  /** Begins the messages about this entry: `economy/targets.json economy:2.1`. */
  name: string;
  statement: SeedTarget;
}

export interface ResultEntry {
  type: 'result';
  department: string;
  name: string;
  statement: SeedResult;
}

export type Entry = TargetEntry | ResultEntry;

const STATEMENT_FIELDS = ['id', 'title', 'year', 'text', 'citations'];
const TARGET_FIELDS = [...STATEMENT_FIELDS, 'kind'];
const TARGET_OPTIONS = [
  'quantity',
  'item',
  'section',
  'places',
  'everyTown',
  'baseline',
  'related',
  'details',
];
const RESULT_FIELDS = [...STATEMENT_FIELDS, 'section', 'quantity', 'cumulative'];
const RESULT_OPTIONS = ['yearOnYear', 'places'];

/** The seeds, the documents as parsed text, and indexes by id. */
export interface Reading {
  seeds: Seeds;
  documents: ReadonlyMap<DocumentId, DocumentText>;
  /** By department, targets before results, in file order. Without entries of a wrong shape, which are reported apart. */
  entries: readonly Entry[];
  entryById: ReadonlyMap<string, Entry>;
  placeById: ReadonlyMap<string, SeedPlace>;
}

export interface LocatedCitation {
  citation: SeedCitation;
  span: Span;
}

export function read(seeds: Seeds): Reading {
  const entries = readEntries(seeds).filter((entry) => [...checkShape(entry)].length === 0);
  return {
    seeds,
    documents: readDocuments(seeds),
    entries,
    entryById: new Map(entries.map((entry) => [entry.statement.id, entry])),
    placeById: new Map(seeds.places.map((place) => [place.id, place])),
  };
}

/** Every row of the departments' files, whatever its shape. */
export function readEntries({ departments }: Seeds): Entry[] {
  return departments.flatMap(({ code, targets = [], results = [] }): Entry[] => [
    ...targets.map((statement) => ({
      type: 'target' as const,
      department: code,
      name: `${code}/targets.json ${statement.id}`,
      statement,
    })),
    ...results.map((statement) => ({
      type: 'result' as const,
      department: code,
      name: `${code}/results.json ${statement.id}`,
      statement,
    })),
  ]);
}

/** Problems of an entry's fields: required ones that are missing, and unknown ones. */
export function checkShape(entry: Entry): Problems {
  return entry.type === 'target'
    ? checkFields(entry.statement, TARGET_FIELDS, TARGET_OPTIONS)
    : checkFields(entry.statement, RESULT_FIELDS, RESULT_OPTIONS);
}

/** The citations whose quotes are found, with their place. The others are left out; `checkCitations` reports them. */
export function locateAll(reading: Reading, citations: readonly SeedCitation[]): LocatedCitation[] {
  return citations.flatMap((citation) => {
    const span = locateQuote(reading.documents, citation);
    return typeof span === 'string' ? [] : [{ citation, span }];
  });
}

/** Problems of citations: wrong fields, or a quote that is not where its locator points. */
export function* checkCitations(reading: Reading, citations: readonly SeedCitation[]): Problems {
  for (const citation of citations) {
    yield* checkFields(citation, ['document', 'locator', 'quote']);
    const found = locateQuote(reading.documents, citation);
    if (typeof found === 'string') yield found;
  }
}

/** Yields a problem when the words are empty, or stand neither in the text of the entry nor in one of its quotes. */
export function* checkVerbatim({ statement }: Entry, field: string, words: string): Problems {
  const printed = [statement.text, ...statement.citations.map(({ quote }) => quote)];
  if (words === '' || !printed.some((text) => text.includes(words))) {
    yield `${field} is not verbatim in its text or quotes: 「${words}」`;
  }
}

/** Missing and unknown fields. An unknown one is a problem because a misspelt field would be ignored silently. */
export function* checkFields(
  row: object,
  required: readonly string[],
  optional: readonly string[] = [],
): Problems {
  for (const field of required) if (!(field in row)) yield `lacks the field "${field}"`;
  for (const field of Object.keys(row)) {
    if (!required.includes(field) && !optional.includes(field)) yield `has an unknown field "${field}"`;
  }
}

/** `["a", "b", "a", "a"]` → `["a"]`. */
export function duplicates(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
