import type { CsvCell } from '../../console/csv';

/** The Chinese name of a column, and its cell for a row. Null and undefined are an empty cell. */
export type Column<Node> = readonly [name: string, cell: (node: Node) => CsvCell | undefined];

/** A list of the graph as a file. */
export interface ListExport<Node> {
  /** The name of the list's field and of the file. */
  readonly name: 'targets' | 'results';
  /** One query for every page, so that it is planned once. Its one field has the alias `list`. */
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

/** The fields of a connection beside its rows, which both exports ask for. */
export const pageFields = 'missing { code } pageInfo { hasNextPage endCursor }';
export const quantityFields = 'value unit text comparator measure';
export const citationFields = 'document { title } locator quote';

export const joinTexts = (texts: readonly string[]): string => texts.join('；');

/** A line for each citation: `《2023年区政府重点工作安排》第1项：地区生产总值增长5%左右。` */
export const formatCitations = (citations: readonly Citation[]): string =>
  citations.map(({ document, locator, quote }) => `《${document.title}》${locator}：${quote}`).join('\n');
