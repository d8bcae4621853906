import { labelColumn, type ColumnLabels } from './column-labels';

/** A column's head in one line: `数量·数值 quantity.value`, or the name alone where the schema gives no Chinese. */
export function headOf(labels: ColumnLabels, tablePath: string, column: string): string {
  const label = labelColumn(labels, tablePath, column);
  return label ? `${label} ${column}` : column;
}
