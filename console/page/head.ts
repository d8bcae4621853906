import { labelColumn, type ColumnLabels } from './column-labels';

/** A column's head in one line: `数量·数值 quantity.value`, or `quantity.value` when the schema has no Chinese label. */
export function headOf(labels: ColumnLabels, tablePath: string, column: string): string {
  const label = labelColumn(labels, tablePath, column);
  return label ? `${label} ${column}` : column;
}
