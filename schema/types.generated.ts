export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
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
 * 一项目标：2023年的一个承诺，一数一条。
 * A target: one commitment for 2023, one per figure.
 */
export type Target = {
  /** 稳定的编号，如 economy:2.1。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字：新增注册企业。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 类别。 The kind of commitment. */
  kind: TargetKind;
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量；非数量目标为空。 The quantity; null unless kind is FIGURE. */
  quantity: Maybe<Quantity>;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 牵头部门。 The owning department. */
  department: Department;
  /** 所属工作事项；仅见于政府工作报告时为空。 The work item; null when only the government report gives the target. */
  workItem: Maybe<WorkItem>;
  /** 所属章节；仅见于政府工作报告时为空。 The chapter; null when only the government report gives the target. */
  chapter: Maybe<Chapter>;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2022年结果（如报告给出）。 The 2022 result on the same indicator, if the government report gives one. */
  baseline: Maybe<Result>;
  /** 与2022年结果之差；无可比基数时为空。 Change against the baseline. */
  change: Maybe<Change>;
  /** 低于、等于或高于2022年结果；无可比基数时为空。 The target compared with its baseline. */
  comparison: Maybe<BaselineComparison>;
  /** 表述不同的同一事项，或相近但不可比的指标。 The same matter stated otherwise, or a similar indicator that does not compare. */
  related: Array<Relation>;
  /** 部门的最新填报；尚无时为空。 The department's latest progress entry, null until there is one. */
  progress: Maybe<Progress>;
  /** 全部填报，由新到旧。 Every progress entry, newest first. */
  progressHistory: Array<Progress>;
  /** 状态。 Status. */
  status: TargetStatus;
  /** 修订号，每次填报加一。 Revision, one more at each progress entry. */
  revision: Scalars['Int']['output'];
  /** 最近更新时刻。 When it was last updated. */
  updatedAt: Scalars['DateTime']['output'];
};

/**
 * 一项结果：2022年回顾中的一个数字。
 * A result: one figure of the 2022 review.
 */
export type Result = {
  /** 稳定的编号，如 economy:2022.1.3。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量。 The quantity. */
  quantity: Quantity;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 同比，百分数；原文在数额旁写明同比时给出。 Year on year in percent, where the text prints it beside an amount. */
  yearOnYear: Maybe<Scalars['Float']['output']>;
  /** 累计、已有、达：累计数或水平，而非当年数。 A running total or a level, not the year's own. */
  cumulative: Scalars['Boolean']['output'];
  /** 所属部门。 The owning department. */
  department: Department;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2023年目标。 The 2023 targets on the same indicator. */
  targets: Array<Target>;
};

/**
 * 两项表述之间的关系：指向一项目标或一项结果。
 * A relation to another target or to a result.
 */
export type Relation = {
  __typename?: 'Relation';
  /** 差别何在。 How they differ. */
  note: Scalars['String']['output'];
  /** 所指目标；所指为结果时为空。 The other target, or null. */
  target: Maybe<Target>;
  /** 所指结果；所指为目标时为空。 The result, or null. */
  result: Maybe<Result>;
};

/**
 * 填报进度的输入。数值与说明至少一项。
 * A progress entry: a value, a note, or both.
 */
export type ReportProgressInput = {
  /** 目标编号。 The target's id. */
  targetId: Scalars['ID']['input'];
  /** 数值，单位同目标；仅数量目标可填。 The value in the target's unit; figures only. */
  value?: InputMaybe<Scalars['Float']['input']>;
  /** 说明，至多2000字。 A note of at most 2000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** 截至日期，默认今天。 The day that the entry describes; today by default. */
  asOf?: InputMaybe<Scalars['Date']['input']>;
  /** 是否已完成；不填时按数值判断。 Whether it is achieved; judged by the value when absent. */
  achieved?: InputMaybe<Scalars['Boolean']['input']>;
  /** 所依据的修订号；已被他人更新时拒绝（CONFLICT）。 The revision that the entry builds on; refused with CONFLICT when another entry came first. */
  expectedRevision: Scalars['Int']['input'];
};

/**
 * 目标列表，汇集全部部门。
 * A page of targets, gathered from every department.
 */
export type TargetConnection = {
  __typename?: 'TargetConnection';
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
};

/**
 * 结果列表，汇集全部部门。
 * A page of results, gathered from every department.
 */
export type ResultConnection = {
  __typename?: 'ResultConnection';
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
};

/**
 * 检索结果，最相关者在前。
 * A page of search hits, best first.
 */
export type SearchConnection = {
  __typename?: 'SearchConnection';
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
 * 建设目标：重大工程、土地、功能区、城区品质与生态环境。
 * A target of the construction department: works, land, functional areas, streetscape, environment.
 */
export type ConstructionTarget = Target & {
  __typename?: 'ConstructionTarget';
  /** 稳定的编号，如 economy:2.1。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字：新增注册企业。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 类别。 The kind of commitment. */
  kind: TargetKind;
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量；非数量目标为空。 The quantity; null unless kind is FIGURE. */
  quantity: Maybe<Quantity>;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 牵头部门。 The owning department. */
  department: Department;
  /** 所属工作事项；仅见于政府工作报告时为空。 The work item; null when only the government report gives the target. */
  workItem: Maybe<WorkItem>;
  /** 所属章节；仅见于政府工作报告时为空。 The chapter; null when only the government report gives the target. */
  chapter: Maybe<Chapter>;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2022年结果（如报告给出）。 The 2022 result on the same indicator, if the government report gives one. */
  baseline: Maybe<Result>;
  /** 与2022年结果之差；无可比基数时为空。 Change against the baseline. */
  change: Maybe<Change>;
  /** 低于、等于或高于2022年结果；无可比基数时为空。 The target compared with its baseline. */
  comparison: Maybe<BaselineComparison>;
  /** 表述不同的同一事项，或相近但不可比的指标。 The same matter stated otherwise, or a similar indicator that does not compare. */
  related: Array<Relation>;
  /** 部门的最新填报；尚无时为空。 The department's latest progress entry, null until there is one. */
  progress: Maybe<Progress>;
  /** 全部填报，由新到旧。 Every progress entry, newest first. */
  progressHistory: Array<Progress>;
  /** 状态。 Status. */
  status: TargetStatus;
  /** 修订号，每次填报加一。 Revision, one more at each progress entry. */
  revision: Scalars['Int']['output'];
  /** 最近更新时刻。 When it was last updated. */
  updatedAt: Scalars['DateTime']['output'];
  /** 工程今年的阶段。 The stage that the works reach this year. */
  stage: Maybe<ConstructionStage>;
  /** 起讫或范围，照原文：汶水路—永和路。 The stretch or extent, as printed. */
  extent: Maybe<Scalars['String']['output']>;
};

/**
 * 工程阶段。
 * The stage of the works.
 */
export type ConstructionStage =
  /** 前期、推进。 Preparation or continuing works. */
  | 'PREPARATION'
  /** 开工、启动。 Start. */
  | 'START'
  /** 竣工、建成、完成。 Completion. */
  | 'COMPLETION'
  /** 改造、转型、更新。 Renewal. */
  | 'RENEWAL';

/**
 * 2022年的建设结果。
 * A 2022 result of the construction department.
 */
export type ConstructionResult = Result & {
  __typename?: 'ConstructionResult';
  /** 稳定的编号，如 economy:2022.1.3。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量。 The quantity. */
  quantity: Quantity;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 同比，百分数；原文在数额旁写明同比时给出。 Year on year in percent, where the text prints it beside an amount. */
  yearOnYear: Maybe<Scalars['Float']['output']>;
  /** 累计、已有、达：累计数或水平，而非当年数。 A running total or a level, not the year's own. */
  cumulative: Scalars['Boolean']['output'];
  /** 所属部门。 The owning department. */
  department: Department;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2023年目标。 The 2023 targets on the same indicator. */
  targets: Array<Target>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * 填报一项建设目标的进度。
   * Files progress on a target of the construction department.
   */
  reportConstructionProgress: ConstructionTarget;
  /**
   * 填报一项经济目标的进度。
   * Files progress on a target of the economy department.
   */
  reportEconomyProgress: EconomyTarget;
  /**
   * 填报一项治理目标的进度。
   * Files progress on a target of the governance department.
   */
  reportGovernanceProgress: GovernanceTarget;
  /**
   * 填报一项民生目标的进度。
   * Files progress on a target of the livelihood department.
   */
  reportLivelihoodProgress: LivelihoodTarget;
  /**
   * 填报一项安全目标的进度。
   * Files progress on a target of the safety department.
   */
  reportSafetyProgress: SafetyTarget;
};


export type MutationReportConstructionProgressArgs = {
  input: ReportProgressInput;
};


export type MutationReportEconomyProgressArgs = {
  input: ReportProgressInput;
};


export type MutationReportGovernanceProgressArgs = {
  input: ReportProgressInput;
};


export type MutationReportLivelihoodProgressArgs = {
  input: ReportProgressInput;
};


export type MutationReportSafetyProgressArgs = {
  input: ReportProgressInput;
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
 * 经济目标：增长、招商、总部、产业、消费、开放与科创。
 * A target of the economy department: growth, investment, headquarters, industry, consumption, innovation.
 */
export type EconomyTarget = Target & {
  __typename?: 'EconomyTarget';
  /** 稳定的编号，如 economy:2.1。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字：新增注册企业。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 类别。 The kind of commitment. */
  kind: TargetKind;
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量；非数量目标为空。 The quantity; null unless kind is FIGURE. */
  quantity: Maybe<Quantity>;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 牵头部门。 The owning department. */
  department: Department;
  /** 所属工作事项；仅见于政府工作报告时为空。 The work item; null when only the government report gives the target. */
  workItem: Maybe<WorkItem>;
  /** 所属章节；仅见于政府工作报告时为空。 The chapter; null when only the government report gives the target. */
  chapter: Maybe<Chapter>;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2022年结果（如报告给出）。 The 2022 result on the same indicator, if the government report gives one. */
  baseline: Maybe<Result>;
  /** 与2022年结果之差；无可比基数时为空。 Change against the baseline. */
  change: Maybe<Change>;
  /** 低于、等于或高于2022年结果；无可比基数时为空。 The target compared with its baseline. */
  comparison: Maybe<BaselineComparison>;
  /** 表述不同的同一事项，或相近但不可比的指标。 The same matter stated otherwise, or a similar indicator that does not compare. */
  related: Array<Relation>;
  /** 部门的最新填报；尚无时为空。 The department's latest progress entry, null until there is one. */
  progress: Maybe<Progress>;
  /** 全部填报，由新到旧。 Every progress entry, newest first. */
  progressHistory: Array<Progress>;
  /** 状态。 Status. */
  status: TargetStatus;
  /** 修订号，每次填报加一。 Revision, one more at each progress entry. */
  revision: Scalars['Int']['output'];
  /** 最近更新时刻。 When it was last updated. */
  updatedAt: Scalars['DateTime']['output'];
  /** 所涉行业或企业类别，照原文：持牌类金融机构。 The industry or class of enterprise, as printed. */
  industry: Maybe<Scalars['String']['output']>;
};

/**
 * 2022年的经济结果。
 * A 2022 result of the economy department.
 */
export type EconomyResult = Result & {
  __typename?: 'EconomyResult';
  /** 稳定的编号，如 economy:2022.1.3。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量。 The quantity. */
  quantity: Quantity;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 同比，百分数；原文在数额旁写明同比时给出。 Year on year in percent, where the text prints it beside an amount. */
  yearOnYear: Maybe<Scalars['Float']['output']>;
  /** 累计、已有、达：累计数或水平，而非当年数。 A running total or a level, not the year's own. */
  cumulative: Scalars['Boolean']['output'];
  /** 所属部门。 The owning department. */
  department: Department;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2023年目标。 The 2023 targets on the same indicator. */
  targets: Array<Target>;
};

/**
 * 治理目标：政务服务、两张网、基层治理与政府自身建设。
 * A target of the governance department: public services, digital government, neighbourhoods, the government itself.
 */
export type GovernanceTarget = Target & {
  __typename?: 'GovernanceTarget';
  /** 稳定的编号，如 economy:2.1。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字：新增注册企业。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 类别。 The kind of commitment. */
  kind: TargetKind;
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量；非数量目标为空。 The quantity; null unless kind is FIGURE. */
  quantity: Maybe<Quantity>;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 牵头部门。 The owning department. */
  department: Department;
  /** 所属工作事项；仅见于政府工作报告时为空。 The work item; null when only the government report gives the target. */
  workItem: Maybe<WorkItem>;
  /** 所属章节；仅见于政府工作报告时为空。 The chapter; null when only the government report gives the target. */
  chapter: Maybe<Chapter>;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2022年结果（如报告给出）。 The 2022 result on the same indicator, if the government report gives one. */
  baseline: Maybe<Result>;
  /** 与2022年结果之差；无可比基数时为空。 Change against the baseline. */
  change: Maybe<Change>;
  /** 低于、等于或高于2022年结果；无可比基数时为空。 The target compared with its baseline. */
  comparison: Maybe<BaselineComparison>;
  /** 表述不同的同一事项，或相近但不可比的指标。 The same matter stated otherwise, or a similar indicator that does not compare. */
  related: Array<Relation>;
  /** 部门的最新填报；尚无时为空。 The department's latest progress entry, null until there is one. */
  progress: Maybe<Progress>;
  /** 全部填报，由新到旧。 Every progress entry, newest first. */
  progressHistory: Array<Progress>;
  /** 状态。 Status. */
  status: TargetStatus;
  /** 修订号，每次填报加一。 Revision, one more at each progress entry. */
  revision: Scalars['Int']['output'];
  /** 最近更新时刻。 When it was last updated. */
  updatedAt: Scalars['DateTime']['output'];
  /** 制度、平台或改革，照原文：首席数据官制度。 The institution, platform or reform, as printed. */
  mechanism: Maybe<Scalars['String']['output']>;
};

/**
 * 2022年的治理结果。
 * A 2022 result of the governance department.
 */
export type GovernanceResult = Result & {
  __typename?: 'GovernanceResult';
  /** 稳定的编号，如 economy:2022.1.3。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量。 The quantity. */
  quantity: Quantity;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 同比，百分数；原文在数额旁写明同比时给出。 Year on year in percent, where the text prints it beside an amount. */
  yearOnYear: Maybe<Scalars['Float']['output']>;
  /** 累计、已有、达：累计数或水平，而非当年数。 A running total or a level, not the year's own. */
  cumulative: Scalars['Boolean']['output'];
  /** 所属部门。 The owning department. */
  department: Department;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2023年目标。 The 2023 targets on the same indicator. */
  targets: Array<Target>;
};

/**
 * 民生目标：就业、养老、托幼、居住、教育、卫生、文化与体育。
 * A target of the livelihood department: employment, care, housing, education, health, culture, sport.
 */
export type LivelihoodTarget = Target & {
  __typename?: 'LivelihoodTarget';
  /** 稳定的编号，如 economy:2.1。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字：新增注册企业。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 类别。 The kind of commitment. */
  kind: TargetKind;
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量；非数量目标为空。 The quantity; null unless kind is FIGURE. */
  quantity: Maybe<Quantity>;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 牵头部门。 The owning department. */
  department: Department;
  /** 所属工作事项；仅见于政府工作报告时为空。 The work item; null when only the government report gives the target. */
  workItem: Maybe<WorkItem>;
  /** 所属章节；仅见于政府工作报告时为空。 The chapter; null when only the government report gives the target. */
  chapter: Maybe<Chapter>;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2022年结果（如报告给出）。 The 2022 result on the same indicator, if the government report gives one. */
  baseline: Maybe<Result>;
  /** 与2022年结果之差；无可比基数时为空。 Change against the baseline. */
  change: Maybe<Change>;
  /** 低于、等于或高于2022年结果；无可比基数时为空。 The target compared with its baseline. */
  comparison: Maybe<BaselineComparison>;
  /** 表述不同的同一事项，或相近但不可比的指标。 The same matter stated otherwise, or a similar indicator that does not compare. */
  related: Array<Relation>;
  /** 部门的最新填报；尚无时为空。 The department's latest progress entry, null until there is one. */
  progress: Maybe<Progress>;
  /** 全部填报，由新到旧。 Every progress entry, newest first. */
  progressHistory: Array<Progress>;
  /** 状态。 Status. */
  status: TargetStatus;
  /** 修订号，每次填报加一。 Revision, one more at each progress entry. */
  revision: Scalars['Int']['output'];
  /** 最近更新时刻。 When it was last updated. */
  updatedAt: Scalars['DateTime']['output'];
  /** 受益人群，照原文：长期失业青年。 Whom it serves, as printed. */
  beneficiaries: Maybe<Scalars['String']['output']>;
};

/**
 * 2022年的民生结果。
 * A 2022 result of the livelihood department.
 */
export type LivelihoodResult = Result & {
  __typename?: 'LivelihoodResult';
  /** 稳定的编号，如 economy:2022.1.3。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量。 The quantity. */
  quantity: Quantity;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 同比，百分数；原文在数额旁写明同比时给出。 Year on year in percent, where the text prints it beside an amount. */
  yearOnYear: Maybe<Scalars['Float']['output']>;
  /** 累计、已有、达：累计数或水平，而非当年数。 A running total or a level, not the year's own. */
  cumulative: Scalars['Boolean']['output'];
  /** 所属部门。 The owning department. */
  department: Department;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2023年目标。 The 2023 targets on the same indicator. */
  targets: Array<Target>;
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
 * 安全目标：疫情防控、城市安全、应急管理与社会稳定。
 * A target of the safety department: epidemic control, urban safety, emergency management, stability.
 */
export type SafetyTarget = Target & {
  __typename?: 'SafetyTarget';
  /** 稳定的编号，如 economy:2.1。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字：新增注册企业。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 类别。 The kind of commitment. */
  kind: TargetKind;
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量；非数量目标为空。 The quantity; null unless kind is FIGURE. */
  quantity: Maybe<Quantity>;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 牵头部门。 The owning department. */
  department: Department;
  /** 所属工作事项；仅见于政府工作报告时为空。 The work item; null when only the government report gives the target. */
  workItem: Maybe<WorkItem>;
  /** 所属章节；仅见于政府工作报告时为空。 The chapter; null when only the government report gives the target. */
  chapter: Maybe<Chapter>;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2022年结果（如报告给出）。 The 2022 result on the same indicator, if the government report gives one. */
  baseline: Maybe<Result>;
  /** 与2022年结果之差；无可比基数时为空。 Change against the baseline. */
  change: Maybe<Change>;
  /** 低于、等于或高于2022年结果；无可比基数时为空。 The target compared with its baseline. */
  comparison: Maybe<BaselineComparison>;
  /** 表述不同的同一事项，或相近但不可比的指标。 The same matter stated otherwise, or a similar indicator that does not compare. */
  related: Array<Relation>;
  /** 部门的最新填报；尚无时为空。 The department's latest progress entry, null until there is one. */
  progress: Maybe<Progress>;
  /** 全部填报，由新到旧。 Every progress entry, newest first. */
  progressHistory: Array<Progress>;
  /** 状态。 Status. */
  status: TargetStatus;
  /** 修订号，每次填报加一。 Revision, one more at each progress entry. */
  revision: Scalars['Int']['output'];
  /** 最近更新时刻。 When it was last updated. */
  updatedAt: Scalars['DateTime']['output'];
  /** 保护对象，照原文：高层住宅。 The protected persons or things, as printed. */
  protects: Maybe<Scalars['String']['output']>;
};

/**
 * 2022年的安全结果。
 * A 2022 result of the safety department.
 */
export type SafetyResult = Result & {
  __typename?: 'SafetyResult';
  /** 稳定的编号，如 economy:2022.1.3。 Stable id. */
  id: Scalars['ID']['output'];
  /** 名称，不含数字。 Its name, without the number. */
  title: Scalars['String']['output'];
  /** 年度。 The year. */
  year: Scalars['Int']['output'];
  /** 数量。 The quantity. */
  quantity: Quantity;
  /** 条文原文。 The verbatim clause. */
  text: Scalars['String']['output'];
  /** 出处，至少一条。 Citations, at least one. */
  citations: Array<Citation>;
  /** 同比，百分数；原文在数额旁写明同比时给出。 Year on year in percent, where the text prints it beside an amount. */
  yearOnYear: Maybe<Scalars['Float']['output']>;
  /** 累计、已有、达：累计数或水平，而非当年数。 A running total or a level, not the year's own. */
  cumulative: Scalars['Boolean']['output'];
  /** 所属部门。 The owning department. */
  department: Department;
  /** 条文点名的地方。 The places that the clause names. */
  places: Array<Place>;
  /** 同一指标的2023年目标。 The 2023 targets on the same indicator. */
  targets: Array<Target>;
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
