/** Values by variable name, without the dollars: `ROOT`, `CURRENT`, `NOW` and those of `let`. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * Computes an expression. Values are BSON's with their types; a plain number is an int32 where it is whole and fits,
 * else a double. `undefined` is a missing field.
 */
export type Compute = (variables: Variables) => unknown;

/** Compiles the expressions inside an operator. */
export interface Compiler {
  compile(expression: unknown): Compute;
  /** A compiler for expressions that see further variables. */
  with(names: readonly string[]): Compiler;
}

/** Checks the operand once and makes the function that computes it. */
export type Operator = (operand: unknown, compiler: Compiler) => Compute;

export type Operators = Readonly<Record<string, Operator>>;
