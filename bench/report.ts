import { cpus, totalmem } from 'node:os';
import type { Measured } from './measure';
import type { Walked } from './walk';

/** The measurements at one size. */
export interface SizeReport {
  readonly size: number;
  readonly deepPage: number;
  readonly views: readonly Measured[];
  readonly walks: readonly Walked[];
}

/** The figures as Markdown: growth over the sizes, a table for each size, and the cost of reading all targets. */
export function writeReport(sizes: readonly SizeReport[]): string {
  return [
    `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB.`,
    '### Growth',
    growth(sizes),
    ...sizes.flatMap((each) => [
      `### ${shownSize(each.size)} targets`,
      `The deep page is page ${shownSize(each.deepPage)}.`,
      views(each),
    ]),
    '### Everything',
    walks(sizes),
  ].join('\n\n');
}

/** The median through the gateway at each size, and its ratio to the median at the first size. */
function growth(sizes: readonly SizeReport[]): string {
  const [first] = sizes;
  const names = [...new Set(sizes.flatMap((each) => each.views.map(({ view }) => view)))];
  return table(
    ['view, p50 in ms', ...sizes.flatMap(({ size }, at) => [shownSize(size), ...(at > 0 ? ['×'] : [])])],
    names.map((name) => {
      const medians = sizes.map((each) => each.views.find(({ view }) => view === name)?.gateway?.p50);
      const base = first?.views.find(({ view }) => view === name)?.gateway?.p50;
      return [name, ...medians.flatMap((p50, at) => [ms(p50), ...(at > 0 ? [ratio(p50, base)] : [])])];
    }),
  );
}

const views = ({ views: measured }: SizeReport): string =>
  table(
    ['view', 'p50', 'p99', 'direct p50', 'direct p99', '× direct', 'fetches', 'commands', 'requests'],
    measured.map(({ view, gateway, direct, fetches, commands, requests }) => [
      view,
      ms(gateway?.p50),
      ms(gateway?.p99),
      ms(direct.p50),
      ms(direct.p99),
      ratio(gateway?.p50, direct.p50),
      ...[fetches, commands, requests].map(String),
    ]),
  );

const walks = (sizes: readonly SizeReport[]): string =>
  table(
    ['of', 'read', 'targets', 'a second', 'heap before, at most (MB)', 'resident before, at most (MB)'],
    sizes.flatMap(({ size, walks: each }) =>
      each.map(({ what, targets, whole, seconds, heapBefore, heap, rssBefore, rss }) => [
        shownSize(size),
        what,
        `${shownSize(targets)}${whole ? '' : ' (stopped)'}`,
        shownSize(Math.round(targets / seconds)),
        `${mb(heapBefore)}, ${mb(heap)}`,
        `${mb(rssBefore)}, ${mb(rss)}`,
      ]),
    ),
  );

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) =>
    Math.max(3, ...[name, ...rows.map((row) => row[at] ?? '')].map(length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? padEnd(cell, widths[at]) : padStart(cell, widths[at]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

const length = (text: string): number => text.length;
const padEnd = (text: string, width = 0): string => text.padEnd(width);
const padStart = (text: string, width = 0): string => text.padStart(width);
const ms = (value: number | undefined): string =>
  value === undefined ? '–' : value.toFixed(value < 10 ? 2 : 1);
const mb = (bytes: number): string => String(Math.round(bytes / 2 ** 20));
const ratio = (value: number | undefined, base: number | undefined): string =>
  value === undefined || base === undefined ? '–' : (value / base).toFixed(2);
export const shownSize = (size: number): string => size.toLocaleString('en');
