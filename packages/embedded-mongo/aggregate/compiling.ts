import { type Options } from 'mingo/types';
import { type RunPipeline } from './context';
import { type LeadingStages } from './leading-stages';

/** Where the stages of a pipeline stand, for whatever compiles them. */
export interface Compiling {
  readonly options: Options;
  readonly collectionName: string;
  /** What the pipeline's find does, where the stages follow it directly. */
  readonly leading: LeadingStages | undefined;
  readonly run: RunPipeline;
}
