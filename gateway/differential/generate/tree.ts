/** An operation as it is generated, before it is written as GraphQL: trees that fast-check can shrink. */
export interface OperationTree {
  readonly selections: readonly SelectionTree[];
  readonly fragments: readonly FragmentTree[];
  readonly form: 'SHORTHAND' | 'NAMED' | 'AFTER_ANOTHER' | 'BEFORE_ANOTHER';
}

export interface FragmentTree {
  readonly on: string;
  readonly selections: readonly SelectionTree[];
}

export type SelectionTree = FieldTree | InlineTree | SpreadTree;

export interface FieldTree {
  readonly kind: 'FIELD';
  readonly name: string;
  readonly alias: string | null;
  readonly args: ArgumentTrees;
  readonly when: readonly Condition[];
  /** Fragments of the parent's own type around the field, outermost first. */
  readonly wraps: readonly WrapTree[];
  /** Empty for a leaf. */
  readonly selections: readonly SelectionTree[];
}

export interface InlineTree {
  readonly kind: 'INLINE';
  /** A type that the parent's objects may be of. */
  readonly on: string;
  readonly when: readonly Condition[];
  readonly selections: readonly SelectionTree[];
}

export interface WrapTree {
  /** Whether it names the type. */
  readonly isNamed: boolean;
  readonly when: readonly Condition[];
}

export interface SpreadTree {
  readonly kind: 'SPREAD';
  /** The index of a fragment among those that fit, modulo their number. */
  readonly pick: number;
  readonly when: readonly Condition[];
}

/** How a value is given: in the query, by the request's variables, or by a variable's default alone. */
export type Giving = 'LITERAL' | 'VARIABLE' | 'DEFAULT';

export interface Condition {
  readonly directive: 'include' | 'skip';
  readonly value: boolean;
  readonly giving: Giving;
}

export type ArgumentTrees = Readonly<Record<string, ArgumentTree>>;

/** A value as JSON; `fields` has those of an input object that is given field by field. */
export interface ArgumentTree {
  readonly value: unknown;
  readonly giving: Giving;
  readonly fields?: ArgumentTrees;
}
