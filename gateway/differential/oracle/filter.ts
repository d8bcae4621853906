import type { PlaceReach } from './reach';

export type Maybe<T> = T | null | undefined;

/** `TargetFilter` and `ResultFilter` of the schema. */
export interface Filter {
  readonly departments?: Maybe<readonly string[]>;
  readonly chapters?: Maybe<readonly number[]>;
  readonly items?: Maybe<readonly number[]>;
  readonly place?: Maybe<string>;
  readonly reach?: Maybe<readonly PlaceReach[]>;
  readonly kinds?: Maybe<readonly string[]>;
  readonly units?: Maybe<readonly string[]>;
  readonly value?: Maybe<{ readonly min?: Maybe<number>; readonly max?: Maybe<number> }>;
  readonly status?: Maybe<readonly string[]>;
  readonly hasBaseline?: Maybe<boolean>;
  readonly againstBaseline?: Maybe<readonly string[]>;
  readonly cumulative?: Maybe<boolean>;
  readonly hasYearOnYear?: Maybe<boolean>;
  readonly text?: Maybe<string>;
  readonly year?: Maybe<number>;
}

export const defaultReaches: readonly PlaceReach[] = ['NAMED', 'EVERY_TOWN', 'WITHIN'];
