import type { ColumnLabels } from './column-labels';
import { headOf } from './head';
import type { Table } from './tables';

const FIELD = '字段';
const VALUE = '值';

/** A table of one row, turned: a line for each column that holds something. */
export function turnRecord({ path, columns, rows, total }: Table, labels: ColumnLabels): Table {
  const cells = columns.map((column) => ({
    [FIELD]: headOf(labels, path, column),
    [VALUE]: rows[0]?.[column] ?? null,
  }));
  return {
    path,
    columns: [FIELD, VALUE],
    rows: cells.filter((row) => row[VALUE] !== null),
    total,
    isRecord: true,
  };
}
