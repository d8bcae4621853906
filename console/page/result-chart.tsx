import { useState } from 'react';
import { BarChart } from './bar-chart';
import { chartSeries, labelColumns, valueColumns } from './chart-data';
import type { ColumnLabels } from './column-labels';
import { headOf } from './head';
import type { Table } from './tables';

/** Bars of one numeric column. When its rows have several units, the reader chooses one. */
export function ResultChart({ table, labels }: { table: Table; labels: ColumnLabels }) {
  const [chosenValue, setValue] = useState<string>();
  const [chosenLabel, setLabel] = useState<string>();
  const [chosenUnit, setUnit] = useState<string>();

  const values = valueColumns(table);
  const words = labelColumns(table);
  const value = values.find((column) => column === chosenValue) ?? values[0];
  if (value === undefined)
    return <p className="plan-empty">此列表没有数字列，画不成图。 No numeric column to draw.</p>;
  const label = words.find((column) => column === chosenLabel) ?? words[0];
  const series = chartSeries(table, value, label);
  const shown = series.find(({ unit }) => unit === chosenUnit) ?? series[0];
  const heads = (columns: readonly string[]) =>
    columns.map((column) => [column, headOf(labels, table.path, column)] as const);

  return (
    <div className="plan-chart">
      <div className="plan-chart-choices">
        <Choice title="数值 Value" value={value} options={heads(values)} onChange={setValue} />
        {label && <Choice title="名称 Label" value={label} options={heads(words)} onChange={setLabel} />}
        {series.length > 1 && shown && (
          <Choice
            title="单位 Unit"
            value={shown.unit}
            options={series.map(
              ({ unit, bars }) => [unit, `${unit || '无单位'}（${bars.length} 项）`] as const,
            )}
            onChange={setUnit}
          />
        )}
      </div>
      {series.length > 1 && (
        <p className="plan-chart-note">单位不同的数字不能比长短，一次只画一种单位。 One unit at a time.</p>
      )}
      {shown && <BarChart bars={shown.bars} unit={shown.unit} title={headOf(labels, table.path, value)} />}
    </div>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ title, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      {title}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
