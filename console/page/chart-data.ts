import type { Row } from './flatten';
import type { Table } from './tables';

export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** Bars of one unit. A table without a unit column is one series with the unit `''`. */
export interface Series {
  readonly unit: string;
  readonly bars: readonly Bar[];
}

const LIKELY_VALUES = ['quantity.value', 'change.absolute', 'targets.totalCount', 'count'];
const LIKELY_LABELS = ['title', 'name', 'label', 'heading', 'id'];

/** Columns with at least one number whose other cells are numbers or empty; `LIKELY_VALUES` first. */
export function valueColumns({ columns, rows }: Table): string[] {
  const numeric = columns.filter((column) => {
    const cells = rows.map((row) => row[column] ?? null).filter((cell) => cell !== null);
    return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
  });
  return likeliestFirst(numeric, LIKELY_VALUES);
}

/** Columns with at least one text, for the labels of bars; `LIKELY_LABELS` first. */
export function labelColumns({ columns, rows }: Table): string[] {
  const words = columns.filter((column) => rows.some((row) => typeof row[column] === 'string'));
  return likeliestFirst(words, LIKELY_LABELS);
}

/**
 * One series per unit, the series with most bars first: 家 and 亿元 do not compare on one scale.
 * Rows without a number are left out.
 */
export function chartSeries({ columns, rows }: Table, value: string, label: string | undefined): Series[] {
  const unitColumn = unitColumnOf(columns, value);
  const series = new Map<string, Bar[]>();
  rows.forEach((row, index) => {
    const number = row[value];
    if (typeof number !== 'number') return;
    const unit = unitColumn ? text(row, unitColumn) : '';
    const bars = series.get(unit) ?? [];
    series.set(unit, bars);
    bars.push({ value: number, label: (label && text(row, label)) || String(index + 1) });
  });
  return [...series].map(([unit, bars]) => ({ unit, bars })).sort((a, b) => b.bars.length - a.bars.length);
}

/** `quantity.unit` is the unit of `quantity.value`, `change.unit` that of `change.absolute`. */
function unitColumnOf(columns: readonly string[], value: string): string | undefined {
  const unit = value.replace(/(^|\.)(value|absolute)$/, '$1unit');
  return unit !== value && columns.includes(unit) ? unit : undefined;
}

function text(row: Row, column: string): string {
  const cell = row[column];
  return cell === undefined || cell === null ? '' : String(cell);
}

function likeliestFirst(columns: readonly string[], likely: readonly string[]): string[] {
  const rank = (column: string): number => {
    const at = likely.findIndex((name) => column === name || column.endsWith(`.${name}`));
    // Of equally likely columns, fewer dots first: a row's own `title` before `baseline.title`.
    return (at < 0 ? likely.length : at) * 10 + column.split('.').length;
  };
  return [...columns].sort((a, b) => rank(a) - rank(b));
}
