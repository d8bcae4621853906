import { Readable } from 'node:stream';
import { toCsv, toCsvLine } from '../../console/csv';
import type { Column } from './list-export';

/** A file as text: the header, then a piece per page, each made when the one before was taken. */
export function csvStream<Node>(
  columns: readonly Column<Node>[],
  pages: AsyncIterable<readonly Node[]>,
): Readable {
  return Readable.from(piecesOf(columns, pages), { objectMode: true, highWaterMark: 1 });
}

async function* piecesOf<Node>(
  columns: readonly Column<Node>[],
  pages: AsyncIterable<readonly Node[]>,
): AsyncGenerator<string, void, undefined> {
  yield toCsv(
    columns.map(([name]) => name),
    [],
  );
  for await (const nodes of pages) {
    yield nodes.map((node) => toCsvLine(columns.map(([, cell]) => cell(node) ?? null))).join('');
  }
}
