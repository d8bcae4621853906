import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { TargetDocument, ResultDocument } from './documents';
import type { ConnectionKey } from '../../lists/contract/slice';
import type { AskedTargets, AskedResults, AskedSearch } from '../../lists/contract/selector';
import type { DepartmentContext } from './context';
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

/**
 * 一项目标：2023年的一个承诺，一数一条。
 * A target: one commitment for 2023, one per figure.
 */
export type Target = {
  /** 稳定的编号，如 economy:2.1。 Stable id. */
  id: Scalars['ID']['output'];
  /** 网关所用的编号。 The id as the gateway passes it on. */
  ref: Scalars['ID']['output'];
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
  /** 网关所用的编号。 The id as the gateway passes it on. */
  ref: Scalars['ID']['output'];
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

export type TargetConnection = {
  __typename?: 'TargetConnection';
  selector: Scalars['ID']['output'];
  own: Maybe<TargetSlice>;
};

export type ResultConnection = {
  __typename?: 'ResultConnection';
  selector: Scalars['ID']['output'];
  own: Maybe<ResultSlice>;
};

export type SearchConnection = {
  __typename?: 'SearchConnection';
  selector: Scalars['ID']['output'];
  own: Maybe<SearchSlice>;
};

export type Department = {
  __typename?: 'Department';
  code: Scalars['ID']['output'];
  /** 本部门能否作答；对其他部门为空。 Whether this department can answer; null for the others. */
  own: Maybe<Scalars['Boolean']['output']>;
};

export type Document = {
  __typename?: 'Document';
  id: Scalars['ID']['output'];
};

export type WorkItem = {
  __typename?: 'WorkItem';
  number: Scalars['Int']['output'];
};

export type Chapter = {
  __typename?: 'Chapter';
  number: Scalars['Int']['output'];
};

export type Place = {
  __typename?: 'Place';
  id: Scalars['ID']['output'];
};

/**
 * 本部门目标。
 * A target of the own department.
 */
export type OwnTarget = Target & {
  __typename?: 'OwnTarget';
  /** 稳定的编号，如 economy:2.1。 Stable id. */
  id: Scalars['ID']['output'];
  /** 网关所用的编号。 The id as the gateway passes it on. */
  ref: Scalars['ID']['output'];
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
 * 2022年的本部门结果。
 * A 2022 result of the own department.
 */
export type OwnResult = Result & {
  __typename?: 'OwnResult';
  /** 稳定的编号，如 economy:2022.1.3。 Stable id. */
  id: Scalars['ID']['output'];
  /** 网关所用的编号。 The id as the gateway passes it on. */
  ref: Scalars['ID']['output'];
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
   * 填报一项本部门目标的进度。
   * Files progress on a target of the own department.
   */
  reportOwnProgress: OwnTarget;
};


export type MutationReportOwnProgressArgs = {
  input: ReportProgressInput;
};



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
  TargetConnection: TargetConnection;
  ResultConnection: ResultConnection;
  SearchConnection: SearchConnection;
  Department: Department;
  OwnTarget: OwnTarget;
  OwnResult: OwnResult;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  TargetConnection:
    ( { __typename: 'TargetConnection' }
    & GraphQLRecursivePick<FederationTypes['TargetConnection'], {"selector":true}> );
  ResultConnection:
    ( { __typename: 'ResultConnection' }
    & GraphQLRecursivePick<FederationTypes['ResultConnection'], {"selector":true}> );
  SearchConnection:
    ( { __typename: 'SearchConnection' }
    & GraphQLRecursivePick<FederationTypes['SearchConnection'], {"selector":true}> );
  Department:
    ( { __typename: 'Department' }
    & GraphQLRecursivePick<FederationTypes['Department'], {"code":true}> );
  OwnTarget:
    ( { __typename: 'OwnTarget' }
    & ( GraphQLRecursivePick<FederationTypes['OwnTarget'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['OwnTarget'], {"ref":true}> ) );
  OwnResult:
    ( { __typename: 'OwnResult' }
    & ( GraphQLRecursivePick<FederationTypes['OwnResult'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['OwnResult'], {"ref":true}> ) );
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
  Citation: ResolverTypeWrapper<unknown>;
  Progress: ResolverTypeWrapper<unknown>;
  TargetSlice: ResolverTypeWrapper<AskedTargets>;
  Boolean: ResolverTypeWrapper<unknown>;
  Int: ResolverTypeWrapper<unknown>;
  TargetRow: ResolverTypeWrapper<unknown>;
  ID: ResolverTypeWrapper<unknown>;
  Coverage: ResolverTypeWrapper<unknown>;
  FacetCount: ResolverTypeWrapper<unknown>;
  ResultSlice: ResolverTypeWrapper<AskedResults>;
  ResultRow: ResolverTypeWrapper<unknown>;
  SearchSlice: ResolverTypeWrapper<AskedSearch>;
  SearchRow: ResolverTypeWrapper<unknown>;
  Target: ResolverTypeWrapper<unknown>;
  Result: ResolverTypeWrapper<unknown>;
  Relation: ResolverTypeWrapper<unknown>;
  ReportProgressInput: ResolverTypeWrapper<unknown>;
  TargetConnection: ResolverTypeWrapper<ConnectionKey>;
  ResultConnection: ResolverTypeWrapper<ConnectionKey>;
  SearchConnection: ResolverTypeWrapper<ConnectionKey>;
  Department: ResolverTypeWrapper<unknown>;
  Document: ResolverTypeWrapper<unknown>;
  WorkItem: ResolverTypeWrapper<unknown>;
  Chapter: ResolverTypeWrapper<unknown>;
  Place: ResolverTypeWrapper<unknown>;
  OwnTarget: ResolverTypeWrapper<TargetDocument>;
  OwnResult: ResolverTypeWrapper<ResultDocument>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: unknown;
  DateTime: unknown;
  Quantity: unknown;
  Float: unknown;
  String: unknown;
  Change: unknown;
  Citation: unknown;
  Progress: unknown;
  TargetSlice: AskedTargets;
  Boolean: unknown;
  Int: unknown;
  TargetRow: unknown;
  ID: unknown;
  Coverage: unknown;
  FacetCount: unknown;
  ResultSlice: AskedResults;
  ResultRow: unknown;
  SearchSlice: AskedSearch;
  SearchRow: unknown;
  Target: unknown;
  Result: unknown;
  Relation: unknown;
  ReportProgressInput: unknown;
  TargetConnection: ConnectionKey;
  ResultConnection: ConnectionKey;
  SearchConnection: ConnectionKey;
  Department: unknown;
  Document: unknown;
  WorkItem: unknown;
  Chapter: unknown;
  Place: unknown;
  OwnTarget: TargetDocument;
  OwnResult: ResultDocument;
  Mutation: Record<PropertyKey, never>;
};

export type ToleratesAbsenceDirectiveArgs = { };

export type ToleratesAbsenceDirectiveResolver<Result, Parent, ContextType = DepartmentContext, Args = ToleratesAbsenceDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QuantityResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comparator?: Resolver<ResolversTypes['Comparator'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  absolute?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  relative?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CitationResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Citation'] = ResolversParentTypes['Citation']> = {
  document?: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  locator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quote?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProgressResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Progress'] = ResolversParentTypes['Progress']> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TargetSliceResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['TargetSlice'] = ResolversParentTypes['TargetSlice']> = {
  answered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['TargetRow']>, ParentType, ContextType>;
  preceded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['FacetCount']>, ParentType, ContextType>;
};

export type TargetRowResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['TargetRow'] = ResolversParentTypes['TargetRow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coverage?: Resolver<Array<ResolversTypes['Coverage']>, ParentType, ContextType>;
};

export type CoverageResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  scope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FacetCountResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['FacetCount'] = ResolversParentTypes['FacetCount']> = {
  dimension?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ResultSliceResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['ResultSlice'] = ResolversParentTypes['ResultSlice']> = {
  answered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['ResultRow']>, ParentType, ContextType>;
  preceded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ResultRowResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['ResultRow'] = ResolversParentTypes['ResultRow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchSliceResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['SearchSlice'] = ResolversParentTypes['SearchSlice']> = {
  answered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['SearchRow']>, ParentType, ContextType>;
  preceded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchRowResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['SearchRow'] = ResolversParentTypes['SearchRow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  highlights?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TargetResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target']> = {
  __resolveType: TypeResolveFn<'OwnTarget', ParentType, ContextType>;
};

export type ResultResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Result'] = ResolversParentTypes['Result']> = {
  __resolveType: TypeResolveFn<'OwnResult', ParentType, ContextType>;
};

export type RelationResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Relation'] = ResolversParentTypes['Relation']> = {
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Target']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['Result']>, ParentType, ContextType>;
};

export type TargetConnectionResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['TargetConnection'] = ResolversParentTypes['TargetConnection'], FederationReferenceType extends FederationReferenceTypes['TargetConnection'] = FederationReferenceTypes['TargetConnection']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TargetConnection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  selector?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  own?: Resolver<Maybe<ResolversTypes['TargetSlice']>, ParentType, ContextType>;
};

export type ResultConnectionResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['ResultConnection'] = ResolversParentTypes['ResultConnection'], FederationReferenceType extends FederationReferenceTypes['ResultConnection'] = FederationReferenceTypes['ResultConnection']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ResultConnection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  selector?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  own?: Resolver<Maybe<ResolversTypes['ResultSlice']>, ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection'], FederationReferenceType extends FederationReferenceTypes['SearchConnection'] = FederationReferenceTypes['SearchConnection']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SearchConnection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  selector?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  own?: Resolver<Maybe<ResolversTypes['SearchSlice']>, ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department'], FederationReferenceType extends FederationReferenceTypes['Department'] = FederationReferenceTypes['Department']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Department']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  own?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type DocumentResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Document'] = ResolversParentTypes['Document']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WorkItemResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['WorkItem'] = ResolversParentTypes['WorkItem']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChapterResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Chapter'] = ResolversParentTypes['Chapter']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OwnTargetResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['OwnTarget'] = ResolversParentTypes['OwnTarget'], FederationReferenceType extends FederationReferenceTypes['OwnTarget'] = FederationReferenceTypes['OwnTarget']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OwnTarget']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TargetKind'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  workItem?: Resolver<Maybe<ResolversTypes['WorkItem']>, ParentType, ContextType>;
  chapter?: Resolver<Maybe<ResolversTypes['Chapter']>, ParentType, ContextType>;
  places?: Resolver<Array<ResolversTypes['Place']>, ParentType, ContextType>;
  baseline?: Resolver<Maybe<ResolversTypes['Result']>, ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes['Change']>, ParentType, ContextType>;
  comparison?: Resolver<Maybe<ResolversTypes['BaselineComparison']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Relation']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Progress']>, ParentType, ContextType>;
  progressHistory?: Resolver<Array<ResolversTypes['Progress']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TargetStatus'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OwnResultResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['OwnResult'] = ResolversParentTypes['OwnResult'], FederationReferenceType extends FederationReferenceTypes['OwnResult'] = FederationReferenceTypes['OwnResult']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OwnResult']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  yearOnYear?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cumulative?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  places?: Resolver<Array<ResolversTypes['Place']>, ParentType, ContextType>;
  targets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = DepartmentContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reportOwnProgress?: Resolver<ResolversTypes['OwnTarget'], ParentType, ContextType, RequireFields<MutationReportOwnProgressArgs, 'input'>>;
};

export type Resolvers<ContextType = DepartmentContext> = {
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
  Target?: TargetResolvers<ContextType>;
  Result?: ResultResolvers<ContextType>;
  Relation?: RelationResolvers<ContextType>;
  TargetConnection?: TargetConnectionResolvers<ContextType>;
  ResultConnection?: ResultConnectionResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  Document?: DocumentResolvers<ContextType>;
  WorkItem?: WorkItemResolvers<ContextType>;
  Chapter?: ChapterResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  OwnTarget?: OwnTargetResolvers<ContextType>;
  OwnResult?: OwnResultResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = DepartmentContext> = {
  toleratesAbsence?: ToleratesAbsenceDirectiveResolver<any, any, ContextType>;
};
