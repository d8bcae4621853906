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

interface TargetNode {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly year: number;
  readonly quantity: Quantity | null;
  readonly text: string;
  readonly department: { readonly code: string; readonly name: string };
  readonly workItem: { readonly number: number; readonly heading: string } | null;
  readonly chapter: { readonly number: number; readonly title: string } | null;
  readonly places: readonly { readonly name: string }[];
  readonly baseline: {
    readonly id: string;
    readonly quantity: Quantity;
    readonly yearOnYear: number | null;
  } | null;
  readonly change: {
    readonly absolute: number;
    readonly relative: number | null;
    readonly unit: string;
  } | null;
  readonly comparison: string | null;
  readonly status: string;
  readonly progress: {
    readonly value: number | null;
    readonly note: string | null;
    readonly asOf: string;
    readonly reportedAt: string;
  } | null;
  readonly revision: number;
  readonly updatedAt: string;
  readonly citations: readonly Citation[];
}

const document = `query ExportTargets($filter: TargetFilter, $orderBy: TargetOrder, $first: Int!, $after: String) {
  list: targets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    ${pageFields}
    nodes {
      id title kind year text comparison status revision updatedAt
      quantity { ${quantityFields} }
      department { code name }
      workItem { number heading }
      chapter { number title }
      places { name }
      baseline { id yearOnYear quantity { ${quantityFields} } }
      change { absolute relative unit }
      progress { value note asOf reportedAt }
      citations { ${citationFields} }
    }
  }
}`;

export const targets: ListExport<TargetNode> = {
  name: 'targets',
  document,
  columns: [
    ['编号', ({ id }) => id],
    ['名称', ({ title }) => title],
    ['类别', ({ kind }) => kind],
    ['数值', ({ quantity }) => quantity?.value],
    ['单位', ({ quantity }) => quantity?.unit],
    ['数量原文', ({ quantity }) => quantity?.text],
    ['语气', ({ quantity }) => quantity?.comparator],
    ['衡量', ({ quantity }) => quantity?.measure],
    ['条文', ({ text }) => text],
    ['年度', ({ year }) => year],
    ['部门代码', ({ department }) => department.code],
    ['部门', ({ department }) => department.name],
    ['项号', ({ workItem }) => workItem?.number],
    ['工作事项', ({ workItem }) => workItem?.heading],
    ['章号', ({ chapter }) => chapter?.number],
    ['章节', ({ chapter }) => chapter?.title],
    ['地方', ({ places }) => joinTexts(places.map(({ name }) => name))],
    ['2022年结果编号', ({ baseline }) => baseline?.id],
    ['2022年结果', ({ baseline }) => baseline?.quantity.value],
    ['2022年结果单位', ({ baseline }) => baseline?.quantity.unit],
    ['2022年结果原文', ({ baseline }) => baseline?.quantity.text],
    ['2022年同比（%）', ({ baseline }) => baseline?.yearOnYear],
    ['变化', ({ change }) => change?.absolute],
    ['变化单位', ({ change }) => change?.unit],
    ['相对变化（%）', ({ change }) => change?.relative],
    ['与2022年相比', ({ comparison }) => comparison],
    ['状态', ({ status }) => status],
    ['填报数值', ({ progress }) => progress?.value],
    ['填报说明', ({ progress }) => progress?.note],
    ['截至日期', ({ progress }) => progress?.asOf],
    ['填报时刻', ({ progress }) => progress?.reportedAt],
    ['修订号', ({ revision }) => revision],
    ['更新时刻', ({ updatedAt }) => updatedAt],
    ['出处', ({ citations }) => formatCitations(citations)],
  ],
};
