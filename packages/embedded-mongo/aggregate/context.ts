import { type Document } from 'bson';
import { type Transaction } from 'lmdb';
import { type Options } from 'mingo/types';
import { type ReadStatistics } from '../query/read-statistics';
import { type Database } from '../storage/database';

/** What a pipeline reads from. */
export interface PipelineContext {
  readonly database: Database | undefined;
  readonly transaction: Transaction | undefined;
  readonly statistics: ReadStatistics;
  /** The variables and the collation of the command. */
  readonly options: Options;
  readonly hint?: unknown;
}

/** A compiled stage; its documents have their BSON types. */
export type Stage = (documents: Iterable<Document>, context: PipelineContext) => Iterable<Document>;

/** Runs a pipeline that stands inside another. */
export type RunPipeline = (
  collectionName: string,
  pipeline: readonly Document[],
  context: PipelineContext,
) => Iterable<Document>;
