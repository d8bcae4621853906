import { labelColumn, type ColumnLabels } from './column-labels';
import type { Scalar } from './json';
import type { Sorting } from './sort-rows';
import type { Table } from './tables';

/** A cell with more characters than this wraps. */
const ONE_LINE = 12;

interface ResultTableProps {
  readonly table: Table;
  readonly labels: ColumnLabels;
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting | undefined) => void;
}

/** Every cell in full. Clicks on a head sort ascending, then descending, then as answered. */
export function ResultTable({ table, labels, sorting, onSort }: ResultTableProps) {
  const { path, columns, rows } = table;
  if (rows.length === 0) return <p className="plan-empty">符合条件的为零。 Nothing matches.</p>;
  return (
    <div className="plan-table" tabIndex={0} role="region" aria-label="表格 Table">
      <table className={table.isRecord ? 'record' : undefined}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={ariaSort(sorting, column)}>
                <button
                  type="button"
                  title={`按 ${column} 排序 Sort`}
                  onClick={() => onSort(nextSorting(sorting, column))}
                >
                  <span>
                    {labelColumn(labels, path, column) ?? column}
                    {sorting?.column === column && (sorting.descending ? ' ↓' : ' ↑')}
                  </span>
                  {labelColumn(labels, path, column) && <code>{column}</code>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column} className={cellClass(row[column] ?? null)}>
                  {cellText(row[column] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellText(cell: Scalar): string {
  return cell === null ? '' : typeof cell === 'boolean' ? (cell ? 'true' : 'false') : String(cell);
}

function cellClass(cell: Scalar): string | undefined {
  if (typeof cell === 'number') return 'number';
  return typeof cell === 'string' && cell.length > ONE_LINE ? 'long' : undefined;
}

function nextSorting(sorting: Sorting | undefined, column: string): Sorting | undefined {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? undefined : { column, descending: true };
}

function ariaSort(sorting: Sorting | undefined, column: string): 'ascending' | 'descending' | undefined {
  if (sorting?.column !== column) return undefined;
  return sorting.descending ? 'descending' : 'ascending';
}
