import type { SubgraphError } from '../sources/source';
import type { TreePath } from './tree-path';

export type Path = readonly (string | number)[];

/** An object of the tree that a run grows out of subgraphs' answers, in the plan's response keys. */
export type FetchedObject = Record<string | symbol, unknown>;

/** Stands in the tree for a null that came with an error: a field that requires it must not take it for a value. */
export const failed = Symbol('failed');
/** On a fetched object whose fields are not all there, because a fetch failed or was withheld. */
export const isIncomplete = Symbol('incomplete');
/** On a reference that the subgraph which owns the entity does not know. */
export const isUnknown = Symbol('unknown');

/** An error of a fetch, with its place in the tree. */
export interface FetchError {
  readonly subgraph: string;
  readonly error: SubgraphError;
  /** The path of the fetch in the plan: `["_0", "nodes", "@"]`. */
  readonly fetchPath: TreePath;
  /** The object that the error stands at; undefined for the root. */
  readonly object: FetchedObject | undefined;
  /** Below the object. */
  readonly path: Path;
}

/** One execution of a plan. */
export interface Run {
  /** Values of the plan's variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The server's context for the client's request. */
  readonly context: unknown;
  readonly root: FetchedObject;
  readonly errors: FetchError[];
}

export const startRun = ({ variables, context }: Pick<Run, 'variables' | 'context'>): Run => ({
  variables,
  context,
  root: {},
  errors: [],
});

export const isObject = (value: unknown): value is FetchedObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
