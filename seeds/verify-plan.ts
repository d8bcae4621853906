import type { SeedPlan } from './format';
import { checkFields, duplicates, type Problems, type Reading } from './verify-reading';
import { chapterHeading, normalise, occurrences } from './verify-text';

const CHAPTERS = 7;
const ITEMS = 34;

/** The two documents, and the plan's head, chapters and items: all present, in order and verbatim. */
export function* verifyPlan(reading: Reading): Problems {
  yield* verifyDocuments(reading);
  yield* verifyHead(reading);
  yield* verifyChapters(reading);
  yield* verifyItems(reading);
}

function* verifyDocuments({ seeds }: Reading): Problems {
  for (const document of seeds.documents) {
    const name = `plan/documents.json ${document.id}`;
    for (const problem of checkFields(document, ['id', 'title', 'issuer', 'issuedOn', 'file'])) {
      yield `${name}: ${problem}`;
    }
    const text = normalise(seeds.texts[document.id] ?? '');
    for (const part of [document.title, document.issuer, printedDate(document.issuedOn)]) {
      if (!text.includes(part)) yield `${name}: "${part}" is not printed in ${document.file}`;
    }
  }
  for (const id of duplicates(seeds.documents.map(({ id }) => id))) {
    yield `plan/documents.json ${id}: the id occurs more than once`;
  }
}

/** `2023-02-27` → `2023年2月27日`, the form that the documents print. */
function printedDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function* verifyHead({ seeds: { plan, texts } }: Reading): Problems {
  const name = 'plan/plan.json';
  const required = ['year', 'title', 'issuer', 'issuedOn', 'addressees', 'document', 'chapters', 'items'];
  for (const problem of checkFields(plan, required)) yield `${name}: ${problem}`;
  const text = normalise(texts[plan.document] ?? '');
  const notice = text.slice(0, text.indexOf(chapterHeading(1)));
  for (const part of [plan.title, plan.issuer, printedDate(plan.issuedOn)]) {
    if (!notice.includes(part)) yield `${name}: "${part}" is not printed at the head of ${plan.document}`;
  }
  const unseparated = (words: string) => words.replace(/[,、]/g, '');
  if (unseparated(notice.slice(0, notice.indexOf(':'))) !== unseparated(plan.addressees.join(','))) {
    yield `${name}: the notice is not addressed to ${plan.addressees.join(',')}`;
  }
}

function* verifyChapters({ seeds: { plan, texts } }: Reading): Problems {
  const text = normalise(texts[plan.document] ?? '');
  const numbers = plan.chapters.map(({ number }) => number);
  if (!isCountedTo(numbers, CHAPTERS)) {
    yield `plan/plan.json: chapters must be 1–${CHAPTERS} in order, but are: ${numbers.join(', ')}`;
  }
  for (const { number, title } of plan.chapters) {
    if (!text.includes(`${chapterHeading(number)}${title}`)) {
      yield `plan/plan.json chapter ${number}: the title is not verbatim: "${title}"`;
    }
  }
}

function* verifyItems({ seeds: { plan, texts, departments } }: Reading): Problems {
  const text = normalise(texts[plan.document] ?? '');
  const numbers = plan.items.map(({ number }) => number);
  if (!isCountedTo(numbers, ITEMS)) {
    yield `plan/plan.json: items must be 1–${ITEMS} in order, but are: ${numbers.join(', ')}`;
  }
  for (const item of plan.items) {
    const name = `plan/plan.json item ${item.number}`;
    for (const problem of checkFields(item, ['number', 'chapter', 'department', 'heading', 'text'])) {
      yield `${name}: ${problem}`;
    }
    if (!departments.some(({ code }) => code === item.department)) {
      yield `${name}: there is no department "${item.department}"`;
    }
    if (!/^[,。]/.test(item.text.slice(item.heading.length)) || !item.text.startsWith(item.heading)) {
      yield `${name}: the heading is not the item's first sentence or clause: "${item.heading}"`;
    }
    const [at] = occurrences(text, `${item.number}.${item.text}`);
    if (at === undefined) yield `${name}: the text is not verbatim in ${plan.document}`;
    else if (chapterAt(text, plan.chapters, at) !== item.chapter) {
      yield `${name}: does not stand in chapter ${item.chapter}`;
    }
  }
}

/** The number of the last chapter whose heading begins before the offset. */
function chapterAt(text: string, chapters: SeedPlan['chapters'], offset: number): number | undefined {
  return chapters.findLast(({ number, title }) => {
    const start = text.indexOf(`${chapterHeading(number)}${title}`);
    return start !== -1 && start < offset;
  })?.number;
}

function isCountedTo(numbers: readonly number[], last: number): boolean {
  return numbers.length === last && numbers.every((number, index) => number === index + 1);
}
