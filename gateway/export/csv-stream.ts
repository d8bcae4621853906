import { Readable } from 'node:stream';
import { toCsv, toCsvLine } from '../../console/csv';
import type { Column } from './list-export';

/** A CSV file as a stream of text: the header, then one piece per page. A page is asked for when the piece before it is read. */
export function csvStream<Node>(
  columns: readonly Column<Node>[],
  pages: AsyncIterable<readonly Node[]>,
): Readable {
  return Readable.from(writePieces(columns, pages), { objectMode: true, highWaterMark: 1 });
}

async function* writePieces<Node>(
  columns: readonly Column<Node>[],
  pages: AsyncIterable<readonly Node[]>,
): AsyncGenerator<string, void, undefined> {
  const header = columns.map(([name]) => name);
  yield toCsv(header, []);
  for await (const nodes of pages) {
    yield nodes.map((node) => toCsvLine(columns.map(([, cell]) => cell(node) ?? null))).join('');
  }
}
