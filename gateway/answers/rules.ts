import type { ScalarRules } from './leaves';
import type { Representation } from './question';

/** Something in an answer that cannot be, where it stands, and why. */
export interface Finding {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface CheckedAnswer {
  /** What was asked for and nothing else. A wrong place is null, or the nearest place around it that may be. */
  readonly data: Record<string, unknown> | null;
  readonly findings: readonly Finding[];
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** An object whose fields are each of their type. */
export interface CheckedObject {
  readonly type: string;
  /** By response key; subgraphs are asked for what rules look at without an alias. */
  readonly value: JsonObject;
  /** The entity that was asked for, of which this is a part. */
  readonly representation: Representation | undefined;
  /** Whether the object is that entity itself. */
  readonly isEntity: boolean;
}

/** What an answer must hold beside its types. */
export interface AnswerRules {
  readonly scalars: ScalarRules;
  /** Why an object cannot be; undefined when it can. */
  readonly objectProblem: (object: CheckedObject) => string | undefined;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in a line of the log. */
export const quote = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
