import {
  citationFields,
  formatCitations,
  joinTexts,
  pageFields,
  quantityFields,
  type Citation,
  type ListExport,
  type Quantity,
} from './list-export';

interface ResultNode {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly quantity: Quantity;
  readonly text: string;
  readonly yearOnYear: number | null;
  readonly cumulative: boolean;
  readonly department: { readonly code: string; readonly name: string };
  readonly places: readonly { readonly name: string }[];
  readonly targets: readonly { readonly id: string; readonly title: string }[];
  readonly citations: readonly Citation[];
}

const document = `query ExportResults($filter: ResultFilter, $orderBy: TargetOrder, $first: Int!, $after: String) {
  list: results(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    ${pageFields}
    nodes {
      id title year text yearOnYear cumulative
      quantity { ${quantityFields} }
      department { code name }
      places { name }
      targets { id title }
      citations { ${citationFields} }
    }
  }
}`;

export const results: ListExport<ResultNode> = {
  name: 'results',
  document,
  columns: [
    ['编号', ({ id }) => id],
    ['名称', ({ title }) => title],
    ['数值', ({ quantity }) => quantity.value],
    ['单位', ({ quantity }) => quantity.unit],
    ['数量原文', ({ quantity }) => quantity.text],
    ['语气', ({ quantity }) => quantity.comparator],
    ['衡量', ({ quantity }) => quantity.measure],
    ['同比（%）', ({ yearOnYear }) => yearOnYear],
    ['累计数或水平', ({ cumulative }) => cumulative],
    ['条文', ({ text }) => text],
    ['年度', ({ year }) => year],
    ['部门代码', ({ department }) => department.code],
    ['部门', ({ department }) => department.name],
    ['地方', ({ places }) => joinTexts(places.map(({ name }) => name))],
    ['2023年目标编号', ({ targets }) => joinTexts(targets.map(({ id }) => id))],
    ['2023年目标', ({ targets }) => joinTexts(targets.map(({ title }) => title))],
    ['出处', ({ citations }) => formatCitations(citations)],
  ],
};
