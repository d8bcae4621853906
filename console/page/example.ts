/** A ready query of the examples panel. */
export interface Example {
  /** The file's name without its number, for `?example=`: `03-chapter-five.graphql` → `chapter-five`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The title in English, or `''`. */
  readonly english: string;
  readonly query: string;
  /** JSON text, or `''` when the query takes no variables. */
  readonly variables: string;
  readonly operationName: string;
  /** True for a mutation, which has no button that runs it at once. */
  readonly writes: boolean;
}
