import { toCsv, toCsvLine } from '../../console/page/csv';
import type { Column } from './list-export';

/** The header, then a piece per page, so that no more than a page is held at a time. */
export async function* toCsvPieces<Node>(
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
