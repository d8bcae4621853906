import { toCsv } from '../csv';
import { headOf } from './head';
import type { Table } from './tables';
import type { Answer } from './use-answer';

export type View = 'table' | 'chart' | 'json';

const VIEWS: readonly (readonly [View, string])[] = [
  ['table', '表格 Table'],
  ['chart', '图 Chart'],
  ['json', 'JSON'],
];

interface ResultBarProps {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly isWide: boolean;
  readonly onWide: (isWide: boolean) => void;
  readonly answer: Answer | undefined;
  readonly table: Table | undefined;
  readonly onTable: (path: string) => void;
}

/** The bar above an answer: choice of view and of list, number of rows, download. */
export function ResultBar({ view, onView, isWide, onWide, answer, table, onTable }: ResultBarProps) {
  return (
    <header className="plan-bar">
      <div className="plan-bar-row">
        <div className="plan-views" role="group" aria-label="显示为 Show as">
          {VIEWS.map(([name, title]) => (
            <button key={name} type="button" aria-pressed={view === name} onClick={() => onView(name)}>
              {title}
            </button>
          ))}
        </div>
        <button type="button" className="plan-button" aria-pressed={isWide} onClick={() => onWide(!isWide)}>
          {isWide ? '还原 Restore' : '放大 Widen'}
        </button>
      </div>
      {answer && table && view !== 'json' && <TableChoice answer={answer} table={table} onTable={onTable} />}
    </header>
  );
}

function TableChoice({
  answer,
  table,
  onTable,
}: {
  answer: Answer;
  table: Table;
  onTable: (path: string) => void;
}) {
  return (
    <div className="plan-bar-row">
      {answer.tables.length > 1 && (
        <select
          aria-label="哪一个列表 Which list"
          value={table.path}
          onChange={(event) => onTable(event.target.value)}
        >
          {answer.tables.map(({ path, rows }) => (
            <option key={path} value={path}>
              {answer.labels.get(path)} {path}（{rows.length} 行）
            </option>
          ))}
        </select>
      )}
      <span className="plan-count" role="status">
        {countText(table)}
      </span>
      {table.rows.length > 0 && (
        <button type="button" className="plan-button" onClick={() => download(answer, table)}>
          下载 CSV
        </button>
      )}
    </div>
  );
}

function countText({ rows, total, isRecord }: Table): string {
  if (isRecord) return `${rows.length} 个字段`;
  return total !== undefined && total > rows.length
    ? `共 ${total} 项，本页 ${rows.length} 行`
    : `${rows.length} 行`;
}

/** The CSV has the heads, rows and order of the table on the screen. */
function download({ labels, operationName }: Answer, { path, columns, rows }: Table): void {
  const header = columns.map((column) => headOf(labels, path, column));
  const csv = toCsv(
    header,
    rows.map((row) => columns.map((column) => row[column] ?? null)),
  );
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${['静安计划图', operationName, path].filter(Boolean).join('-')}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
