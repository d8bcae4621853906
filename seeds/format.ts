/**
 * The shape of the JSON files under `seeds/`. Their content was read from the two documents in `seeds/documents/`;
 * `npm run verify:data` checks it against the documents' text.
 *
 * Quotes are verbatim after one normalisation (`normalise` in `verify-text.ts`): `**` marks and line ends (page
 * breaks) are dropped; every other character, spaces included, stays as printed.
 */

export type DocumentId = 'work-plan-2023' | 'government-report-2023';
export type TargetKind = 'FIGURE' | 'COVERAGE' | 'TREND' | 'MILESTONE' | 'UNDERTAKING';
export type Comparator = 'EXACTLY' | 'AT_LEAST' | 'ABOUT';
export type Measure = 'AMOUNT' | 'GROWTH' | 'LEVEL';
export type PlaceKind =
  | 'DISTRICT' // 区
  | 'SUBDISTRICT' // 街道
  | 'TOWN' // 镇
  | 'FUNCTIONAL_AREA' // 功能区、地区
  | 'QUARTER' // 街区、景观区、片区
  | 'INDUSTRIAL_PARK' // 产业园区
  | 'GREEN_SPACE' // 公园、绿地
  | 'ROAD' // 道路、通道
  | 'BRIDGE' // 桥
  | 'WATERFRONT' // 河、滨水区
  | 'PLOT' // 地块、街坊
  | 'BUILDING' // 楼宇、载体、场馆
  | 'NEIGHBOURHOOD' // 小区、里弄
  | 'SCHOOL' // 学校
  | 'STATION' // 车站
  | 'FACILITY'; // 其他设施

/** A verbatim passage. `locator` says where a reader finds it: `第20项`, `第二部分（五）第3段`. */
export interface SeedCitation {
  document: DocumentId;
  locator: string;
  quote: string;
}

/**
 * A number as printed, nothing multiplied out: `10` and `万人次`, `5.6` and `万平方米`, `4360` and `套(间)`.
 * `text` is the verbatim span that holds number, unit and qualifier: `20家左右`, `增长5%左右`.
 */
export interface SeedQuantity {
  value: number;
  unit: string;
  text: string;
  comparator: Comparator;
  measure: Measure;
}

/** `place` is a gazetteer id (`place:彭浦镇`); `evidence` the verbatim words of the clause that name it. */
export interface SeedPlaceMention {
  place: string;
  evidence: string;
}

/** Another statement of the same matter, or a similar indicator that does not compare. `note` says how the two differ. */
export interface SeedRelation {
  id: string;
  note: string;
}

interface SeedStatement {
  /** A short Chinese name of the indicator or commitment, without its number: `新增注册企业`. */
  title: string;
  /** The verbatim clause, short but complete enough to stand alone. Part of the first citation's quote. */
  text: string;
  citations: SeedCitation[];
  places?: SeedPlaceMention[];
}

/** One file per department: `seeds/<department>/targets.json`, in plan order. */
export interface SeedTarget extends SeedStatement {
  /**
   * `economy:2.1` is the first target of item 2. `livelihood:r5.2` is livelihood's second target that only the
   * government report gives, in section 5 of its part two.
   */
  id: string;
  kind: TargetKind;
  year: 2023;
  /** Present exactly when `kind` is FIGURE. */
  quantity?: SeedQuantity;
  /** The work item, 1–34; absent when only the government report gives the target. */
  item?: number;
  /** Section 1–7 of the government report's part two (0: its introduction); present exactly when `item` is absent. */
  section?: number;
  /** The verbatim words that make the clause cover every 街镇 or every 居村; absent otherwise. */
  everyTown?: string;
  /** Id of the 2022 result on the same subject in the same unit, owned by the same department. */
  baseline?: string;
  related?: SeedRelation[];
  /**
   * By name, the fields of the department's own trade, which its `schema.graphql` lists: `{ industry: "持牌类金融机构" }`.
   * Each is a value of the field's enum, or verbatim words of the clause.
   */
  details?: Readonly<Record<string, string>>;
}

/** One file per department: `seeds/<department>/results.json`: one entry per figure of the 2022 review. */
export interface SeedResult extends SeedStatement {
  /** `economy:2022.1.3`: the department's third figure in section 1 of the review. */
  id: string;
  year: 2022;
  /** Section 1–5 of the government report's part one. */
  section: number;
  quantity: SeedQuantity;
  /** Percent, where the text prints 同比 beside an amount. A rate printed alone is a result of its own, unit `%`. */
  yearOnYear?: number;
  /** 累计、已有、达: the number is a running total or a level, not the year's own amount. */
  cumulative: boolean;
}

/** `seeds/plan/places.json`, the gazetteer. `within` is null for the district alone. */
export interface SeedPlace {
  id: string;
  name: string;
  /** Other spellings of the same place in the documents. */
  aliases?: string[];
  kind: PlaceKind;
  within: string | null;
  /** One Chinese sentence: how the place is known, and why it lies in `within`. */
  evidence: string;
  /** Verbatim passages that name the place and, where the text says so, the place that it lies in. */
  citations: SeedCitation[];
  /** A source outside the documents: only for the official division into 13 街道 and 彭浦镇. */
  source?: string;
}

/** `seeds/plan/documents.json` */
export interface SeedDocument {
  id: DocumentId;
  title: string;
  issuer: string;
  issuedOn: string;
  /** File under `seeds/documents/`. */
  file: string;
}

/** `seeds/plan/plan.json` */
export interface SeedPlan {
  year: 2023;
  title: string;
  issuer: string;
  issuedOn: string;
  addressees: string[];
  document: DocumentId;
  chapters: { number: number; title: string }[];
  /** `department` is a code of `schema/departments.json`. */
  items: { number: number; chapter: number; department: string; heading: string; text: string }[];
}

/** `seeds/exclusions.json`: a numeral in a document's body that no entry has as its figure, and the reason. */
export interface SeedExclusion {
  document: DocumentId;
  /** Verbatim context that holds the numeral and occurs in the document. */
  context: string;
  numeral: string;
  reason: string;
}
