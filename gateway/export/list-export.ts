import type { CsvCell } from '../../console/csv';

/** A column's Chinese name, and its cell of a row; null and undefined are empty. */
export type Column<Node> = readonly [name: string, cell: (node: Node) => CsvCell | undefined];

/** A list of the graph as a file: what is asked for, and the cells of a row. */
export interface ListExport<Node> {
  /** The list's field, and the file's name. */
  readonly name: 'targets' | 'results';
  /** One fixed document, so that it is planned once. Its one field is aliased `list`. */
  readonly document: string;
  readonly columns: readonly Column<Node>[];
}

export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly text: string;
  readonly comparator: string;
  readonly measure: string;
}

export interface Citation {
  readonly document: { readonly title: string };
  readonly locator: string;
  readonly quote: string;
}

/** What both lists ask of the page around the rows. */
export const pageFields = 'missing { code } pageInfo { hasNextPage endCursor }';
export const quantityFields = 'value unit text comparator measure';
export const citationFields = 'document { title } locator quote';

export const joined = (texts: readonly string[]): string => texts.join('；');

/** A line each: 《title》locator：quote. */
export const cited = (citations: readonly Citation[]): string =>
  citations.map(({ document, locator, quote }) => `《${document.title}》${locator}：${quote}`).join('\n');
