import type { ScalarRules } from './leaves';
import type { Representation } from './entities';

export type JsonObject = Readonly<Record<string, unknown>>;

/** An object of an answer whose fields each have a value of their type. */
export interface CheckedObject {
  readonly type: string;
  /** By response key. Subgraphs are asked without aliases for the fields that rules look at. */
  readonly value: JsonObject;
  /** The entity that was asked for and that holds this object. */
  readonly representation: Representation | undefined;
  /** Whether the object is that entity itself. */
  readonly isEntity: boolean;
}

/** The demands on an answer beside those of its types. */
export interface AnswerRules {
  readonly scalars: ScalarRules;
  /** Why an object cannot be right; undefined when it can. */
  readonly objectProblem: (object: CheckedObject) => string | undefined;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as it stands in a line of the log, at most 80 characters. */
export const quote = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
