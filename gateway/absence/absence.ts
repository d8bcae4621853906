import type { FailureCode } from '../sources/failure';

interface State {
  /** The code for clients. The first failure decides it. */
  readonly code: FailureCode;
  readonly isAbsent: boolean;
}

/**
 * The subgraphs that one request goes on without. A subgraph is at first present. It becomes *lost* when it failed to give an
 * entity that a list already shows, and *absent* when the request is to go on without it: an absent subgraph is asked
 * nothing more. No subgraph becomes present again within the request.
 */
export class Absence {
  readonly #states = new Map<string, State>();

  /** The code with which every fetch to an absent subgraph fails; undefined for a subgraph that may be asked. */
  codeOf(subgraph: string): FailureCode | undefined {
    const state = this.#states.get(subgraph);
    return state?.isAbsent ? state.code : undefined;
  }

  /** A subgraph that was lost before keeps its code. */
  markAbsent(subgraph: string): void {
    const code = this.#states.get(subgraph)?.code ?? 'DEPARTMENT_UNAVAILABLE';
    this.#states.set(subgraph, { code, isAbsent: true });
  }

  /** Has no effect on a subgraph that is lost or absent already. */
  markLost(subgraph: string, code: FailureCode): void {
    if (!this.#states.has(subgraph)) this.#states.set(subgraph, { code, isAbsent: false });
  }

  /**
   * Makes the lost subgraphs absent.
   * @param dispensable the subgraphs that lists can do without; the others stay lost
   * @returns whether any subgraph became absent, so that the same query has a better answer when it is asked again
   */
  goOnWithoutLost(dispensable: ReadonlySet<string>): boolean {
    const lost = [...this.#states].filter(([name, { isAbsent }]) => !isAbsent && dispensable.has(name));
    lost.forEach(([name]) => this.markAbsent(name));
    return lost.length > 0;
  }
}
