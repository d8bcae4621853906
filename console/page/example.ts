/** A ready query, as the examples panel offers it. */
export interface Example {
  /** The file's name without its number: what `?example=` takes. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The title in English; may be empty. */
  readonly english: string;
  readonly query: string;
  /** JSON text, empty where the query takes none. */
  readonly variables: string;
  readonly operationName: string;
  /** A mutation: never run on a mere click. */
  readonly writes: boolean;
}
