import type { ColumnLabels } from './column-labels';
import { headOf } from './head';
import type { Table } from './tables';

const FIELD = '字段';
const VALUE = '值';

/** Transposes a table of one row: one row per column, empty cells left out. */
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
