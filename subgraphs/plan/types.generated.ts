import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PlanDocument, ChapterDocument, WorkItemDocument, DepartmentReference, SourceDocument, PlaceDocument } from './documents';
import type { CitationDocument } from '../kit';
import type { Connection } from '../../lists/contract/slice';
import type { Context } from './context';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * 日期，格式 2023-02-27（ISO 8601）。
   * A calendar date, ISO 8601: 2023-02-27.
   */
  Date: { input: string; output: string; }
  /**
   * 时刻，格式 2023-02-27T08:00:00.000Z（ISO 8601，UTC）。
   * An instant, ISO 8601 in UTC.
   */
  DateTime: { input: Date | string; output: Date | string; }
  _FieldSet: { input: string; output: string; }
};

/**
 * 目标的类别。
 * The kind of commitment that a target is.
 */
export type TargetKind =
  /** 数量目标：新增注册企业10000家。 A number. */
  | 'FIGURE'
  /** 全覆盖目标：实现街镇“宝宝屋”全覆盖。 Full coverage. */
  | 'COVERAGE'
  /** 趋势目标：亿元楼数量稳中有升。 A direction without a number. */
  | 'TREND'
  /** 项目节点：某个具名项目今年的进展，如江宁路54A竣工。 An event in a named project this year. */
  | 'MILESTONE'
  /** 工作承诺：无数字，但写明地点或成果。 A commitment without a figure that names a place or a deliverable. */
  | 'UNDERTAKING';

/**
 * 目标的状态，由部门的最新填报得出。
 * The status of a target, from the department's latest progress entry.
 */
export type TargetStatus =
  /** 尚未填报。 No progress entry yet. */
  | 'UNREPORTED'
  /** 推进中。 Under way. */
  | 'UNDER_WAY'
  /** 已完成。 Achieved. */
  | 'ACHIEVED';

/**
 * 数字的语气。
 * How firmly the text states the number.
 */
export type Comparator =
  /** 恰为：20家。 Exactly. */
  | 'EXACTLY'
  /** 不少于：200场次以上。 At least. */
  | 'AT_LEAST'
  /** 约为：20家左右、2600余个。 About. */
  | 'ABOUT';

/**
 * 数字衡量的是什么。
 * The sense in which the number measures.
 */
export type Measure =
  /** 全年的量：零售总额1600亿元。 The year's own amount. */
  | 'AMOUNT'
  /** 增长率：增长5%。 A growth rate. */
  | 'GROWTH'
  /** 达到的水平：专精特新企业达到150家。 A level to be reached. */
  | 'LEVEL';

/**
 * 与2022年结果相比。
 * A target compared with its 2022 baseline.
 */
export type BaselineComparison =
  /** 低于2022年结果。 Below the baseline. */
  | 'BELOW'
  /** 与2022年结果相同。 Equal to the baseline. */
  | 'EQUAL'
  /** 高于2022年结果。 Above the baseline. */
  | 'ABOVE';

/**
 * 目标为何属于某地。
 * Why a target belongs to a place.
 */
export type PlaceReach =
  /** 条文点名此地。 The clause names the place. */
  | 'NAMED'
  /** 条文覆盖全部街镇或居村，此地是其一。 The clause covers all towns, and the place is one. */
  | 'EVERY_TOWN'
  /** 条文点名的地方位于此地之内。 The clause names a place that lies in it. */
  | 'WITHIN'
  /** 全区性承诺，仅在要求时给出。 A whole-district commitment; only when asked for. */
  | 'DISTRICT';

/**
 * 文件中的数量，照原文，不作换算：10 与 万人次，5.6 与 万平方米。
 * A number as printed, nothing multiplied out.
 */
export type Quantity = {
  __typename?: 'Quantity';
  /** 数值，照原文。 The number as printed. */
  value: Scalars['Float']['output'];
  /** 单位，照原文。 The unit as printed. */
  unit: Scalars['String']['output'];
  /** 原文中的数量表述，如“20家左右”。 The words of the text that state it. */
  text: Scalars['String']['output'];
  /** 语气：恰为、不少于、约为。 How firm it is. */
  comparator: Comparator;
  /** 量、增长率或水平。 Amount, growth rate or level. */
  measure: Measure;
};

/**
 * 与2022年基数的差。
 * The difference to the 2022 baseline.
 */
export type Change = {
  __typename?: 'Change';
  /** 目标减基数；两个百分率之间为百分点。 Target minus baseline; percentage points between two rates. */
  absolute: Scalars['Float']['output'];
  /** 相对变化，百分数；两个百分率之间或基数为零时为空。 Relative change in percent; null between two rates or when the baseline is zero. */
  relative: Maybe<Scalars['Float']['output']>;
  /** 差的单位；两个百分率之间为“个百分点”。 Its unit. */
  unit: Scalars['String']['output'];
};

/**
 * 原文出处：哪份文件、何处、原句。
 * A source: document, place in the document, and the verbatim sentence.
 */
export type Citation = {
  __typename?: 'Citation';
  /** 文件。 The document. */
  document: Document;
  /** 文件中的位置，如“第2项”“第二部分（五）第3段”。 The place in the document. */
  locator: Scalars['String']['output'];
  /** 原文，一字不改。 Verbatim. */
  quote: Scalars['String']['output'];
};

/**
 * 部门对一项目标的填报。
 * A department's progress entry on a target.
 */
export type Progress = {
  __typename?: 'Progress';
  /** 填报的数值，单位同目标；只写说明时为空。 The value in the target's unit; null when the entry has only a note. */
  value: Maybe<Scalars['Float']['output']>;
  /** 说明。 A note. */
  note: Maybe<Scalars['String']['output']>;
  /** 截至日期。 The day that the entry describes. */
  asOf: Scalars['Date']['output'];
  /** 填报时刻。 When the entry was filed. */
  reportedAt: Scalars['DateTime']['output'];
};

/**
 * 部门对一次目标查询的应答：仅排序键与计数，详情由所有者给出。
 * A department's answer to one selector over targets: sort keys and counts only.
 */
export type TargetSlice = {
  __typename?: 'TargetSlice';
  /** 能作答时为 true。 True whenever the department can answer. */
  answered: Scalars['Boolean']['output'];
  /** 所选页的行，至多多取一行。 The rows of the page, at most one more than asked for. */
  rows: Array<TargetRow>;
  /** 所选页之前（翻页方向上）是否还有行。 Whether rows exist before the page, in paging direction. */
  preceded: Scalars['Boolean']['output'];
  /** 符合条件的总数。 How many match. */
  total: Scalars['Int']['output'];
  /** 分面计数。 Facet counts. */
  facets: Array<FacetCount>;
};

export type TargetRow = {
  __typename?: 'TargetRow';
  id: Scalars['ID']['output'];
  /** 排序键：字符串，按字节比较，各部门可比。 The sort key: a string that compares by bytes, across departments. */
  key: Scalars['String']['output'];
  /** 条文所及的地方及依据。 The places the clause reaches, with evidence. */
  coverage: Array<Coverage>;
};

export type Coverage = {
  __typename?: 'Coverage';
  /** 地名编号与关联方式：place:彭浦镇#NAMED，或 #DISTRICT。 A place's id and the reach, or #DISTRICT. */
  scope: Scalars['String']['output'];
  evidence: Scalars['String']['output'];
};

export type FacetCount = {
  __typename?: 'FacetCount';
  dimension: Scalars['String']['output'];
  value: Scalars['String']['output'];
  count: Scalars['Int']['output'];
};

/**
 * 部门对一次结果查询的应答。
 * A department's answer to one selector over results.
 */
export type ResultSlice = {
  __typename?: 'ResultSlice';
  answered: Scalars['Boolean']['output'];
  rows: Array<ResultRow>;
  preceded: Scalars['Boolean']['output'];
  total: Scalars['Int']['output'];
};

export type ResultRow = {
  __typename?: 'ResultRow';
  id: Scalars['ID']['output'];
  key: Scalars['String']['output'];
};

/**
 * 部门对一次检索的应答。
 * A department's answer to one search.
 */
export type SearchSlice = {
  __typename?: 'SearchSlice';
  answered: Scalars['Boolean']['output'];
  rows: Array<SearchRow>;
  preceded: Scalars['Boolean']['output'];
  total: Scalars['Int']['output'];
};

export type SearchRow = {
  __typename?: 'SearchRow';
  id: Scalars['ID']['output'];
  /** 对象类型名。 The hit's type name. */
  type: Scalars['String']['output'];
  key: Scalars['String']['output'];
  highlights: Array<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /** 年度工作安排；没有该年时为空。 The plan of a year; null when there is none. */
  plan: Maybe<Plan>;
  /** 章节，1–7；无此章时为空。 A chapter; null when unknown. */
  chapter: Maybe<Chapter>;
  /** 工作事项，1–34；无此项时为空。 A work item; null when unknown. */
  workItem: Maybe<WorkItem>;
  /** 全部部门。 Every department. */
  departments: Array<Department>;
  /** 按代码取部门，如 economy；无此部门时为空。 A department by its code. */
  department: Maybe<Department>;
  /** 按编号或名称取地方，两者只给其一；名称可为文件中的其他写法。 A place by id or by name, one of the two. */
  place: Maybe<Place>;
  /** 地名录，可按类别与所在地筛选。 The gazetteer, filtered by kind and by an enclosing place, at any depth. */
  places: Array<Place>;
  /** 按编号取目标；无此目标时为空。 A target by its id. */
  target: Maybe<Target>;
  /** 全部部门的目标。 Targets of every department. */
  targets: TargetConnection;
  /** 2022年的结果。 The results of 2022. */
  results: ResultConnection;
  /** 检索目标、结果、事项与地方，最相关者在前；至少两个字。 Search over targets, results, items and places, best first; two characters or more. */
  search: SearchConnection;
};


export type QueryPlanArgs = {
  year?: Scalars['Int']['input'];
};


export type QueryChapterArgs = {
  number: Scalars['Int']['input'];
};


export type QueryWorkItemArgs = {
  number: Scalars['Int']['input'];
};


export type QueryDepartmentArgs = {
  code: Scalars['ID']['input'];
};


export type QueryPlaceArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPlacesArgs = {
  kind?: InputMaybe<PlaceKind>;
  within?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryTargetArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTargetsArgs = {
  filter?: InputMaybe<TargetFilter>;
  orderBy?: InputMaybe<TargetOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryResultsArgs = {
  filter?: InputMaybe<ResultFilter>;
  orderBy?: InputMaybe<TargetOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySearchArgs = {
  text: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * 年度工作安排。
 * The plan of a year.
 */
export type Plan = {
  __typename?: 'Plan';
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 标题。 Title. */
  title: Scalars['String']['output'];
  /** 印发机关。 Issuer. */
  issuer: Scalars['String']['output'];
  /** 印发日期。 Day of issue. */
  issuedOn: Scalars['Date']['output'];
  /** 主送机关。 Addressees. */
  addressees: Array<Scalars['String']['output']>;
  /** 七章。 Its chapters. */
  chapters: Array<Chapter>;
  /** 本年度的目标。 Its targets. */
  targets: TargetConnection;
};


/**
 * 年度工作安排。
 * The plan of a year.
 */
export type PlanTargetsArgs = {
  filter?: InputMaybe<TargetFilter>;
  orderBy?: InputMaybe<TargetOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/**
 * 章节。
 * A chapter.
 */
export type Chapter = {
  __typename?: 'Chapter';
  /** 章号，1–7。 Its number. */
  number: Scalars['Int']['output'];
  /** 标题。 Title. */
  title: Scalars['String']['output'];
  /** 所含工作事项。 Its work items. */
  items: Array<WorkItem>;
  /** 本章的目标。 Its targets. */
  targets: TargetConnection;
};


/**
 * 章节。
 * A chapter.
 */
export type ChapterTargetsArgs = {
  filter?: InputMaybe<TargetFilter>;
  orderBy?: InputMaybe<TargetOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/**
 * 工作事项。
 * A numbered work item.
 */
export type WorkItem = {
  __typename?: 'WorkItem';
  /** 项号，1–34。 Its number. */
  number: Scalars['Int']['output'];
  /** 题目。 Heading. */
  heading: Scalars['String']['output'];
  /** 全文。 Its full text. */
  text: Scalars['String']['output'];
  /** 所属章节。 Its chapter. */
  chapter: Chapter;
  /** 牵头部门。 The department that owns it. */
  department: Department;
  /** 本项的目标。 Its targets. */
  targets: TargetConnection;
};


/**
 * 工作事项。
 * A numbered work item.
 */
export type WorkItemTargetsArgs = {
  filter?: InputMaybe<TargetFilter>;
  orderBy?: InputMaybe<TargetOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/**
 * 部门。
 * A department.
 */
export type Department = {
  __typename?: 'Department';
  /** 代码，如 economy。 Its code. */
  code: Scalars['ID']['output'];
  /** 名称。 Name. */
  name: Scalars['String']['output'];
  /** 牵头的工作事项。 The items it owns. */
  items: Array<WorkItem>;
  /** 本部门的目标。 Its targets. */
  targets: TargetConnection;
  /** 目前能否作答。 Whether it can answer now. */
  available: Scalars['Boolean']['output'];
  economy: Maybe<Scalars['Boolean']['output']>;
  construction: Maybe<Scalars['Boolean']['output']>;
  livelihood: Maybe<Scalars['Boolean']['output']>;
  safety: Maybe<Scalars['Boolean']['output']>;
  governance: Maybe<Scalars['Boolean']['output']>;
};


/**
 * 部门。
 * A department.
 */
export type DepartmentTargetsArgs = {
  filter?: InputMaybe<TargetFilter>;
  orderBy?: InputMaybe<TargetOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/**
 * 文件。
 * A source document.
 */
export type Document = {
  __typename?: 'Document';
  /** 编号。 Id. */
  id: Scalars['ID']['output'];
  /** 标题。 Title. */
  title: Scalars['String']['output'];
  /** 发文机关。 Issuer. */
  issuer: Scalars['String']['output'];
  /** 发布日期。 Day of issue. */
  issuedOn: Scalars['Date']['output'];
};

/**
 * 地方的类别。
 * The kind of a place.
 */
export type PlaceKind =
  /** 区。 District. */
  | 'DISTRICT'
  /** 街道。 Subdistrict. */
  | 'SUBDISTRICT'
  /** 镇。 Town. */
  | 'TOWN'
  /** 功能区。 Functional area. */
  | 'FUNCTIONAL_AREA'
  /** 街区、景观区。 Quarter. */
  | 'QUARTER'
  /** 产业园区。 Industrial park. */
  | 'INDUSTRIAL_PARK'
  /** 公园、绿地。 Green space. */
  | 'GREEN_SPACE'
  /** 道路、通道。 Road. */
  | 'ROAD'
  /** 桥。 Bridge. */
  | 'BRIDGE'
  /** 河、滨水区。 Waterfront. */
  | 'WATERFRONT'
  /** 地块、街坊。 Plot. */
  | 'PLOT'
  /** 楼宇、载体、场馆。 Building. */
  | 'BUILDING'
  /** 小区、里弄。 Neighbourhood. */
  | 'NEIGHBOURHOOD'
  /** 学校。 School. */
  | 'SCHOOL'
  /** 车站。 Station. */
  | 'STATION'
  /** 其他设施。 Other facility. */
  | 'FACILITY';

/**
 * 地方。何处位于何处，依据文件；文件未写明的，只归于本区。
 * A place. The documents say where it lies; where they do not say more, it lies in the district and no further.
 */
export type Place = {
  __typename?: 'Place';
  /** 编号。 Id. */
  id: Scalars['ID']['output'];
  /** 名称。 Name. */
  name: Scalars['String']['output'];
  /** 文件中的其他写法。 Other spellings in the documents. */
  aliases: Array<Scalars['String']['output']>;
  /** 类别。 Kind. */
  kind: PlaceKind;
  /** 所在地；本区为空。 The place in which it lies; null for the district. */
  within: Maybe<Place>;
  /** 所含地方（下一级）。 The places that lie directly in it. */
  contains: Array<Place>;
  /** 归属的依据。 The evidence for the place in which it lies. */
  evidence: Scalars['String']['output'];
  /** 出处；行政区划来自官方名录时为空。 Citations; empty where only the official division gives it. */
  citations: Array<Citation>;
  /** 关于此地的目标，每项一次，取最强的关联。 Its targets, each once, with its strongest reach. */
  targets: TargetConnection;
};


/**
 * 地方。何处位于何处，依据文件；文件未写明的，只归于本区。
 * A place. The documents say where it lies; where they do not say more, it lies in the district and no further.
 */
export type PlaceTargetsArgs = {
  reach?: InputMaybe<Array<PlaceReach>>;
  filter?: InputMaybe<TargetFilter>;
  orderBy?: InputMaybe<TargetOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/**
 * 目标列表，汇集全部部门。
 * A page of targets, gathered from every department.
 */
export type TargetConnection = {
  __typename?: 'TargetConnection';
  selector: Scalars['ID']['output'];
  /** 带游标的项。 The edges. */
  edges: Array<TargetEdge>;
  /** 本页各项。 The targets of the page. */
  nodes: Array<Target>;
  /** 分页信息。 Paging. */
  pageInfo: PageInfo;
  /** 符合条件的总数。 How many match in all. */
  totalCount: Scalars['Int']['output'];
  /** 分面计数。 Facets. */
  facets: TargetFacets;
  /** 未能作答的部门：所示不含其内容。 Departments that could not answer: the list is without them. */
  missing: Array<Department>;
  economy: Maybe<TargetSlice>;
  construction: Maybe<TargetSlice>;
  livelihood: Maybe<TargetSlice>;
  safety: Maybe<TargetSlice>;
  governance: Maybe<TargetSlice>;
};

/**
 * 列表中的一项。
 * One target of a list.
 */
export type TargetEdge = {
  __typename?: 'TargetEdge';
  /** 游标，不透明。 Opaque cursor. */
  cursor: Scalars['String']['output'];
  /** 目标。 The target. */
  node: Target;
  /** 为何属于此地；仅在按地方查询时给出。 Why it belongs to the place; only in a place's list. */
  reach: Maybe<PlaceReach>;
  /** 依据的原文。 The words that say so. */
  evidence: Maybe<Scalars['String']['output']>;
};

/**
 * 分面：各项条件下的计数，每一分面不受自身条件限制。
 * Counts by dimension; each counts under the filter's other conditions, not its own.
 */
export type TargetFacets = {
  __typename?: 'TargetFacets';
  /** 按部门。 By department. */
  departments: Array<Facet>;
  /** 按章节。 By chapter. */
  chapters: Array<Facet>;
  /** 按类别。 By kind. */
  kinds: Array<Facet>;
  /** 按单位（仅数量目标）。 By unit (figures only). */
  units: Array<Facet>;
  /** 按状态。 By status. */
  statuses: Array<Facet>;
};

/**
 * 一个分面值及其计数。
 * A facet's value and its count.
 */
export type Facet = {
  __typename?: 'Facet';
  /** 值。 Value. */
  value: Scalars['String']['output'];
  /** 中文标签。 Chinese label. */
  label: Scalars['String']['output'];
  /** 计数。 Count. */
  count: Scalars['Int']['output'];
};

/**
 * 分页信息（Relay）。
 * Paging information after Relay.
 */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** 其后是否还有。 Whether there is more after. */
  hasNextPage: Scalars['Boolean']['output'];
  /** 其前是否还有。 Whether there is more before. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** 本页第一项的游标。 Cursor of the first edge. */
  startCursor: Maybe<Scalars['String']['output']>;
  /** 本页最后一项的游标。 Cursor of the last edge. */
  endCursor: Maybe<Scalars['String']['output']>;
};

/**
 * 结果列表，汇集全部部门。
 * A page of results, gathered from every department.
 */
export type ResultConnection = {
  __typename?: 'ResultConnection';
  selector: Scalars['ID']['output'];
  /** 带游标的项。 The edges. */
  edges: Array<ResultEdge>;
  /** 本页各项。 The results of the page. */
  nodes: Array<Result>;
  /** 分页信息。 Paging. */
  pageInfo: PageInfo;
  /** 符合条件的总数。 How many match in all. */
  totalCount: Scalars['Int']['output'];
  /** 未能作答的部门。 Departments that could not answer. */
  missing: Array<Department>;
  economy: Maybe<ResultSlice>;
  construction: Maybe<ResultSlice>;
  livelihood: Maybe<ResultSlice>;
  safety: Maybe<ResultSlice>;
  governance: Maybe<ResultSlice>;
};

/**
 * 列表中的一项结果。
 * One result of a list.
 */
export type ResultEdge = {
  __typename?: 'ResultEdge';
  /** 游标，不透明。 Opaque cursor. */
  cursor: Scalars['String']['output'];
  /** 结果。 The result. */
  node: Result;
};

/**
 * 检索结果，最相关者在前。
 * A page of search hits, best first.
 */
export type SearchConnection = {
  __typename?: 'SearchConnection';
  selector: Scalars['ID']['output'];
  /** 带游标、分值与摘录的项。 The edges. */
  edges: Array<SearchEdge>;
  /** 本页各项。 The hits of the page. */
  nodes: Array<SearchHit>;
  /** 分页信息。 Paging. */
  pageInfo: PageInfo;
  /** 符合条件的总数。 How many match in all. */
  totalCount: Scalars['Int']['output'];
  /** 未能作答的部门。 Departments that could not answer. */
  missing: Array<Department>;
  economy: Maybe<SearchSlice>;
  construction: Maybe<SearchSlice>;
  livelihood: Maybe<SearchSlice>;
  safety: Maybe<SearchSlice>;
  governance: Maybe<SearchSlice>;
};

/**
 * 一条检索结果。
 * One search hit.
 */
export type SearchEdge = {
  __typename?: 'SearchEdge';
  /** 游标，不透明。 Opaque cursor. */
  cursor: Scalars['String']['output'];
  /** 命中的对象。 The object that was found. */
  node: SearchHit;
  /** 相关度，越大越相关。 Relevance, higher is better. */
  score: Scalars['Float']['output'];
  /** 摘录，命中处在【】内。 Fragments with the match in 【】. */
  highlights: Array<Scalars['String']['output']>;
};

/**
 * 可被检索到的对象。
 * An object that a search can find.
 */
export type SearchHit = WorkItem | Place | EconomyTarget | ConstructionTarget | LivelihoodTarget | SafetyTarget | GovernanceTarget | EconomyResult | ConstructionResult | LivelihoodResult | SafetyResult | GovernanceResult;

/**
 * 一项目标：2023年的一个承诺，一数一条。
 * A target: one commitment for 2023, one per figure.
 */
export type Target = {
  /** 网关所用的编号。 The id as the gateway passes it on. */
  ref: Scalars['ID']['output'];
};

/**
 * 一项结果：2022年回顾中的一个数字。
 * A result: one figure of the 2022 review.
 */
export type Result = {
  /** 网关所用的编号。 The id as the gateway passes it on. */
  ref: Scalars['ID']['output'];
};

export type EconomyTarget = Target & {
  __typename?: 'EconomyTarget';
  ref: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

export type ConstructionTarget = Target & {
  __typename?: 'ConstructionTarget';
  ref: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

export type LivelihoodTarget = Target & {
  __typename?: 'LivelihoodTarget';
  ref: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

export type SafetyTarget = Target & {
  __typename?: 'SafetyTarget';
  ref: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

export type GovernanceTarget = Target & {
  __typename?: 'GovernanceTarget';
  ref: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

export type EconomyResult = Result & {
  __typename?: 'EconomyResult';
  ref: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

export type ConstructionResult = Result & {
  __typename?: 'ConstructionResult';
  ref: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

export type LivelihoodResult = Result & {
  __typename?: 'LivelihoodResult';
  ref: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

export type SafetyResult = Result & {
  __typename?: 'SafetyResult';
  ref: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

export type GovernanceResult = Result & {
  __typename?: 'GovernanceResult';
  ref: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

/**
 * 目标的筛选条件，须同时满足；空列表不匹配任何目标。
 * Conditions on targets, all of which must hold; an empty list matches nothing.
 */
export type TargetFilter = {
  /** 部门代码。 Department codes. */
  departments?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 章号。 Chapters. */
  chapters?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** 项号。 Work items. */
  items?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** 地方编号。 A place's id. */
  place?: InputMaybe<Scalars['ID']['input']>;
  /** 与该地的关联方式，须与 place 同用；默认除 DISTRICT 外全部。 Reach to that place; all but DISTRICT by default. */
  reach?: InputMaybe<Array<PlaceReach>>;
  /** 类别。 Kinds. */
  kinds?: InputMaybe<Array<TargetKind>>;
  /** 单位，照原文。 Units as printed. */
  units?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 数值范围。 A range of values. */
  value?: InputMaybe<FloatRange>;
  /** 状态。 Statuses. */
  status?: InputMaybe<Array<TargetStatus>>;
  /** 是否有2022年基数。 Whether there is a 2022 baseline. */
  hasBaseline?: InputMaybe<Scalars['Boolean']['input']>;
  /** 与2022年基数相比。 How it stands to the baseline. */
  againstBaseline?: InputMaybe<Array<BaselineComparison>>;
  /** 名称或条文中的文字。 Words of the title or the clause. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** 年度。 The year. */
  year?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * 结果的筛选条件，须同时满足；空列表不匹配任何结果。
 * Conditions on results, all of which must hold; an empty list matches nothing.
 */
export type ResultFilter = {
  /** 部门代码。 Department codes. */
  departments?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 点名的地方编号。 A place that the clause names. */
  place?: InputMaybe<Scalars['ID']['input']>;
  /** 单位，照原文。 Units as printed. */
  units?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 数值范围。 A range of values. */
  value?: InputMaybe<FloatRange>;
  /** 是否为累计数或水平。 Whether it is a running total or a level. */
  cumulative?: InputMaybe<Scalars['Boolean']['input']>;
  /** 是否写明同比。 Whether the text prints a year-on-year rate. */
  hasYearOnYear?: InputMaybe<Scalars['Boolean']['input']>;
  /** 名称或条文中的文字。 Words of the title or the clause. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** 年度。 The year. */
  year?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * 数值范围，两端含在内。
 * A range of values, both ends included.
 */
export type FloatRange = {
  /** 不小于。 At least. */
  min?: InputMaybe<Scalars['Float']['input']>;
  /** 不大于。 At most. */
  max?: InputMaybe<Scalars['Float']['input']>;
};

/**
 * 排序。
 * An order.
 */
export type TargetOrder = {
  /** 按何排序。 The key to order by. */
  field: TargetOrderField;
  /** 方向。 Direction. */
  direction?: OrderDirection;
};

/**
 * 排序依据。
 * A key to order by.
 */
export type TargetOrderField =
  /** 文件顺序。 The order of the plan. */
  | 'PLAN'
  /** 数值，不分单位；无数值者视为最小。 The value regardless of unit; those without count as smallest. */
  | 'VALUE'
  /** 名称，按拼音。 The title in pinyin. */
  | 'TITLE'
  /**
   * 最近更新。逐页读取期间有新填报时，仍按开始读取时的先后排列（一小时内），每个目标只出现一次。
   * The last update. For an hour, later pages keep the order of the first page, whatever progress is filed meanwhile: each target comes once.
   */
  | 'UPDATED';

/**
 * 方向。
 * A direction.
 */
export type OrderDirection =
  /** 升序。 Ascending. */
  | 'ASC'
  /** 降序。 Descending. */
  | 'DESC';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Chapter: Chapter;
  WorkItem: WorkItem;
  Department: Department;
  Document: Document;
  Place: Place;
  TargetConnection: TargetConnection;
  ResultConnection: ResultConnection;
  SearchConnection: SearchConnection;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Chapter:
    ( { __typename: 'Chapter' }
    & GraphQLRecursivePick<FederationTypes['Chapter'], {"number":true}> );
  WorkItem:
    ( { __typename: 'WorkItem' }
    & GraphQLRecursivePick<FederationTypes['WorkItem'], {"number":true}> );
  Department:
    ( { __typename: 'Department' }
    & GraphQLRecursivePick<FederationTypes['Department'], {"code":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Department'], {"economy":true,"construction":true,"livelihood":true,"safety":true,"governance":true}> ) );
  Document:
    ( { __typename: 'Document' }
    & GraphQLRecursivePick<FederationTypes['Document'], {"id":true}> );
  Place:
    ( { __typename: 'Place' }
    & GraphQLRecursivePick<FederationTypes['Place'], {"id":true}> );
  TargetConnection:
    ( { __typename: 'TargetConnection' }
    & GraphQLRecursivePick<FederationTypes['TargetConnection'], {"selector":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"rows":{"id":true,"key":true,"coverage":{"scope":true,"evidence":true}}},"construction":{"rows":{"id":true,"key":true,"coverage":{"scope":true,"evidence":true}}},"livelihood":{"rows":{"id":true,"key":true,"coverage":{"scope":true,"evidence":true}}},"safety":{"rows":{"id":true,"key":true,"coverage":{"scope":true,"evidence":true}}},"governance":{"rows":{"id":true,"key":true,"coverage":{"scope":true,"evidence":true}}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"rows":{"id":true,"key":true}},"construction":{"rows":{"id":true,"key":true}},"livelihood":{"rows":{"id":true,"key":true}},"safety":{"rows":{"id":true,"key":true}},"governance":{"rows":{"id":true,"key":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"rows":{"id":true,"key":true},"preceded":true},"construction":{"rows":{"id":true,"key":true},"preceded":true},"livelihood":{"rows":{"id":true,"key":true},"preceded":true},"safety":{"rows":{"id":true,"key":true},"preceded":true},"governance":{"rows":{"id":true,"key":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"facets":{"dimension":true,"value":true,"count":true}},"construction":{"facets":{"dimension":true,"value":true,"count":true}},"livelihood":{"facets":{"dimension":true,"value":true,"count":true}},"safety":{"facets":{"dimension":true,"value":true,"count":true}},"governance":{"facets":{"dimension":true,"value":true,"count":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"rows":{"id":true,"key":true},"preceded":true},"construction":{"rows":{"id":true,"key":true},"preceded":true},"livelihood":{"rows":{"id":true,"key":true},"preceded":true},"safety":{"rows":{"id":true,"key":true},"preceded":true},"governance":{"rows":{"id":true,"key":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"facets":{"dimension":true,"value":true,"count":true}},"construction":{"facets":{"dimension":true,"value":true,"count":true}},"livelihood":{"facets":{"dimension":true,"value":true,"count":true}},"safety":{"facets":{"dimension":true,"value":true,"count":true}},"governance":{"facets":{"dimension":true,"value":true,"count":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"facets":{"dimension":true,"value":true,"count":true}},"construction":{"facets":{"dimension":true,"value":true,"count":true}},"livelihood":{"facets":{"dimension":true,"value":true,"count":true}},"safety":{"facets":{"dimension":true,"value":true,"count":true}},"governance":{"facets":{"dimension":true,"value":true,"count":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"facets":{"dimension":true,"value":true,"count":true}},"construction":{"facets":{"dimension":true,"value":true,"count":true}},"livelihood":{"facets":{"dimension":true,"value":true,"count":true}},"safety":{"facets":{"dimension":true,"value":true,"count":true}},"governance":{"facets":{"dimension":true,"value":true,"count":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"rows":{"id":true,"key":true}},"construction":{"rows":{"id":true,"key":true}},"livelihood":{"rows":{"id":true,"key":true}},"safety":{"rows":{"id":true,"key":true}},"governance":{"rows":{"id":true,"key":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"rows":{"id":true,"key":true},"preceded":true},"construction":{"rows":{"id":true,"key":true},"preceded":true},"livelihood":{"rows":{"id":true,"key":true},"preceded":true},"safety":{"rows":{"id":true,"key":true},"preceded":true},"governance":{"rows":{"id":true,"key":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"facets":{"dimension":true,"value":true,"count":true}},"construction":{"facets":{"dimension":true,"value":true,"count":true}},"livelihood":{"facets":{"dimension":true,"value":true,"count":true}},"safety":{"facets":{"dimension":true,"value":true,"count":true}},"governance":{"facets":{"dimension":true,"value":true,"count":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"facets":{"dimension":true,"value":true,"count":true}},"construction":{"facets":{"dimension":true,"value":true,"count":true}},"livelihood":{"facets":{"dimension":true,"value":true,"count":true}},"safety":{"facets":{"dimension":true,"value":true,"count":true}},"governance":{"facets":{"dimension":true,"value":true,"count":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"facets":{"dimension":true,"value":true,"count":true}},"construction":{"facets":{"dimension":true,"value":true,"count":true}},"livelihood":{"facets":{"dimension":true,"value":true,"count":true}},"safety":{"facets":{"dimension":true,"value":true,"count":true}},"governance":{"facets":{"dimension":true,"value":true,"count":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"rows":{"id":true,"key":true},"preceded":true},"construction":{"rows":{"id":true,"key":true},"preceded":true},"livelihood":{"rows":{"id":true,"key":true},"preceded":true},"safety":{"rows":{"id":true,"key":true},"preceded":true},"governance":{"rows":{"id":true,"key":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"facets":{"dimension":true,"value":true,"count":true}},"construction":{"facets":{"dimension":true,"value":true,"count":true}},"livelihood":{"facets":{"dimension":true,"value":true,"count":true}},"safety":{"facets":{"dimension":true,"value":true,"count":true}},"governance":{"facets":{"dimension":true,"value":true,"count":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"facets":{"dimension":true,"value":true,"count":true}},"construction":{"facets":{"dimension":true,"value":true,"count":true}},"livelihood":{"facets":{"dimension":true,"value":true,"count":true}},"safety":{"facets":{"dimension":true,"value":true,"count":true}},"governance":{"facets":{"dimension":true,"value":true,"count":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"facets":{"dimension":true,"value":true,"count":true}},"construction":{"facets":{"dimension":true,"value":true,"count":true}},"livelihood":{"facets":{"dimension":true,"value":true,"count":true}},"safety":{"facets":{"dimension":true,"value":true,"count":true}},"governance":{"facets":{"dimension":true,"value":true,"count":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"facets":{"dimension":true,"value":true,"count":true}},"construction":{"facets":{"dimension":true,"value":true,"count":true}},"livelihood":{"facets":{"dimension":true,"value":true,"count":true}},"safety":{"facets":{"dimension":true,"value":true,"count":true}},"governance":{"facets":{"dimension":true,"value":true,"count":true}}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['TargetConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}> ) );
  ResultConnection:
    ( { __typename: 'ResultConnection' }
    & GraphQLRecursivePick<FederationTypes['ResultConnection'], {"selector":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"rows":{"id":true,"key":true}},"construction":{"rows":{"id":true,"key":true}},"livelihood":{"rows":{"id":true,"key":true}},"safety":{"rows":{"id":true,"key":true}},"governance":{"rows":{"id":true,"key":true}}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"rows":{"id":true,"key":true}},"construction":{"rows":{"id":true,"key":true}},"livelihood":{"rows":{"id":true,"key":true}},"safety":{"rows":{"id":true,"key":true}},"governance":{"rows":{"id":true,"key":true}}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"rows":{"id":true,"key":true},"preceded":true},"construction":{"rows":{"id":true,"key":true},"preceded":true},"livelihood":{"rows":{"id":true,"key":true},"preceded":true},"safety":{"rows":{"id":true,"key":true},"preceded":true},"governance":{"rows":{"id":true,"key":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"rows":{"id":true,"key":true},"preceded":true},"construction":{"rows":{"id":true,"key":true},"preceded":true},"livelihood":{"rows":{"id":true,"key":true},"preceded":true},"safety":{"rows":{"id":true,"key":true},"preceded":true},"governance":{"rows":{"id":true,"key":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"rows":{"id":true,"key":true}},"construction":{"rows":{"id":true,"key":true}},"livelihood":{"rows":{"id":true,"key":true}},"safety":{"rows":{"id":true,"key":true}},"governance":{"rows":{"id":true,"key":true}}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"rows":{"id":true,"key":true},"preceded":true},"construction":{"rows":{"id":true,"key":true},"preceded":true},"livelihood":{"rows":{"id":true,"key":true},"preceded":true},"safety":{"rows":{"id":true,"key":true},"preceded":true},"governance":{"rows":{"id":true,"key":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"rows":{"id":true,"key":true},"preceded":true},"construction":{"rows":{"id":true,"key":true},"preceded":true},"livelihood":{"rows":{"id":true,"key":true},"preceded":true},"safety":{"rows":{"id":true,"key":true},"preceded":true},"governance":{"rows":{"id":true,"key":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['ResultConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}> ) );
  SearchConnection:
    ( { __typename: 'SearchConnection' }
    & GraphQLRecursivePick<FederationTypes['SearchConnection'], {"selector":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"construction":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"livelihood":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"safety":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"governance":{"rows":{"id":true,"type":true,"key":true,"highlights":true}}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"construction":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"livelihood":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"safety":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"governance":{"rows":{"id":true,"type":true,"key":true,"highlights":true}}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"construction":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"livelihood":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"safety":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"governance":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"construction":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"livelihood":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"safety":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"governance":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"construction":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"livelihood":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"safety":{"rows":{"id":true,"type":true,"key":true,"highlights":true}},"governance":{"rows":{"id":true,"type":true,"key":true,"highlights":true}}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"construction":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"livelihood":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"safety":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"governance":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"construction":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"livelihood":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"safety":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true},"governance":{"rows":{"id":true,"type":true,"key":true,"highlights":true},"preceded":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"total":true},"construction":{"total":true},"livelihood":{"total":true},"safety":{"total":true},"governance":{"total":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}>
        | GraphQLRecursivePick<FederationTypes['SearchConnection'], {"economy":{"answered":true},"construction":{"answered":true},"livelihood":{"answered":true},"safety":{"answered":true},"governance":{"answered":true}}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<unknown>;
  DateTime: ResolverTypeWrapper<unknown>;
  TargetKind: ResolverTypeWrapper<unknown>;
  TargetStatus: ResolverTypeWrapper<unknown>;
  Comparator: ResolverTypeWrapper<unknown>;
  Measure: ResolverTypeWrapper<unknown>;
  BaselineComparison: ResolverTypeWrapper<unknown>;
  PlaceReach: ResolverTypeWrapper<unknown>;
  Quantity: ResolverTypeWrapper<unknown>;
  Float: ResolverTypeWrapper<unknown>;
  String: ResolverTypeWrapper<unknown>;
  Change: ResolverTypeWrapper<unknown>;
  Citation: ResolverTypeWrapper<CitationDocument>;
  Progress: ResolverTypeWrapper<unknown>;
  TargetSlice: ResolverTypeWrapper<unknown>;
  Boolean: ResolverTypeWrapper<unknown>;
  Int: ResolverTypeWrapper<unknown>;
  TargetRow: ResolverTypeWrapper<unknown>;
  ID: ResolverTypeWrapper<unknown>;
  Coverage: ResolverTypeWrapper<unknown>;
  FacetCount: ResolverTypeWrapper<unknown>;
  ResultSlice: ResolverTypeWrapper<unknown>;
  ResultRow: ResolverTypeWrapper<unknown>;
  SearchSlice: ResolverTypeWrapper<unknown>;
  SearchRow: ResolverTypeWrapper<unknown>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Plan: ResolverTypeWrapper<PlanDocument>;
  Chapter: ResolverTypeWrapper<ChapterDocument>;
  WorkItem: ResolverTypeWrapper<WorkItemDocument>;
  Department: ResolverTypeWrapper<DepartmentReference>;
  Document: ResolverTypeWrapper<SourceDocument>;
  PlaceKind: ResolverTypeWrapper<unknown>;
  Place: ResolverTypeWrapper<PlaceDocument>;
  TargetConnection: ResolverTypeWrapper<Connection>;
  TargetEdge: ResolverTypeWrapper<unknown>;
  TargetFacets: ResolverTypeWrapper<unknown>;
  Facet: ResolverTypeWrapper<unknown>;
  PageInfo: ResolverTypeWrapper<unknown>;
  ResultConnection: ResolverTypeWrapper<Connection>;
  ResultEdge: ResolverTypeWrapper<unknown>;
  SearchConnection: ResolverTypeWrapper<Connection>;
  SearchEdge: ResolverTypeWrapper<unknown>;
  SearchHit: ResolverTypeWrapper<unknown>;
  Target: ResolverTypeWrapper<unknown>;
  Result: ResolverTypeWrapper<unknown>;
  EconomyTarget: ResolverTypeWrapper<unknown>;
  ConstructionTarget: ResolverTypeWrapper<unknown>;
  LivelihoodTarget: ResolverTypeWrapper<unknown>;
  SafetyTarget: ResolverTypeWrapper<unknown>;
  GovernanceTarget: ResolverTypeWrapper<unknown>;
  EconomyResult: ResolverTypeWrapper<unknown>;
  ConstructionResult: ResolverTypeWrapper<unknown>;
  LivelihoodResult: ResolverTypeWrapper<unknown>;
  SafetyResult: ResolverTypeWrapper<unknown>;
  GovernanceResult: ResolverTypeWrapper<unknown>;
  TargetFilter: ResolverTypeWrapper<unknown>;
  ResultFilter: ResolverTypeWrapper<unknown>;
  FloatRange: ResolverTypeWrapper<unknown>;
  TargetOrder: ResolverTypeWrapper<unknown>;
  TargetOrderField: ResolverTypeWrapper<unknown>;
  OrderDirection: ResolverTypeWrapper<unknown>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: unknown;
  DateTime: unknown;
  Quantity: unknown;
  Float: unknown;
  String: unknown;
  Change: unknown;
  Citation: CitationDocument;
  Progress: unknown;
  TargetSlice: unknown;
  Boolean: unknown;
  Int: unknown;
  TargetRow: unknown;
  ID: unknown;
  Coverage: unknown;
  FacetCount: unknown;
  ResultSlice: unknown;
  ResultRow: unknown;
  SearchSlice: unknown;
  SearchRow: unknown;
  Query: Record<PropertyKey, never>;
  Plan: PlanDocument;
  Chapter: ChapterDocument;
  WorkItem: WorkItemDocument;
  Department: DepartmentReference;
  Document: SourceDocument;
  Place: PlaceDocument;
  TargetConnection: Connection;
  TargetEdge: unknown;
  TargetFacets: unknown;
  Facet: unknown;
  PageInfo: unknown;
  ResultConnection: Connection;
  ResultEdge: unknown;
  SearchConnection: Connection;
  SearchEdge: unknown;
  SearchHit: unknown;
  Target: unknown;
  Result: unknown;
  EconomyTarget: unknown;
  ConstructionTarget: unknown;
  LivelihoodTarget: unknown;
  SafetyTarget: unknown;
  GovernanceTarget: unknown;
  EconomyResult: unknown;
  ConstructionResult: unknown;
  LivelihoodResult: unknown;
  SafetyResult: unknown;
  GovernanceResult: unknown;
  TargetFilter: unknown;
  ResultFilter: unknown;
  FloatRange: unknown;
  TargetOrder: unknown;
};

export type ToleratesAbsenceDirectiveArgs = { };

export type ToleratesAbsenceDirectiveResolver<Result, Parent, ContextType = Context, Args = ToleratesAbsenceDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QuantityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comparator?: Resolver<ResolversTypes['Comparator'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  absolute?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  relative?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citation'] = ResolversParentTypes['Citation']> = {
  document?: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  locator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quote?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Progress'] = ResolversParentTypes['Progress']> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TargetSliceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetSlice'] = ResolversParentTypes['TargetSlice']> = {
  answered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['TargetRow']>, ParentType, ContextType>;
  preceded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['FacetCount']>, ParentType, ContextType>;
};

export type TargetRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetRow'] = ResolversParentTypes['TargetRow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coverage?: Resolver<Array<ResolversTypes['Coverage']>, ParentType, ContextType>;
};

export type CoverageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  scope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FacetCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FacetCount'] = ResolversParentTypes['FacetCount']> = {
  dimension?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ResultSliceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResultSlice'] = ResolversParentTypes['ResultSlice']> = {
  answered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['ResultRow']>, ParentType, ContextType>;
  preceded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ResultRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResultRow'] = ResolversParentTypes['ResultRow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchSliceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchSlice'] = ResolversParentTypes['SearchSlice']> = {
  answered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['SearchRow']>, ParentType, ContextType>;
  preceded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchRow'] = ResolversParentTypes['SearchRow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  highlights?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType, RequireFields<QueryPlanArgs, 'year'>>;
  chapter?: Resolver<Maybe<ResolversTypes['Chapter']>, ParentType, ContextType, RequireFields<QueryChapterArgs, 'number'>>;
  workItem?: Resolver<Maybe<ResolversTypes['WorkItem']>, ParentType, ContextType, RequireFields<QueryWorkItemArgs, 'number'>>;
  departments?: Resolver<Array<ResolversTypes['Department']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType, RequireFields<QueryDepartmentArgs, 'code'>>;
  place?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType, Partial<QueryPlaceArgs>>;
  places?: Resolver<Array<ResolversTypes['Place']>, ParentType, ContextType, Partial<QueryPlacesArgs>>;
  target?: Resolver<Maybe<ResolversTypes['Target']>, ParentType, ContextType, RequireFields<QueryTargetArgs, 'id'>>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<QueryTargetsArgs>>;
  results?: Resolver<ResolversTypes['ResultConnection'], ParentType, ContextType, Partial<QueryResultsArgs>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'text'>>;
};

export type PlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Plan'] = ResolversParentTypes['Plan']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  addressees?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  chapters?: Resolver<Array<ResolversTypes['Chapter']>, ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<PlanTargetsArgs>>;
};

export type ChapterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Chapter'] = ResolversParentTypes['Chapter'], FederationReferenceType extends FederationReferenceTypes['Chapter'] = FederationReferenceTypes['Chapter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Chapter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['WorkItem']>, ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<ChapterTargetsArgs>>;
};

export type WorkItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkItem'] = ResolversParentTypes['WorkItem'], FederationReferenceType extends FederationReferenceTypes['WorkItem'] = FederationReferenceTypes['WorkItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  heading?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  chapter?: Resolver<ResolversTypes['Chapter'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<WorkItemTargetsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department'], FederationReferenceType extends FederationReferenceTypes['Department'] = FederationReferenceTypes['Department']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Department']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['WorkItem']>, ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<DepartmentTargetsArgs>>;
  available?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Document'] = ResolversParentTypes['Document'], FederationReferenceType extends FederationReferenceTypes['Document'] = FederationReferenceTypes['Document']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Document']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place'], FederationReferenceType extends FederationReferenceTypes['Place'] = FederationReferenceTypes['Place']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Place']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PlaceKind'], ParentType, ContextType>;
  within?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  contains?: Resolver<Array<ResolversTypes['Place']>, ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<PlaceTargetsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TargetConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetConnection'] = ResolversParentTypes['TargetConnection'], FederationReferenceType extends FederationReferenceTypes['TargetConnection'] = FederationReferenceTypes['TargetConnection']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TargetConnection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  selector?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['TargetEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['TargetFacets'], ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type TargetEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetEdge'] = ResolversParentTypes['TargetEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  reach?: Resolver<Maybe<ResolversTypes['PlaceReach']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TargetFacetsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetFacets'] = ResolversParentTypes['TargetFacets']> = {
  departments?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
  chapters?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
  kinds?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
  units?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
  statuses?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
};

export type FacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Facet'] = ResolversParentTypes['Facet']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResultConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResultConnection'] = ResolversParentTypes['ResultConnection'], FederationReferenceType extends FederationReferenceTypes['ResultConnection'] = FederationReferenceTypes['ResultConnection']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ResultConnection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  selector?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ResultEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Result']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type ResultEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResultEdge'] = ResolversParentTypes['ResultEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Result'], ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection'], FederationReferenceType extends FederationReferenceTypes['SearchConnection'] = FederationReferenceTypes['SearchConnection']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SearchConnection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  selector?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SearchHit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchHit'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  highlights?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SearchHitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = {
  __resolveType: TypeResolveFn<'WorkItem' | 'Place' | 'EconomyTarget' | 'ConstructionTarget' | 'LivelihoodTarget' | 'SafetyTarget' | 'GovernanceTarget' | 'EconomyResult' | 'ConstructionResult' | 'LivelihoodResult' | 'SafetyResult' | 'GovernanceResult', ParentType, ContextType>;
};

export type TargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target']> = {
  __resolveType: TypeResolveFn<'EconomyTarget' | 'ConstructionTarget' | 'LivelihoodTarget' | 'SafetyTarget' | 'GovernanceTarget', ParentType, ContextType>;
};

export type ResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Result'] = ResolversParentTypes['Result']> = {
  __resolveType: TypeResolveFn<'EconomyResult' | 'ConstructionResult' | 'LivelihoodResult' | 'SafetyResult' | 'GovernanceResult', ParentType, ContextType>;
};

export type EconomyTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EconomyTarget'] = ResolversParentTypes['EconomyTarget']> = {
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConstructionTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConstructionTarget'] = ResolversParentTypes['ConstructionTarget']> = {
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LivelihoodTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LivelihoodTarget'] = ResolversParentTypes['LivelihoodTarget']> = {
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SafetyTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SafetyTarget'] = ResolversParentTypes['SafetyTarget']> = {
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GovernanceTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GovernanceTarget'] = ResolversParentTypes['GovernanceTarget']> = {
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EconomyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EconomyResult'] = ResolversParentTypes['EconomyResult']> = {
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConstructionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConstructionResult'] = ResolversParentTypes['ConstructionResult']> = {
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LivelihoodResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LivelihoodResult'] = ResolversParentTypes['LivelihoodResult']> = {
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SafetyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SafetyResult'] = ResolversParentTypes['SafetyResult']> = {
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GovernanceResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GovernanceResult'] = ResolversParentTypes['GovernanceResult']> = {
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Quantity?: QuantityResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  Citation?: CitationResolvers<ContextType>;
  Progress?: ProgressResolvers<ContextType>;
  TargetSlice?: TargetSliceResolvers<ContextType>;
  TargetRow?: TargetRowResolvers<ContextType>;
  Coverage?: CoverageResolvers<ContextType>;
  FacetCount?: FacetCountResolvers<ContextType>;
  ResultSlice?: ResultSliceResolvers<ContextType>;
  ResultRow?: ResultRowResolvers<ContextType>;
  SearchSlice?: SearchSliceResolvers<ContextType>;
  SearchRow?: SearchRowResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Plan?: PlanResolvers<ContextType>;
  Chapter?: ChapterResolvers<ContextType>;
  WorkItem?: WorkItemResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  Document?: DocumentResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  TargetConnection?: TargetConnectionResolvers<ContextType>;
  TargetEdge?: TargetEdgeResolvers<ContextType>;
  TargetFacets?: TargetFacetsResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ResultConnection?: ResultConnectionResolvers<ContextType>;
  ResultEdge?: ResultEdgeResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  Target?: TargetResolvers<ContextType>;
  Result?: ResultResolvers<ContextType>;
  EconomyTarget?: EconomyTargetResolvers<ContextType>;
  ConstructionTarget?: ConstructionTargetResolvers<ContextType>;
  LivelihoodTarget?: LivelihoodTargetResolvers<ContextType>;
  SafetyTarget?: SafetyTargetResolvers<ContextType>;
  GovernanceTarget?: GovernanceTargetResolvers<ContextType>;
  EconomyResult?: EconomyResultResolvers<ContextType>;
  ConstructionResult?: ConstructionResultResolvers<ContextType>;
  LivelihoodResult?: LivelihoodResultResolvers<ContextType>;
  SafetyResult?: SafetyResultResolvers<ContextType>;
  GovernanceResult?: GovernanceResultResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  toleratesAbsence?: ToleratesAbsenceDirectiveResolver<any, any, ContextType>;
};
