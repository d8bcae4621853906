import type { DocumentId, SeedCitation, SeedPlan } from './format';
import type { Seeds } from './load';

/** A range of a document's normalised text, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A run of Arabic digits at its place. `18-01` is two numerals, `6.0` is one. */
export interface Numeral extends Span {
  digits: string;
}

export interface DocumentText {
  id: DocumentId;
  /** The normalised text; all spans refer to it. */
  text: string;
  /** The part in which every numeral must be accounted for. */
  body: Span;
  /** The span of each locator: `第20项`, `第二部分（五）第3段`. */
  passages: ReadonlyMap<string, Span>;
}

const CHINESE_NUMBERS = ['一', '二', '三', '四', '五', '六', '七'] as const;

/** Drops `**` marks and line ends (page breaks). A quote is verbatim when the normalised text contains it. */
export function normalise(raw: string): string {
  return raw.replace(/\*\*|[\r\n\f]/g, '');
}

/** Drops spaces and narrows punctuation, which the two documents print differently: for searching, not for quoting. */
export function fold(text: string): string {
  return text.replace(/\s/g, '').replace(/（/g, '(').replace(/）/g, ')').replace(/，/g, ',');
}

export function numeralsIn(text: string, offset = 0): Numeral[] {
  return [...text.matchAll(/\d+(?:\.\d+)?/g)].map((match) => {
    const start = offset + match.index;
    return { digits: match[0], start, end: start + match[0].length };
  });
}

/** The offset of every occurrence of `part`, overlapping ones too. None for an empty `part`. */
export function occurrences(text: string, part: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(part); at !== -1 && part !== ''; at = text.indexOf(part, at + 1))
    starts.push(at);
  return starts;
}

/** The place of a citation's quote in its document; a string is a problem. */
export function locateQuote(
  documents: ReadonlyMap<DocumentId, DocumentText>,
  citation: SeedCitation,
): Span | string {
  const document = documents.get(citation.document);
  if (!document) return `cites an unknown document "${citation.document}"`;
  const { quote, locator } = citation;
  const starts = occurrences(document.text, quote);
  if (starts.length === 0) return `quote is not verbatim in ${document.id}: 「${quote}」`;
  const passage = document.passages.get(locator);
  if (!passage) return `locator "${locator}" points nowhere in ${document.id}`;
  const inside = starts.filter((start) => start >= passage.start && start + quote.length <= passage.end);
  const [start] = inside;
  if (start === undefined) return `quote is not in ${locator} of ${document.id}: 「${quote}」`;
  if (inside.length > 1) return `quote occurs ${inside.length} times in ${locator}: 「${quote}」`;
  return { start, end: start + quote.length };
}

/** Parses the documents that exist. A missing one is reported by `locateQuote`, for each citation of it. */
export function readDocuments({ texts, plan }: Seeds): Map<DocumentId, DocumentText> {
  const documents = new Map<DocumentId, DocumentText>();
  for (const [id, raw] of Object.entries(texts) as [DocumentId, string][]) {
    documents.set(id, id === plan.document ? readPlan(id, raw, plan) : readReport(id, raw));
  }
  return documents;
}

/**
 * The plan's body begins at its title, after the notice that distributes it, and ends with the last item; leftovers of
 * the web page follow. Passages are the items (`第20项`) and the notice (`印发通知`).
 */
function readPlan(id: DocumentId, raw: string, plan: SeedPlan): DocumentText {
  const text = normalise(raw);
  const passages = new Map<string, Span>();
  for (const item of plan.items) {
    const start = text.indexOf(`${item.number}.${item.text}`) + `${item.number}.`.length;
    if (text.includes(`${item.number}.${item.text}`)) {
      passages.set(`第${item.number}项`, { start, end: start + item.text.length });
    }
  }
  const ends = [...passages.values()].map(({ end }) => end);
  const firstChapter = text.indexOf(chapterHeading(1));
  const start = text.lastIndexOf(plan.title, firstChapter === -1 ? undefined : firstChapter);
  passages.set('印发通知', { start: 0, end: start });
  return { id, text, body: { start, end: Math.max(start, ...ends) }, passages };
}

/** `1` → `一、`, which precedes a chapter's title. */
export function chapterHeading(number: number): string {
  return `${CHINESE_NUMBERS[number - 1] ?? '?'}、`;
}

/**
 * The government report's body is the whole text. Passages are `题头`, sections (`第一部分（三）`) and their paragraphs
 * (`第一部分（三）第2段`, `第二部分引言第2段`). Two traits of the text complicate this: a page break may fall inside a
 * paragraph, and part two prints the heading of section （一） on one line with its first paragraph.
 */
function readReport(id: DocumentId, raw: string): DocumentText {
  const passages = new Map<string, Span>();
  let part = '';
  let scope = '题头';
  let paragraph = 0;
  let isFinished = true;
  for (const { line, ...span } of linesOf(raw)) {
    const heading = headingOf(line);
    if (heading) {
      part = heading.part ?? part;
      scope = heading.section ? `${part}（${heading.section}）` : `${part}引言`;
      paragraph = 0;
    }
    const isHeadingAlone = heading !== undefined && !line.includes('。');
    if (isFinished && !isHeadingAlone) paragraph += 1;
    isFinished = isHeadingAlone || /[。！：]$/.test(line);
    for (const locator of isHeadingAlone ? [scope] : [scope, `${scope}第${paragraph}段`]) {
      passages.set(locator, { start: passages.get(locator)?.start ?? span.start, end: span.end });
    }
  }
  const text = normalise(raw);
  return { id, text, body: { start: 0, end: text.length }, passages };
}

/** The document's non-empty lines, normalised, each with its place in the normalised text. */
function linesOf(raw: string): (Span & { line: string })[] {
  let end = 0;
  return raw
    .split(/[\r\n\f]+/)
    .map(normalise)
    .map((line) => ({ line, start: end, end: (end += line.length) }))
    .filter(({ line }) => line !== '');
}

/** `二、2023 年主要任务` → part 第二部分; `（三）坚持绿色发展` → section 三; undefined for any other line. */
function headingOf(line: string): { part?: string; section?: string } | undefined {
  const [, part, section] = /^(?:([一二])、|[（(]([一二三四五六七])[）)])/.exec(line) ?? [];
  if (part) return { part: `第${part}部分` };
  return section ? { section } : undefined;
}
