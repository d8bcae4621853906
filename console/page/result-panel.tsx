import { formatShortcutForOS, KEY_MAP, useGraphiQL } from '@graphiql/react';
import { useMemo, useState } from 'react';
import { readPreference, writePreference } from './preferences';
import { ResultBar, type View } from './result-bar';
import { ResultChart } from './result-chart';
import { ResultTable } from './result-table';
import { turnRecord } from './record';
import { sortRows, type Sorting } from './sort-rows';
import type { Table } from './tables';
import { useAnswer } from './use-answer';

const VIEW = 'plan:view';
/** A single row with more columns than this is shown as a record, one line per column. */
const COLUMNS_OF_A_RECORD = 6;

/** The answer as a table or a chart. JSON is GraphiQL's own response editor, which the style sheet hides otherwise. */
export function ResultPanel() {
  const answer = useAnswer();
  const isFetching = useGraphiQL((state) => state.isFetching);
  const [view, setView] = useState<View>(() => asView(readPreference(VIEW)));
  const [isWide, setWide] = useState(false);
  const [path, setPath] = useState('');
  const [sorting, setSorting] = useState<Sorting>();

  const found = answer?.tables.find((table) => table.path === path) ?? answer?.tables[0];
  const labels = answer?.labels;
  const table = useMemo(() => {
    if (!found || !labels) return undefined;
    const isRecord =
      view === 'table' && found.rows.length === 1 && found.columns.length > COLUMNS_OF_A_RECORD;
    return isRecord ? turnRecord(found, labels) : sorted(found, sorting);
  }, [found, labels, sorting, view]);

  return (
    <div className="plan-result" data-view={view} data-wide={isWide}>
      <ResultBar
        view={view}
        onView={(next) => {
          setView(next);
          writePreference(VIEW, next);
        }}
        isWide={isWide}
        onWide={setWide}
        answer={answer}
        table={table}
        onTable={setPath}
      />
      {answer?.notices.map(({ kind, text }) => (
        <p key={text} className={`plan-notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
          {text}
        </p>
      ))}
      {!answer && !isFetching && <RunHint />}
      {answer && !table && answer.notices.length === 0 && view !== 'json' && (
        <p className="plan-empty">没有数据。 No data.</p>
      )}
      {answer && table && view === 'table' && (
        <ResultTable table={table} labels={answer.labels} sorting={sorting} onSort={setSorting} />
      )}
      {answer && table && view === 'chart' && (
        <ResultChart key={table.path} table={table} labels={answer.labels} />
      )}
    </div>
  );
}

function RunHint() {
  return (
    <div className="plan-hint">
      <p>
        按 <kbd>{formatShortcutForOS(KEY_MAP.runQuery.key)}</kbd> 或点 <b>▶</b> 运行左边的查询，答案在这里。
      </p>
      <p lang="en">
        Press {formatShortcutForOS(KEY_MAP.runQuery.key, 'Cmd')} or ▶ to run the query; the answer appears
        here.
      </p>
    </div>
  );
}

function sorted(table: Table, sorting: Sorting | undefined): Table {
  if (!sorting || !table.columns.includes(sorting.column)) return table;
  return { ...table, rows: sortRows(table.rows, sorting) };
}

function asView(stored: string | null): View {
  return stored === 'json' || stored === 'chart' ? stored : 'table';
}
